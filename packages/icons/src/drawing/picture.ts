import { refuse } from '@slipform/kit/errors/input-error';
import { encode } from 'fast-png';
import type { Drawings } from './drawings';

/**
 * A picture as a PNG file's bytes, RGB.
 *
 * @param index which picture, counted from 0
 * @example
 * const png = drawingPng(drawings, 0);
 */
// The type is Uint8Array<ArrayBuffer>, written so that TypeScript before 5.7 knows it too.
export function drawingPng(drawings: Drawings, index: number): ReturnType<Uint8ArrayConstructor['of']> {
  const { size, pixels } = drawings;
  const bytes = size * size * 3;
  const count = pixels.length / bytes;
  if (!Number.isInteger(index) || index < 0 || index >= count) {
    refuse('drawingPng', 'index', `must be that of one of the ${count} pictures, counted from 0`, index);
  }
  const data = pixels.subarray(index * bytes, (index + 1) * bytes);
  return Uint8Array.from(encode({ width: size, height: size, data, channels: 3, depth: 8 }));
}
