// biome-ignore-all lint/performance/noDynamicNamespaceImportAccess: a table of ops, in Node alone.
// Ops and layers of tfjs that networks are usually made of, each as a function of float tensors of given shapes.
import * as tf from '@tensorflow/tfjs-core';
import { initializers, layers } from '@tensorflow/tfjs-layers';

type Layer = ReturnType<typeof layers.dense>;
type Op = (...inputs: tf.Tensor[]) => tf.Tensor;
export type OpCase = readonly [name: string, op: Op, ...shapes: (readonly number[])[]];

const ids = (values: number[], shape: number[] = [values.length]) =>
  tf.tensor(values, shape as [number], 'int32');
const seeded = (seed: number) => initializers.randomNormal({ seed });
const apply =
  (make: () => unknown, training = false): Op =>
  (x) =>
    (make() as Layer).apply(x, { training }) as tf.Tensor;
const positive = (x: tf.Tensor) => tf.add(tf.abs(x), 0.5);
const image = [2, 7, 6, 3];
const matrix = [4, 6];

const as4D = (op: (x: tf.Tensor4D, w: tf.Tensor4D) => tf.Tensor): Op => op as Op;
const convolutions: OpCase[] = [
  ['conv2d', as4D((x, w) => tf.conv2d(x, w, 1, 'same')), image, [3, 3, 3, 5]],
  ['conv2d, strides 2', as4D((x, w) => tf.conv2d(x, w, 2, 'same')), image, [3, 3, 3, 5]],
  ['conv2d, 1 × 1', as4D((x, w) => tf.conv2d(x, w, 1, 'valid')), image, [1, 1, 3, 5]],
  [
    'conv2d, strides larger than the window',
    as4D((x, w) => tf.conv2d(x, w, 3, 'valid')),
    image,
    [2, 2, 3, 5],
  ],
  [
    'conv2dTranspose',
    as4D((x, w) => tf.conv2dTranspose(x, w, [2, 14, 12, 5], 2, 'same')),
    image,
    [3, 3, 5, 3],
  ],
  ['depthwiseConv2d', as4D((x, w) => tf.depthwiseConv2d(x, w, 1, 'same')), image, [3, 3, 3, 2]],
  [
    'conv3d',
    ((x: tf.Tensor5D, w: tf.Tensor5D) => tf.conv3d(x, w, 1, 'same')) as unknown as Op,
    [1, 4, 3, 3, 2],
    [2, 2, 2, 2, 3],
  ],
  ['maxPool', as4D((x) => tf.maxPool(x, 2, 2, 'valid')), image],
  ['maxPool, windows that overlap', as4D((x) => tf.maxPool(x, 3, 2, 'same')), image],
  ['avgPool', as4D((x) => tf.avgPool(x, 2, 2, 'valid')), image],
  ["avgPool, 'same'", as4D((x) => tf.avgPool(x, 3, 2, 'same')), image],
  ['resizeBilinear', as4D((x) => tf.image.resizeBilinear(x, [8, 9])), image],
  ['resizeNearestNeighbor', as4D((x) => tf.image.resizeNearestNeighbor(x, [14, 12])), image],
  ['localResponseNormalization', as4D((x) => tf.localResponseNormalization(x)), image],
];

const products: OpCase[] = [
  ...[false, true].flatMap((a) =>
    [false, true].flatMap((b): OpCase[] => [
      [
        `matMul, transposed ${a}, ${b}`,
        (x, y) => tf.matMul(x, y, a, b),
        a ? [4, 3] : [3, 4],
        b ? [5, 4] : [4, 5],
      ],
      [
        `matMul, batched, transposed ${a}, ${b}`,
        (x, y) => tf.matMul(x, y, a, b),
        [2, ...(a ? [4, 3] : [3, 4])],
        [2, ...(b ? [5, 4] : [4, 5])],
      ],
    ]),
  ),
  ['matMul, one side repeated', (x, y) => tf.matMul(x, y), [2, 3, 4], [1, 4, 5]],
  ['fused.matMul, bias', (a, b, bias) => tf.fused.matMul({ a, b, bias: bias! }), [3, 4], [4, 5], [5]],
  [
    'fused.matMul, bias, transposed',
    (a, b, bias) => tf.fused.matMul({ a, b, bias: bias!, transposeB: true }),
    [3, 4],
    [5, 4],
    [5],
  ],
  [
    'fused.matMul, bias, batched',
    (a, b, bias) => tf.fused.matMul({ a, b, bias: bias! }),
    [2, 3, 4],
    [2, 4, 5],
    [5],
  ],
  ['einsum', (a, b) => tf.einsum('bqd,bkd->bqk', a, b), [2, 3, 4], [2, 5, 4]],
  ['dot', (a, b) => tf.dot(a, b), [6], [6]],
];

const rows: OpCase[] = [
  ['gather', (x) => tf.gather(x, ids([3, 0, 3, 1])), [5, 4]],
  ['gather, axis 1', (x) => tf.gather(x, ids([3, 0, 3, 1], [2, 2]), 1), [2, 5, 4]],
  ['unsortedSegmentSum', (x) => tf.unsortedSegmentSum(x, tf.tensor1d([1, 0, 1, 2], 'int32'), 3), [4, 3]],
  ['oneHot, float32', (x) => tf.mul(tf.oneHot(ids([1, 0, 3, 2]), 6, 1, 0, 'float32'), x), matrix],
  ['oneHot, int32', (x) => tf.mul(tf.oneHot(ids([1, 0, 3, 2]), 6), x), matrix],
  ['concat', (a, b) => tf.concat([a, b], 1), matrix, [4, 3]],
  ['stack', (a, b) => tf.stack([a, b], 1), matrix, matrix],
  ['slice', (x) => tf.slice(x, [1, 1], [2, 3]), matrix],
  ['split', (x) => tf.concat([...tf.split(x, 3, 1)].reverse(), 0), matrix],
  [
    'pad',
    (x) =>
      tf.pad(x, [
        [1, 0],
        [0, 2],
      ]),
    matrix,
  ],
  ['tile', (x) => tf.tile(x, [2, 3]), matrix],
  ['reverse', (x) => tf.reverse(x, 1), matrix],
  ['transpose', (x) => tf.transpose(x), matrix],
  ['cumsum', (x) => tf.cumsum(x, 1), matrix],
  ['where', (x) => tf.where(tf.tensor([true, false, true, true, false, true]), x, tf.mul(x, 2)), matrix],
  ['sum', (x) => tf.sum(x, 0), matrix],
  ['mean', (x) => tf.mean(x, [0, 1]), matrix],
  ['max', (x) => tf.max(x, 1), matrix],
  ['logSumExp', (x) => tf.logSumExp(x, 1), matrix],
  ['softmax', (x) => tf.softmax(x), matrix],
  ['logSoftmax', (x) => tf.logSoftmax(x), matrix],
  ['norm', (x) => tf.norm(x, 2, 1), matrix],
  ['moments', (x) => tf.moments(x, [0, 1, 2]).variance, image],
];

const one = (name: string, op: (x: tf.Tensor) => tf.Tensor): OpCase => [name, op, matrix];
const elementwise: OpCase[] = [
  ...(
    [
      'relu',
      'elu',
      'selu',
      'sigmoid',
      'tanh',
      'softplus',
      'erf',
      'exp',
      'square',
      'abs',
      'neg',
      'sin',
    ] as const
  ).map((name) => one(name, (x) => tf[name](x))),
  ...(['log', 'sqrt', 'rsqrt', 'reciprocal'] as const).map((name) => one(name, (x) => tf[name](positive(x)))),
  one('relu6', (x) => tf.relu6(tf.mul(x, 8))),
  one('leakyRelu', (x) => tf.leakyRelu(x, 0.2)),
  one('clipByValue', (x) => tf.clipByValue(x, -0.3, 0.4)),
  ...(['add', 'sub', 'mul', 'maximum', 'minimum', 'squaredDifference'] as const).flatMap((name): OpCase[] => [
    [name, (a, b) => tf[name](a, b), matrix, matrix],
    [`${name}, one side repeated`, (a, b) => tf[name](a, b), matrix, [6]],
  ]),
  ['div', (a, b) => tf.div(a, positive(b)), matrix, [6]],
  ['pow', (a, b) => tf.pow(positive(a), b), matrix, matrix],
  ['prelu', (a, b) => tf.prelu(a, b), matrix, [6]],
];

const networks: OpCase[] = [
  [
    'layers.dense',
    apply(() => layers.dense({ units: 4, activation: 'relu', kernelInitializer: seeded(1) })),
    [3, 5],
  ],
  [
    'layers.conv1d',
    apply(() => layers.conv1d({ filters: 4, kernelSize: 3, kernelInitializer: seeded(1) })),
    [2, 6, 3],
  ],
  [
    'layers.conv2d',
    apply(() => layers.conv2d({ filters: 4, kernelSize: 3, kernelInitializer: seeded(1) })),
    image,
  ],
  [
    'layers.separableConv2d',
    apply(() =>
      layers.separableConv2d({
        filters: 4,
        kernelSize: 3,
        depthwiseInitializer: seeded(1),
        pointwiseInitializer: seeded(2),
      }),
    ),
    image,
  ],
  ['layers.maxPooling2d', apply(() => layers.maxPooling2d({})), image],
  ['layers.averagePooling2d', apply(() => layers.averagePooling2d({})), image],
  ['layers.globalAveragePooling2d', apply(() => layers.globalAveragePooling2d({})), image],
  ['layers.upSampling2d', apply(() => layers.upSampling2d({})), image],
  ['layers.batchNormalization', apply(() => layers.batchNormalization(), true), image],
  ['layers.layerNormalization', apply(() => layers.layerNormalization()), [3, 6]],
  ['layers.dropout', apply(() => layers.dropout({ rate: 0.4, seed: 3 }), true), matrix],
  [
    'layers.lstm',
    apply(() => layers.lstm({ units: 3, kernelInitializer: seeded(1), recurrentInitializer: seeded(2) })),
    [2, 4, 3],
  ],
  [
    'layers.gru',
    apply(() => layers.gru({ units: 3, kernelInitializer: seeded(1), recurrentInitializer: seeded(2) })),
    [2, 4, 3],
  ],
  ...(['softsign', 'swish', 'gelu', 'gelu_new', 'mish'] as const).map((activation) =>
    one(
      `layers.activation, ${activation}`,
      apply(() => layers.activation({ activation })),
    ),
  ),
  ...(['softmaxCrossEntropy', 'sigmoidCrossEntropy', 'meanSquaredError', 'huberLoss'] as const).map((name) =>
    one(`losses.${name}`, (x) => tf.losses[name](tf.oneHot(ids([0, 5, 2, 2]), 6), x)),
  ),
];

export const opCases: readonly OpCase[] = [
  ...convolutions,
  ...products,
  ...rows,
  ...elementwise,
  ...networks,
];
