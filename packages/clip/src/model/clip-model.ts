import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';
import {
  clipByValue,
  exp,
  mul,
  type Scalar,
  type Tensor2D,
  type Tensor4D,
  tidy,
  type Variable,
} from '@tensorflow/tfjs-core';
import { differentiable } from '../ops/differentiable';
import type { FullClipConfig } from './clip-config';
import { imageFeatures, projectImages } from './image-tower';
import { ParameterScope, type Parameters } from './parameters';
import { projectTexts, textFeatures } from './text-tower';
import { checkTensor, checkTokens } from './texts-by-length';

/**
 * A CLIP dual encoder (Radford et al. 2021): its config, its parameters, and the two towers. Made by
 * {@link createClip} or {@link loadClip}. Everything is differentiable with `tf.variableGrads` on any
 * backend, without tfjs's own gradients being registered. `dispose()` frees the parameters.
 */
export class ClipModel {
  private readonly root: ParameterScope;

  constructor(
    readonly config: FullClipConfig,
    /** Trainable variables by Hugging Face's names, e.g. `text_projection.weight` [embeddingSize, width]. */
    readonly parameters: Parameters,
    /** The folder or URL that it was loaded from; undefined where it came from neither. */
    readonly source?: string | URL | undefined,
  ) {
    this.root = new ParameterScope(parameters, '');
  }

  /**
   * Pixels float32 [batch, size, size, 3] after preprocessing → embeddings [batch, embeddingSize], not normalised.
   *
   * @throws {InputError} for pixels of another shape, and once the model has been disposed
   */
  encodeImages(pixels: Tensor4D): Tensor2D {
    this.checkAlive('encodeImages');
    const { imageSize } = this.config.image;
    checkTensor('encodeImages', 'pixels', pixels);
    const [, height, width, channels] = pixels.shape;
    if (pixels.rank !== 4 || height !== imageSize || width !== imageSize || channels !== 3) {
      refuse(
        'encodeImages',
        'pixels',
        `must have the shape [batch, ${imageSize}, ${imageSize}, 3]`,
        `[${pixels.shape}]`,
        'preprocess the images first',
      );
    }
    return tidy(() => projectImages(imageFeatures(pixels, this.config, this.root), this.root));
  }

  /**
   * Tokens int32 [batch, length] → embeddings [batch, embeddingSize], not normalised. Each text is read at
   * its first end token; a shorter length gives the same embedding in less time.
   *
   * @throws {InputError} for what are no tokens of its vocabulary, and once the model has been disposed
   */
  encodeTexts(tokens: Tensor2D): Tensor2D {
    this.checkAlive('encodeTexts');
    checkTokens(tokens, this.config.text);
    return tidy(() => projectTexts(textFeatures(tokens, this.config, this.root), this.root));
  }

  /** The logit scale 1/τ = exp(logit_scale), a differentiable scalar. */
  logitScale(): Scalar {
    return tidy(() => exponential(this.parameter('logit_scale') as Variable & Scalar));
  }

  /** Clamps the learned logit scale to at most 100, as CLIP does after each training step. */
  clampLogitScale(): void {
    const logarithm = this.parameter('logit_scale');
    tidy(() => logarithm.assign(clipByValue(logarithm, 0, Math.log(100))));
  }

  /** A parameter by its name in {@link parameters}. @throws {InputError} if there is none of this name */
  parameter(name: string): Variable {
    const parameter = this.parameters.get(name);
    if (parameter === undefined) throw new InputError(`The model has no parameter named ${shown(name)}.`);
    return parameter;
  }

  /** Number of trained numbers. */
  get parameterCount(): number {
    return [...this.parameters.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** Frees the parameters; a second call does nothing. */
  dispose(): void {
    for (const parameter of this.parameters.values()) {
      if (!parameter.isDisposed) parameter.dispose();
    }
  }

  /** Throws an InputError once {@link dispose} has been called. */
  checkAlive(place: string): void {
    if (this.parameter('logit_scale').isDisposed) {
      throw new InputError(`${place}: the model has been disposed; make or load it anew.`);
    }
  }
}

/** eˣ of a scalar: CLIP learns the logarithm of its logit scale. */
export function exponential(x: Scalar): Scalar {
  return differentiable<Scalar>([x], (save) => {
    const value: Scalar = exp(x);
    save(value);
    return { value, gradient: (dy, [y]) => [mul(dy, y!)] };
  });
}

/** Throws an InputError for what is no model, and for one whose parameters have been freed. */
export function checkModel(place: string, model: unknown): void {
  if (!isModel(model)) {
    const remedy = isModel((model as { readonly model?: unknown } | null | undefined)?.model)
      ? ', an encoder; pass encoder.model'
      : '';
    refuse(
      place,
      'model',
      'must be one of createClip or loadClip',
      `${model === null ? 'null' : typeof model}${remedy}`,
    );
  }
  model.checkAlive(place);
}

/** By what it has: two copies of this package have two classes. */
function isModel(value: unknown): value is ClipModel {
  return (
    typeof value === 'object' &&
    value !== null &&
    'parameters' in value &&
    'checkAlive' in value &&
    typeof value.checkAlive === 'function'
  );
}
