import { refuseOldTfjs } from '@slipform/kit/errors/refuse-old-tfjs';
import { integer, optional, readOptions } from '@slipform/kit/options/options';
import { normalNumbers } from '@slipform/kit/random/normal-numbers';
import { tensor, tidy, type Variable, variable, version_core } from '@tensorflow/tfjs-core';
import { checkBackend } from '../backend/backends';
import { type ClipConfig, completeConfig } from './clip-config';
import { ClipModel } from './clip-model';
import { type ParameterSpec, parameterSpecs } from './parameter-specs';

export interface CreateClipOptions {
  /** Fixes the weights. Default 0. */
  readonly seed?: number;
}

/**
 * A new CLIP with random weights; the same config and seed give the same weights on every backend.
 *
 * `image.stem` puts convolutions before the patches, which small pictures gain from: docs/models.md.
 *
 * @throws {InputError} that names the field of the config that is wrong or unknown
 * @example
 * const model = createClip({
 *   embeddingSize: 64,
 *   image: { imageSize: 48, patchSize: 16, width: 64, layers: 2, heads: 2 },
 *   text: { vocabularySize: 130, contextLength: 10, width: 64, layers: 2, heads: 2 },
 * }, { seed: 0 });
 * model.config.image.mlpWidth; // 256
 */
export function createClip(config: ClipConfig, options: CreateClipOptions = {}): ClipModel {
  refuseOldTfjs('createClip', version_core);
  const { seed } = readOptions('createClip', { seed: optional(integer(), 0) }, options);
  const full = completeConfig(config);
  checkBackend('createClip', 'a model is made');
  const next = normalNumbers(seed);
  return new ClipModel(
    full,
    new Map(parameterSpecs(full).map((spec) => [spec.name, toVariable(drawValues(spec, next), spec.shape)])),
  );
}

/** A trainable variable of the given values. tfjs names it: names are global there, and models may be many. */
export function toVariable(values: Float32Array, shape: readonly number[]): Variable {
  return tidy(() => variable(tensor(values, [...shape], 'float32'), true));
}

function drawValues({ shape, start }: ParameterSpec, next: () => number): Float32Array {
  const values = new Float32Array(shape.reduce((a, b) => a * b, 1));
  if ('constant' in start) return values.fill(start.constant);
  for (let i = 0; i < values.length; i++) values[i] = next() * start.deviation;
  return values;
}
