import type { Experiment } from '../experiment';
import { demo } from './demo';
import { duo } from './duo';
import { iconsBatch } from './icons-batch';
import { iconsPartners } from './icons-partners';
import { iconsPolicy } from './icons-policy';
import { iconsPremise } from './icons-premise';
import { iconsProbes } from './icons-probes';

/** All experiments, in the order of the README. */
export const experiments: readonly Experiment[] = [
  demo,
  duo,
  iconsPolicy,
  iconsPartners,
  iconsPremise,
  iconsBatch,
  iconsProbes,
];
