import { InvalidArgumentError } from 'commander';
import type { Scale } from '../norms-scale';

/** Reads the text of an option as a scale: "1-7". */
export function readScale(text: string): Scale {
  const ends = /^(\d+(?:\.\d+)?)[-–:](\d+(?:\.\d+)?)$/.exec(text.trim());
  if (ends && Number(ends[1]) < Number(ends[2])) return [Number(ends[1]), Number(ends[2])];
  throw new InvalidArgumentError('It must be the lowest and the highest rating, such as 1-7.');
}
