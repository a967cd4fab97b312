/**
 * Words by which names say how a thing is drawn rather than what it is. Each is a word of a style that some set of
 * Iconify declares in its own `suffixes` or `prefixes`, as their keys or their titles (a test looks). They only count where the names of a set show
 * it: see `learnStyles`.
 *
 * Declared, but left out here, are words that mean a thing or a state in other sets: square, background, dark, block,
 * print.
 */
export const STYLE_WORDS: readonly string[] = [
  'baseline',
  'bold',
  'broken',
  'duo',
  'duotone',
  'fill',
  'filled',
  'flat',
  'light',
  'line',
  'linear',
  'outline',
  'outlined',
  'regular',
  'remix',
  'round',
  'rounded',
  'sharp',
  'solid',
  'stroke',
  'thin',
  'twotone',
];

/**
 * Words by which names tell several drawings of one thing apart. They count where the name without them exists in the
 * set: "user alt" beside "user". No data can say so: "alt" stands beside its plain name as "off" does.
 */
export const VARIANT_WORDS: readonly string[] = ['alt', 'variant', 'one', 'two', 'three'];
