import { integer } from '@slipform/kit/options/options';

/** Seeds are used modulo 2³²: beyond these ends two of them would be one. */
export const seed = integer({ min: -(2 ** 31), max: 2 ** 32 - 1 });
