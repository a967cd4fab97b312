import { text } from '@slipform/kit/options';

export const fileName = text('the name of a file');
