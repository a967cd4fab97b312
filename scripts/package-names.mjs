/** Each package after the ones that it builds on: the order in which they are published. */
export const packageNames = [
  'concreteness',
  'plant',
  'cement-loss',
  'tfjs-kernels',
  'clip',
  'scenes',
  'icons',
  'bench',
];
