/** Parameters of a transformer layer: two norms, queries, keys, values, output, and the MLP's two matrices. */
export const layerParameters = [
  ...(['gamma1', 'beta1'] as const),
  ...(['wQ', 'bQ', 'wK', 'bK', 'wV', 'bV', 'wO', 'bO'] as const),
  ...(['gamma2', 'beta2', 'w1', 'b1', 'w2', 'b2'] as const),
] as const;
export type LayerParameter = (typeof layerParameters)[number];

/** What the kernel `layer` gives after the layer's value, for `layerGradient`. */
export const layerSaved = [
  ...(['normed1', 'stats1', 'asked', 'mixed', 'weights'] as const),
  ...(['attended', 'normed2', 'stats2', 'hidden', 'active'] as const),
] as const;
export type LayerSaved = (typeof layerSaved)[number];
