export type { Icon, IconSet, MinimalPair, SetInfo, Split } from './corpus/icon';
export { type DrawInPageOptions, drawInPage } from './drawing/draw-in-page';
export type { DrawOptions } from './drawing/draw-options';
export type { Drawings, SkippedIcon } from './drawing/drawings';
export { iconDataUri } from './drawing/icon-data-uri';
export { type Drawable, iconSvg } from './drawing/icon-svg';
export { type NearDuplicates, type NearDuplicatesOptions, nearDuplicates } from './drawing/near-duplicates';
export { drawingPng } from './drawing/picture';
export { visualChanges } from './drawing/visual-change';
