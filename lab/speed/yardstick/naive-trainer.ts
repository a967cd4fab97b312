// A training step as anyone writes it first: tf ops with tfjs's own gradients and Adam, every token through every layer.
import type { ClipModel, TowerConfig } from '@slipform/clip';
import {
  add,
  cast,
  clone,
  concat,
  exp,
  logSoftmax,
  matMul,
  mean,
  mul,
  neg,
  oneHot,
  type Rank,
  reshape,
  rsqrt,
  type Scalar,
  softmax,
  split,
  square,
  squeeze,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
  tanh,
  tensor,
  tensor1d,
  tensor2d,
  tidy,
  tile,
  train,
  transpose,
  type Variable,
  variable,
} from '@tensorflow/tfjs-core';

/** Images [rows, size, size, 3] and as many texts; with hard captions the loss is NegCLIP's, without them InfoNCE. */
interface NaiveBatch {
  readonly images: Float32Array;
  readonly tokens: readonly (readonly number[])[];
  readonly hardTokens?: readonly (readonly number[])[];
}

/**
 * A function that takes a step and returns its loss. Needs tfjs's gradients registered. GELU as `gelu_pytorch_tanh` has it; Adam
 * without decay: the losses part from PyTorch's by a little. The model's weights are copied, and the model is disposed of.
 *
 * @param batchOf the batch of a step, always as many rows
 */
export function naiveTrainer(model: ClipModel, batchOf: (step: number) => NaiveBatch): () => number {
  const batch = batchOf(0).tokens.length;
  const { image, text } = model.config;
  const parameters = new Map<string, Variable>();
  for (const [name, value] of model.parameters) {
    // Multiplied from the right, as anyone does who writes x·W; the patches' filters as one matrix.
    const isTransposed = value.rank === 2 && !name.includes('embedding');
    const made = tidy(() => {
      if (value.rank === 4) return reshape(transpose(value, [2, 3, 1, 0]), [-1, image.width]);
      return isTransposed ? transpose(value) : clone(value);
    });
    parameters.set(name, variable(made));
    made.dispose();
  }
  model.dispose();
  const p = (name: string): Tensor => parameters.get(name)!;

  const dense = (x: Tensor, name: string) => {
    const flat = reshape(x, [-1, x.shape[x.rank - 1]!]);
    const y = add(matMul(flat, p(`${name}.weight`)), p(`${name}.bias`));
    return reshape(y, [...x.shape.slice(0, -1), y.shape[1]!]);
  };
  const norm = (x: Tensor, name: string) => {
    const centred = sub(x, mean(x, -1, true));
    const scaled = mul(centred, rsqrt(add(mean(square(centred), -1, true), 1e-5)));
    return add(mul(scaled, p(`${name}.weight`)), p(`${name}.bias`));
  };
  const gelu = (x: Tensor) => {
    const u = mul(add(x, mul(mul(square(x), x), 0.044715)), Math.sqrt(2 / Math.PI));
    return mul(mul(x, add(tanh(u), 1)), 0.5);
  };
  const tower = (x: Tensor, name: string, { layers, heads, width }: TowerConfig, mask?: Tensor) => {
    for (let i = 0; i < layers; i++) {
      const layer = `${name}.encoder.layers.${i}`;
      const tokens = x.shape[1]!;
      const normed = norm(x, `${layer}.layer_norm1`);
      const [q, k, v] = ['q', 'k', 'v'].map((letter) => {
        const each = dense(normed, `${layer}.self_attn.${letter}_proj`);
        return transpose(reshape(each, [batch, tokens, heads, width / heads]), [0, 2, 1, 3]);
      }) as [Tensor, Tensor, Tensor];
      const logits = mul(matMul(q, k, false, true), (width / heads) ** -0.5);
      const mixed = matMul(softmax(mask === undefined ? logits : add(logits, mask)), v);
      const joined = reshape(transpose(mixed, [0, 2, 1, 3]), [batch, tokens, width]);
      x = add(x, dense(joined, `${layer}.self_attn.out_proj`));
      x = add(x, dense(gelu(dense(norm(x, `${layer}.layer_norm2`), `${layer}.mlp.fc1`)), `${layer}.mlp.fc2`));
    }
    return x;
  };
  const token = (x: Tensor, at: number) => squeeze(split(x, x.shape[1]!, 1)[at]!, [1]);
  const unit = (x: Tensor) => mul(x, rsqrt(sum(square(x), -1, true)));

  function embedImages(images: Float32Array): Tensor2D {
    const { imageSize, patchSize, width } = image;
    const embeddings = 'vision_model.embeddings';
    const side = imageSize / patchSize;
    const pixels = tensor(images, [batch * side, patchSize, side, patchSize * 3]);
    const patches = reshape(transpose(pixels, [0, 2, 1, 3]), [
      batch * side * side,
      patchSize * patchSize * 3,
    ]);
    const products = matMul(patches, p(`${embeddings}.patch_embedding.weight`));
    const embedded = reshape<Rank.R3>(products, [batch, side * side, width]);
    const first: Tensor3D = tile(reshape<Rank.R3>(p(`${embeddings}.class_embedding`), [1, 1, width]), [
      batch,
      1,
      1,
    ]);
    const placed = add(concat([first, embedded], 1), p(`${embeddings}.position_embedding.weight`));
    const x = token(tower(norm(placed, 'vision_model.pre_layrnorm'), 'vision_model', image), 0);
    return matMul(norm(x, 'vision_model.post_layernorm') as Tensor2D, p('visual_projection.weight'));
  }

  function embedTexts(tokens: NaiveBatch['tokens']): Tensor2D {
    const { vocabularySize, width } = text;
    const embeddings = 'text_model.embeddings';
    const length = tokens[0]!.length;
    // Not gather: its gradient has no kernel on wasm.
    const hot = cast(oneHot(tensor1d(tokens.flat(), 'int32'), vocabularySize), 'float32') as Tensor2D;
    const words = reshape(matMul(hot, p(`${embeddings}.token_embedding.weight`)), [batch, length, width]);
    const mask = tensor2d(
      Array.from({ length }, (_, i) => Array.from({ length }, (_, j) => (j > i ? -1e9 : 0))),
    );
    const placed = add(words, p(`${embeddings}.position_embedding.weight`));
    const x = token(tower(placed, 'text_model', text, mask), length - 1);
    return matMul(norm(x, 'text_model.final_layer_norm') as Tensor2D, p('text_projection.weight'));
  }

  const loss = ({ images, tokens, hardTokens }: NaiveBatch): Scalar => {
    const [v, t] = [unit(embedImages(images)), unit(embedTexts(tokens))];
    const compared = (candidates: Tensor) =>
      mul(matMul(v as Tensor2D, candidates as Tensor2D, false, true), exp(p('logit_scale')));
    const all = hardTokens === undefined ? t : concat([t, unit(embedTexts(hardTokens))]);
    const pairs = tensor1d(
      Array.from({ length: batch }, (_, i) => i),
      'int32',
    );
    const hits = (width: number) => cast(oneHot(pairs, width), 'float32');
    const ofImages = mean(sum(mul(logSoftmax(compared(all)), hits(all.shape[0]!)), 1));
    const ofTexts = mean(sum(mul(logSoftmax(transpose(compared(t))), hits(batch)), 1));
    return neg(mul(add(ofImages, ofTexts), 0.5)) as Scalar;
  };

  const optimizer = train.adam(1e-3, 0.9, 0.98, 1e-6);
  let at = 0;
  return () =>
    tidy(() => {
      const step = at++;
      const value = () => loss(batchOf(step));
      return optimizer.minimize(value, true, [...parameters.values()])!.dataSync()[0]!;
    });
}
