import { infoNceLoss } from '@slipform/cement-loss';
import { relativeError } from '@slipform/kit/testing/relative-error';
import {
  dispose,
  matMul,
  type Tensor,
  type Tensor2D,
  type Tensor4D,
  tensor2d,
  tensor4d,
  tidy,
  transpose,
  variableGrads,
} from '@tensorflow/tfjs-core';
import type { ClipModel } from '../model/clip-model';
import { openClipTensor } from './open-clip-naming';

/** What PyTorch made of a model: expected.json of a fixture. Images have their channels first. */
export interface GoldenValues {
  readonly imagesShape: [number, number, number, number];
  readonly images: number[];
  readonly tokens: number[][];
  readonly imageEmbeddings: number[][];
  readonly textEmbeddings: number[][];
  readonly logits: number[][];
  readonly loss: number;
  readonly gradients: Record<string, { norm: number; head: number[] }>;
}

export interface GoldenErrors {
  readonly image: number;
  readonly text: number;
  readonly logits: number;
  readonly loss: number;
  /** Of the norm of a parameter's gradient, and of its first values beside its largest: the worst, and whose. */
  readonly gradient: number;
  readonly worst: string;
}

/** Relative differences of a model from the values of its fixture. */
export async function goldenErrors(model: ClipModel, expected: GoldenValues): Promise<GoldenErrors> {
  const pixels: Tensor4D = tidy(() =>
    transpose(tensor4d(expected.images, expected.imagesShape), [0, 2, 3, 1]),
  );
  const tokens = tensor2d(expected.tokens, undefined, 'int32');
  const images = model.encodeImages(pixels);
  const texts = model.encodeTexts(tokens);
  const products: Tensor2D = matMul(images, texts, false, true);
  const scale = model.logitScale();
  const { value, grads } = variableGrads(
    () =>
      infoNceLoss(
        { images: model.encodeImages(pixels), captions: model.encodeTexts(tokens) },
        { logitScale: model.logitScale() },
      ),
    [...model.parameters.values()],
  );
  let gradient = 0;
  let worst = '';
  for (const [name, { norm, head }] of Object.entries(expected.gradients)) {
    const tensor = tidy(() =>
      openClipTensor(name, (parameter): Tensor => grads[model.parameter(parameter).name]!),
    );
    const values = Float32Array.from(await tensor.data());
    // Some are the gradients themselves, which are disposed of below.
    if (!Object.values(grads).includes(tensor)) tensor.dispose();
    const largest = values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    const error = Math.max(
      Math.abs(Math.hypot(...values) / norm - 1),
      ...head.map((x, i) => Math.abs(values[i]! - x) / largest),
    );
    if (!(error <= gradient)) [gradient, worst] = [error, name];
  }
  const norms = (rows: readonly number[][]) => rows.map((row) => Math.hypot(...row));
  const [factor] = await scale.data();
  const imageNorms = norms(expected.imageEmbeddings);
  const textNorms = norms(expected.textEmbeddings);
  const logits = Float32Array.from(
    await products.data(),
    (x, at) =>
      (factor! * x) / (imageNorms[Math.floor(at / textNorms.length)]! * textNorms[at % textNorms.length]!),
  );
  const errors = {
    image: relativeError(await images.data(), expected.imageEmbeddings.flat()),
    text: relativeError(await texts.data(), expected.textEmbeddings.flat()),
    logits: relativeError(logits, expected.logits.flat()),
    loss: Math.abs((await value.data())[0]! / expected.loss - 1),
    gradient,
    worst,
  };
  dispose([pixels, tokens, images, texts, products, scale, value, ...Object.values(grads)]);
  return errors;
}

/** What is asked of float32 weights: embeddings to 1e-4, gradients to 1e-3. */
export function withinGolden({ image, text, logits, loss, gradient }: GoldenErrors): boolean {
  return Math.max(image, text, logits, loss) < 1e-4 && gradient < 1e-3;
}
