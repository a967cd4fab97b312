import type { LineParser } from './read-lines';

/** One caption a line; its id is the line's number. */
export const textParser = (): LineParser => (line) =>
  line.text.trim() === '' ? undefined : { id: String(line.number), caption: line.text };
