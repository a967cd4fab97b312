export { type IllustrateOptions, type Illustration, illustrate, type NegativeCaption } from './illustrate';
export type { DrawnSpan } from './read-picture';
