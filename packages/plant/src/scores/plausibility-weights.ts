/** Log-odds that a reader finds nothing clearly wrong, for each feature of features.ts; written by `npm run fit:weights`. */
export const weights: readonly number[] = [
  0.1926, 0.1355, 0.1866, 0.5417, 0.1815, 0.2942, 0.5719, 0.49, -0.6152, 0.3435, 0.2478, 0.1212, -0.8668,
  0.6092, -0.8291, -0.6506, 1.4686, 0.6012,
];
