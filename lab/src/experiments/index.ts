import type { Experiment } from '../experiment';
import { demo } from './demo';
import { duo, duoArtists } from './duo';

/** All experiments, in the order of the README. */
export const experiments: readonly Experiment[] = [demo, duo, duoArtists];
