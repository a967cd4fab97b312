export { type DrawIconsOptions, type DrawProgress, drawIcons } from '../drawing/draw-icons';
export { iconPng } from '../drawing/icon-png';
