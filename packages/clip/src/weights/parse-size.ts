import { shown } from '@slipform/kit/text/printable';
import { InputError } from '../input-error';

const units: Readonly<Record<string, number>> = {
  '': 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KIB: 2 ** 10,
  MIB: 2 ** 20,
  GIB: 2 ** 30,
};

/** A number of bytes, or a text such as '500MB', '5 GB' (10⁹ bytes) or '2GiB' (2³⁰), in bytes. */
export function parseSize(place: string, name: string, value: number | string): number {
  const [, digits = '', unit = ''] =
    /^(\d+(?:\.\d+)?)\s*([KMG]i?B|)$/i.exec(
      typeof value === 'number' || typeof value === 'string' ? String(value) : '',
    ) ?? [];
  const bytes = digits === '' ? Number.NaN : Number(digits) * units[unit.toUpperCase()]!;
  if (bytes >= 1) return bytes;
  throw new InputError(
    `${place}: ${name} must be a number of bytes from 1 or a text such as '500MB' or '2GiB', got ${shown(value)}.`,
  );
}
