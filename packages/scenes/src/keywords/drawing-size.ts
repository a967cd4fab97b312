/** Edge of a keyword's drawing in pixels. */
export const DRAWING_SIZE = 32;
