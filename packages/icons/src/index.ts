export type { Icon, IconSet, MinimalPair, SetInfo, Split } from './corpus/icon';
export type { DrawOptions } from './drawing/draw-options';
export type { Drawings, SkippedIcon } from './drawing/drawings';
export { type Drawing, iconSvg } from './drawing/icon-svg';
