// The yardstick's model on our ops. createClip cannot be it, since CLIP has a norm before the layers.
import { infoNceLoss } from '@slipform/cement-loss';
import {
  dispose,
  type Rank,
  range,
  reshape,
  type Scalar,
  scalar,
  type Tensor1D,
  type Tensor2D,
  tensor,
  tensor1d,
  tensor3d,
  tensor4d,
  tidy,
  transpose,
  type Variable,
  variable,
  variableGrads,
} from '@tensorflow/tfjs-core';
import { ParameterScope } from '../src/model/parameters';
import { norm, transformerLayer } from '../src/model/transformer-layer';
import { addPositions } from '../src/ops/add-positions';
import { exponential } from '../src/ops/exponential';
import { gatherRows } from '../src/ops/gather-rows';
import { linear } from '../src/ops/linear';
import { patchEmbedding } from '../src/ops/patch-embedding';
import { prependToken } from '../src/ops/prepend-token';
import { sliceRows } from '../src/ops/slice-rows';
import { adamW } from '../src/training/adamw';
import type { Yardstick } from './yardstick-files';

/** A training step: its loss. */
export interface Trainer {
  step(): number;
  dispose(): void;
}

/** Trains from the yardstick's parameters with our ops and AdamW, on the backend in use. */
export function ourTrainer(yardstick: Yardstick, batch: number): Trainer {
  const { config } = yardstick;
  const parameters = ourParameters(yardstick);
  const variables = [...parameters.values()];
  // Nothing is clipped.
  const unused = scalar(0);
  const optimizer = adamW({
    learningRate: 1e-3,
    schedule: 'constant',
    weightDecay: 0.1,
    beta1: 0.9,
    beta2: 0.98,
    epsilon: 1e-6,
  });
  const tower = {
    width: config.width,
    layers: config.layers,
    heads: config.heads,
    mlpWidth: 4 * config.width,
    activation: 'gelu_pytorch_tanh',
    layerNormEpsilon: 1e-5,
  } as const;
  const root = new ParameterScope(parameters, '');
  const side = config.image / config.patch;

  function imageTower(images: Float32Array): Tensor2D {
    const scope = root.scope('v');
    const pixels = tensor4d(images, [batch, config.image, config.image, 3]);
    const patches = patchEmbedding(pixels, scope.filters('patch'));
    // A matrix of one row, so that weight decay falls on it as in PyTorch.
    const token = sliceRows<Tensor1D>(scope.matrix('cls'), 0, 1, [config.width]);
    let x = addPositions(prependToken(patches, token, batch), scope.matrix('pos'), batch);
    const first: Tensor1D = range(0, batch * (side * side + 1), side * side + 1, 'int32');
    for (let i = 0; i < config.layers; i++) {
      const readRows = i === config.layers - 1 ? first : undefined;
      x = transformerLayer(x, scope.scope(String(i)), tower, { batch, readRows });
    }
    return linear(norm(x, scope.scope('ln'), tower), [scope.matrix('head.weight')]);
  }

  function textTower(tokens: Int32Array): Tensor2D {
    const scope = root.scope('t');
    const { length } = config;
    const ids = tensor1d(tokens, 'int32');
    let x = addPositions(gatherRows(scope.matrix('tok'), ids), scope.matrix('pos'), batch);
    const causal = tensor3d(
      Float32Array.from({ length: length * length }, (_, at) =>
        at % length > Math.floor(at / length) ? -1e9 : 0,
      ),
      [1, length, length],
    );
    const last: Tensor1D = range(length - 1, batch * length, length, 'int32');
    for (let i = 0; i < config.layers; i++) {
      // The last token sees all of them: without a mask where it alone is read.
      const read = i === config.layers - 1 ? { readRows: last } : { mask: causal };
      x = transformerLayer(x, scope.scope(String(i)), tower, { batch, ...read });
    }
    return linear(norm(x, scope.scope('ln'), tower), [scope.matrix('head.weight')]);
  }

  let at = 0;
  return {
    step() {
      const { images, tokens } = yardstick.batch(at++, batch);
      const { value, grads } = variableGrads(
        () =>
          infoNceLoss(
            { images: imageTower(images), captions: textTower(tokens) },
            { logitScale: exponential(parameters.get('logit_scale') as Variable & Scalar) },
          ),
        variables,
      );
      const gradients = new Map([...parameters].map(([name, { name: id }]) => [name, grads[id]!]));
      optimizer.update(parameters, gradients, { steps: 1000, norm: unused });
      const loss = value.dataSync()[0]!;
      dispose([value, ...gradients.values()]);
      return loss;
    },
    dispose() {
      optimizer.dispose();
      dispose([...variables, unused]);
    },
  };
}

/** PyTorch's x·W as our x·Wᵀ, queries, keys and values apart, the patches' weight as a convolution's. */
function ourParameters({ config, parameters }: Yardstick): Map<string, Variable> {
  const { width, patch } = config;
  const made = new Map<string, Variable>();
  const add = (name: string, make: () => ReturnType<typeof tensor>) => {
    const value = tidy(make);
    made.set(name, variable(value));
    value.dispose();
  };
  for (const [name, { shape, values }] of parameters) {
    const whole = () => tensor(values, [...shape]);
    const layer = name.replace(/\.[^.]+\.[wb]$/, '');
    if (name === 'v.patch.w') {
      add('v.patch', () => transpose(reshape<Rank.R4>(whole(), [patch, patch, 3, width]), [3, 2, 0, 1]));
    } else if (name.includes('.qkv.')) {
      const part = (values: Float32Array, i: number) => {
        const rows = values.length / (3 * width);
        return Float32Array.from({ length: rows * width }, (_, at) => {
          const out = at % width;
          return values[Math.floor(at / width) * 3 * width + i * width + out]!;
        });
      };
      ['q', 'k', 'v'].forEach((letter, i) => {
        const key = `${layer}.self_attn.${letter}_proj`;
        if (name.endsWith('.b')) add(`${key}.bias`, () => tensor(part(values, i)));
        else add(`${key}.weight`, () => transpose(tensor(part(values, i), [width, width])));
      });
    } else {
      const ours = name
        .replace('.ln1.', '.layer_norm1.')
        .replace('.ln2.', '.layer_norm2.')
        .replace('.out.', '.self_attn.out_proj.')
        .replace('.fc.', '.mlp.fc1.')
        .replace('.proj.', '.mlp.fc2.')
        .replace(/\.[wg]$/, '.weight')
        .replace(/\.b$/, '.bias');
      add(ours, () => (name.endsWith('.w') ? transpose(whole()) : whole()));
    }
  }
  return made;
}
