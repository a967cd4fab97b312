// The same training step as anyone writes it first: tf ops with tfjs's own gradients, every token through
// every layer, Adam one parameter at a time.
import { negClipLoss } from '@slipform/cement-loss';
import {
  add,
  cast,
  concat,
  exp,
  matMul,
  mean,
  mul,
  oneHot,
  reshape,
  rsqrt,
  type Scalar,
  sigmoid,
  softmax,
  split,
  square,
  squeeze,
  sub,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
  tensor,
  tensor2d,
  tidy,
  tile,
  train,
  transpose,
} from '@tensorflow/tfjs-core';
import { type ClipConfig, createClip } from '../../packages/clip/src/index';

interface Batch {
  readonly images: Float32Array;
  readonly tokens: readonly (readonly number[])[];
  readonly hardTokens: readonly (readonly number[])[];
}

/** Milliseconds of each of `count` steps, after one to warm up. */
export function naiveStep(config: ClipConfig, batch: Batch, count: number): number[] {
  const model = createClip(config);
  const p = (name: string): Tensor => model.parameter(name);
  const dense = (x: Tensor, name: string) => {
    const flat = reshape(x, [-1, x.shape[x.rank - 1]!]);
    const y = matMul(flat, transpose(p(`${name}.weight`)));
    const biased = model.parameters.has(`${name}.bias`) ? add(y, p(`${name}.bias`)) : y;
    return reshape(biased, [...x.shape.slice(0, -1), y.shape[1]!]);
  };
  const norm = (x: Tensor, name: string) => {
    const centred = sub(x, mean(x, -1, true));
    const scaled = mul(centred, rsqrt(add(mean(square(centred), -1, true), 1e-5)));
    return add(mul(scaled, p(`${name}.weight`)), p(`${name}.bias`));
  };
  const layer = (x: Tensor, name: string, heads: number, mask?: Tensor) => {
    const [batchSize, tokens, width] = x.shape as [number, number, number];
    const normed = norm(x, `${name}.layer_norm1`);
    const [q, k, v] = ['q', 'k', 'v'].map((which) =>
      transpose(
        reshape(dense(normed, `${name}.self_attn.${which}_proj`), [batchSize, tokens, heads, width / heads]),
        [0, 2, 1, 3],
      ),
    ) as [Tensor, Tensor, Tensor];
    const logits = mul(matMul(q, k, false, true), (width / heads) ** -0.5);
    const mixed = matMul(softmax(mask === undefined ? logits : add(logits, mask)), v);
    const joined = reshape(transpose(mixed, [0, 2, 1, 3]), [batchSize, tokens, width]);
    const attended = add(x, dense(joined, `${name}.self_attn.out_proj`));
    const hidden = dense(norm(attended, `${name}.layer_norm2`), `${name}.mlp.fc1`);
    return add(attended, dense(mul(hidden, sigmoid(mul(hidden, 1.702))), `${name}.mlp.fc2`));
  };
  // Not gather: its gradient has no kernel on wasm.
  const lookUp = (ids: Tensor2D) => {
    const table = p('text_model.embeddings.token_embedding.weight');
    const flat = matMul(cast(oneHot(reshape(ids, [-1]), table.shape[0]!), 'float32'), table);
    return reshape(flat, [...ids.shape, table.shape[1]!]);
  };
  const token = (x: Tensor, at: number) => {
    const parts = split(x, x.shape[1]!, 1);
    return squeeze(parts[at]!, [1]);
  };

  const imageTower = (): Tensor2D => {
    const { imageSize, patchSize, layers, heads } = config.image;
    const side = imageSize / patchSize;
    const n = batch.images.length / (imageSize * imageSize * 3);
    const pixels = tensor(batch.images, [n * side, patchSize, side, patchSize * 3]);
    const patches = reshape(transpose(pixels, [0, 2, 1, 3]), [n, side * side, patchSize * patchSize * 3]);
    const kernel = reshape(transpose(p('vision_model.embeddings.patch_embedding.weight'), [2, 3, 1, 0]), [
      patchSize * patchSize * 3,
      -1,
    ]);
    const embedded = reshape(matMul(reshape(patches, [-1, kernel.shape[0]!]), kernel), [n, side * side, -1]);
    const first = tile(reshape(p('vision_model.embeddings.class_embedding'), [1, 1, -1]), [n, 1, 1]);
    let x: Tensor = add(
      concat([first, embedded] as Tensor3D[], 1),
      p('vision_model.embeddings.position_embedding.weight'),
    );
    x = norm(x, 'vision_model.pre_layrnorm');
    for (let i = 0; i < layers; i++) x = layer(x, `vision_model.encoder.layers.${i}`, heads);
    return dense(norm(token(x, 0), 'vision_model.post_layernorm'), 'visual_projection') as Tensor2D;
  };
  const textTower = (rows: readonly (readonly number[])[]): Tensor2D => {
    const { layers, heads } = config.text;
    const length = rows[0]!.length;
    const ids = tensor2d(
      rows.map((row) => [...row]),
      undefined,
      'int32',
    );
    let x: Tensor = add(lookUp(ids), p('text_model.embeddings.position_embedding.weight'));
    const mask = tensor2d(
      Array.from({ length }, (_, i) => Array.from({ length }, (_, j) => (j > i ? -1e9 : 0))),
    );
    for (let i = 0; i < layers; i++) x = layer(x, `text_model.encoder.layers.${i}`, heads, mask);
    return dense(norm(token(x, length - 1), 'text_model.final_layer_norm'), 'text_projection') as Tensor2D;
  };

  const optimizer = train.adam(1e-3, 0.9, 0.98, 1e-6);
  const variables = [...model.parameters.values()];
  const step = () =>
    tidy(() => {
      const start = performance.now();
      const loss = optimizer.minimize(
        () =>
          negClipLoss(
            {
              images: imageTower(),
              captions: textTower(batch.tokens),
              hardCaptions: textTower(batch.hardTokens),
            },
            { logitScale: exp(p('logit_scale')) as Scalar },
          ),
        true,
        variables,
      );
      if (!Number.isFinite(loss!.dataSync()[0]!)) throw new Error('the naive step diverged');
      return performance.now() - start;
    });
  const times = Array.from({ length: count + 1 }, () => Number(step()));
  optimizer.dispose();
  model.dispose();
  return times.slice(1);
}
