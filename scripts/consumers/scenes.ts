import { type DrawnNegatives, drawnNegatives, type Illustration, illustrate } from '@slipform/scenes';
import { exportSugarCrepe } from '@slipform/scenes/files';

const negative = { caption: 'Two dogs.', negative: 'Two cats.' };
export const benchmark: Promise<DrawnNegatives> = drawnNegatives([negative], { style: 'fluent' });
export const picture: Promise<Illustration> = illustrate('Two dogs.');
export const hardImage: Promise<Illustration | undefined> = illustrate(negative);
export const functions = [exportSugarCrepe];
