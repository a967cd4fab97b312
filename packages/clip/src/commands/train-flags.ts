import {
  choice,
  defineOptions,
  described,
  flag,
  integer,
  type OptionsRead,
  optional,
  text,
} from '@slipform/kit/options/options';
import { backendsOf } from '../backend/backends';

/** The options of `slipform-clip train`. */
export const TRAIN_FLAGS = defineOptions('slipform-clip train', {
  output: described(
    'where the model goes (default: the output that the module names)',
    optional(text('the path of a folder', '<folder>')),
  ),
  steps: described(
    'number of steps (default: the steps that the module names)',
    optional(integer({ min: 1 })),
  ),
  seed: described('handed to the module', optional(integer({ min: 0 }), 0)),
  augment: described(
    'hands augment: true to the module, for trainingData: random resized crops',
    optional(flag()),
  ),
  backend: described('where tfjs computes', optional(choice(backendsOf('node')), 'wasm')),
  kernels: described('on wasm, tfjs’s own kernels in place of ours', optional(flag(), true)),
  experimental: described('on wasm, faster kernels by what V8 calls experimental', optional(flag())),
  workers: described(
    'threads that compute, on wasm and cpu (default: the workers that the module names, else this thread alone)',
    optional(integer({ min: 0, max: 1024 })),
  ),
  resume: described('go on from the last checkpoint, or start where there is none', optional(flag())),
  checkpointEvery: described(
    'save the run every n steps, so that --resume can go on',
    optional(integer({ min: 1 })),
  ),
  checkpointFolder: described(
    'where the checkpoints go (default: checkpoints in the output folder)',
    optional(text('the path of a folder', '<folder>')),
  ),
  metrics: described('write metrics as JSON lines', optional(text('the path of a file', '<file>'))),
  metricsEvery: described('measure every n steps (default: 10)', optional(integer({ min: 1 }))),
  tensorboard: described(
    'write event files for TensorBoard, every 10 steps',
    optional(text('the path of a folder', '<folder>')),
  ),
  force: described(
    'replace a model, checkpoints, metrics and event files that are there already',
    optional(flag()),
  ),
  json: described('print one JSON object for each step on standard output', optional(flag())),
});

export type TrainFlags = OptionsRead<typeof TRAIN_FLAGS.rows>;
