import { text } from '@slipform/kit/options/options';

export const fileName = text('the name of a file');
