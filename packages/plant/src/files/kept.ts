import type { FieldOf } from '@slipform/kit/formats/placed';

/** A value of a column that `--keep` copies: what both JSON and Parquet can hold. */
export type KeptValue = string | number | bigint | boolean | null | readonly KeptValue[] | KeptObject;
interface KeptObject {
  readonly [name: string]: KeptValue;
}

/** The columns of a caption that are copied to its records. */
export type Kept = Readonly<Record<string, KeptValue>>;

/** The fields of a row that are kept; one that is not there stays out. Throws for bytes, in words that follow the place. */
export function keptOf(field: FieldOf, names: readonly string[] | undefined): { readonly kept?: Kept } {
  if (names === undefined) return {};
  const kept: Record<string, KeptValue> = {};
  for (const name of names) {
    const found = field(name);
    if (found === undefined) continue;
    try {
      kept[name] = keptValue(found);
    } catch {
      throw new Error(`has bytes in "${name}", which a record cannot hold; leave it out of --keep`);
    }
  }
  return { kept };
}

/** Dates become texts (ISO 8601). Throws for bytes. */
function keptValue(value: unknown): KeptValue {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (ArrayBuffer.isView(value)) throw new Error('bytes');
  if (Array.isArray(value)) return value.map(keptValue);
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, keptValue(part)]));
  }
  return value as KeptValue;
}

/** As JSON holds it: integers that a number can't hold become texts of their digits. */
export function jsonKept(kept: Kept): Readonly<Record<string, unknown>> {
  return JSON.parse(keptText(kept));
}

/** A value as one cell of text: a text as it is, else JSON. */
export function keptCell(value: KeptValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : typeof value === 'bigint' ? String(value) : keptText(value);
}

function keptText(value: KeptValue): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'bigint') return part;
    const number = Number(part);
    return Number.isSafeInteger(number) ? number : String(part);
  });
}
