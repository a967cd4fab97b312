export { type DrawIconsOptions, type DrawProgress, drawIcons } from '../drawing/draw-icons';
