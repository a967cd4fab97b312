// The yardstick's training step as anyone writes it first: tf ops with tfjs's own gradients and Adam, every
// token through every layer.
import {
  add,
  cast,
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
import type { Yardstick } from './yardstick-files';
import type { Trainer } from './yardstick-model';

/** Needs tfjs's gradients registered. Adam without decay: the losses part from PyTorch's by a little. */
export function naiveTrainer(yardstick: Yardstick, batch: number): Trainer {
  const { config } = yardstick;
  const { width, heads, length, vocab } = config;
  const parameters = new Map<string, Variable>();
  for (const [name, { shape, values }] of yardstick.parameters) {
    parameters.set(name, variable(tensor(values, [...shape])));
  }
  const p = (name: string): Tensor => parameters.get(name)!;

  const dense = (x: Tensor, name: string) => {
    const flat = reshape(x, [-1, x.shape[x.rank - 1]!]);
    const y = add(matMul(flat, p(`${name}.w`)), p(`${name}.b`));
    return reshape(y, [...x.shape.slice(0, -1), y.shape[1]!]);
  };
  const norm = (x: Tensor, name: string) => {
    const centred = sub(x, mean(x, -1, true));
    const scaled = mul(centred, rsqrt(add(mean(square(centred), -1, true), 1e-5)));
    return add(mul(scaled, p(`${name}.g`)), p(`${name}.b`));
  };
  const gelu = (x: Tensor) => {
    const u = mul(add(x, mul(mul(square(x), x), 0.044715)), Math.sqrt(2 / Math.PI));
    return mul(mul(x, add(tanh(u), 1)), 0.5);
  };
  const tower = (x: Tensor, name: string, mask?: Tensor) => {
    for (let i = 0; i < config.layers; i++) {
      const layer = `${name}.${i}`;
      const tokens = x.shape[1]!;
      const [q, k, v] = split(dense(norm(x, `${layer}.ln1`), `${layer}.qkv`), 3, 2).map((each) =>
        transpose(reshape(each, [batch, tokens, heads, width / heads]), [0, 2, 1, 3]),
      ) as [Tensor, Tensor, Tensor];
      const logits = mul(matMul(q, k, false, true), (width / heads) ** -0.5);
      const mixed = matMul(softmax(mask === undefined ? logits : add(logits, mask)), v);
      const joined = reshape(transpose(mixed, [0, 2, 1, 3]), [batch, tokens, width]);
      x = add(x, dense(joined, `${layer}.out`));
      x = add(x, dense(gelu(dense(norm(x, `${layer}.ln2`), `${layer}.fc`)), `${layer}.proj`));
    }
    return x;
  };
  const token = (x: Tensor, at: number) => squeeze(split(x, x.shape[1]!, 1)[at]!, [1]);
  const unit = (x: Tensor) => mul(x, rsqrt(sum(square(x), -1, true)));

  const loss = (images: Float32Array, tokens: Int32Array): Scalar => {
    const { image, patch } = config;
    const side = image / patch;
    const pixels = tensor(images, [batch * side, patch, side, patch * 3]);
    const patches = reshape(transpose(pixels, [0, 2, 1, 3]), [batch * side * side, patch * patch * 3]);
    const embedded = reshape<Rank.R3>(matMul(patches, p('v.patch.w')), [batch, side * side, width]);
    const first: Tensor3D = tile(reshape<Rank.R3>(p('v.cls'), [1, 1, width]), [batch, 1, 1]);
    const seen = token(tower(add(concat([first, embedded], 1), p('v.pos')), 'v'), 0);
    const v = matMul(norm(seen, 'v.ln') as Tensor2D, p('v.head.w'));
    // Not gather: its gradient has no kernel on wasm.
    const hot = cast(oneHot(tensor1d(tokens, 'int32'), vocab), 'float32') as Tensor2D;
    const words = reshape(matMul(hot, p('t.tok')), [batch, length, width]);
    const mask = tensor2d(
      Array.from({ length }, (_, i) => Array.from({ length }, (_, j) => (j > i ? -1e9 : 0))),
    );
    const read = token(tower(add(words, p('t.pos')), 't', mask), length - 1);
    const t = matMul(norm(read, 't.ln') as Tensor2D, p('t.head.w'));
    const logits = mul(matMul(unit(v) as Tensor2D, unit(t) as Tensor2D, false, true), exp(p('logit_scale')));
    const hits = cast(
      oneHot(
        tensor1d(
          Array.from({ length: batch }, (_, i) => i),
          'int32',
        ),
        batch,
      ),
      'float32',
    );
    const side1 = mean(sum(mul(logSoftmax(logits), hits), 1));
    const side2 = mean(sum(mul(logSoftmax(transpose(logits)), hits), 1));
    return neg(mul(add(side1, side2), 0.5)) as Scalar;
  };

  const optimizer = train.adam(1e-3, 0.9, 0.98, 1e-6);
  let at = 0;
  return {
    step: () =>
      tidy(() => {
        const { images, tokens } = yardstick.batch(at++, batch);
        return optimizer.minimize(() => loss(images, tokens), true, [...parameters.values()])!.dataSync()[0]!;
      }),
    dispose() {
      optimizer.dispose();
      for (const parameter of parameters.values()) parameter.dispose();
    },
  };
}
