import type { Experiment } from '../experiment';
import { demo } from './demo';
import { duo, duoArtists } from './duo';
import { names } from './names';

/** All experiments, in the order of the README. */
export const experiments: readonly Experiment[] = [demo, duo, duoArtists, names];
