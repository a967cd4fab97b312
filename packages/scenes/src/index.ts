export { STYLE_NAMES, STYLES, type Style } from './artist';
export {
  type DrawnNegatives,
  type DrawnQuestion,
  type DrawnSample,
  drawnNegatives,
  type LazyPicture,
  type MinedNegative,
} from './drawn-negatives';
export { type DrawnWorld, type DrawnWorldOptions, drawnWorld } from './drawn-world';
export {
  type DrawnThing,
  type IllustrateOptions,
  type Illustration,
  illustrate,
  type NegativeCaption,
  type PixelImage,
} from './illustrate';
export type { DrawnSpan } from './read-picture';
