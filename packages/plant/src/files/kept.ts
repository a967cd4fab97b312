import { isJsonObject } from '@slipform/kit/formats/parse-json';
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

/** The type of a kept column in Parquet. What is neither number nor truth value is text; lists and objects as JSON. */
export type KeptType = 'BOOLEAN' | 'INT64' | 'DOUBLE' | 'STRING';

/** Finds the narrowest type that holds all values of each column. */
export class KeptTypes {
  readonly #types = new Map<string, KeptType | undefined>();

  constructor(names: readonly string[]) {
    for (const name of names) this.#types.set(name, undefined);
  }

  add(kept: Kept): void {
    for (const [name, value] of Object.entries(kept)) {
      if (value === null) continue;
      const [before, now] = [this.#types.get(name), typeOf(value)];
      if (before !== now) this.#types.set(name, before === undefined ? now : wider(before, now));
    }
  }

  /** A column without any value is one of texts. */
  types(): Record<string, KeptType> {
    return Object.fromEntries([...this.#types].map(([name, type]) => [name, type ?? 'STRING']));
  }

  /** The types of the columns that have values. */
  found(): Record<string, KeptType> {
    return Object.fromEntries([...this.#types].flatMap(([name, type]) => (type ? [[name, type]] : [])));
  }
}

/** A value as its column holds it. */
export function parquetValue(
  value: KeptValue | undefined,
  type: KeptType,
): string | number | bigint | boolean | null {
  if (value === undefined || value === null) return null;
  if (type === 'INT64') return BigInt(value as number | bigint);
  if (type === 'DOUBLE') return Number(value);
  return type === 'BOOLEAN' ? value === true : keptCell(value);
}

function typeOf(value: KeptValue): KeptType {
  if (typeof value === 'boolean') return 'BOOLEAN';
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value ? 'INT64' : 'STRING';
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? 'INT64' : 'DOUBLE';
  return 'STRING';
}

function wider(a: KeptType, b: KeptType): KeptType {
  const areNumbers = [a, b].every((type) => type === 'INT64' || type === 'DOUBLE');
  return areNumbers ? 'DOUBLE' : 'STRING';
}

/** The types of columns that several files have: for each the narrowest type that holds all. */
export function commonTypes(
  names: readonly string[],
  all: readonly Readonly<Record<string, KeptType>>[],
): Record<string, KeptType> {
  const typeIn = (name: string) =>
    all
      .flatMap((types) => types[name] ?? [])
      .reduce<KeptType | undefined>(
        (before, now) => (before === undefined || before === now ? now : wider(before, now)),
        undefined,
      );
  return Object.fromEntries(names.map((name) => [name, typeIn(name) ?? 'STRING']));
}

const keptTypes: readonly unknown[] = ['BOOLEAN', 'INT64', 'DOUBLE', 'STRING'];

/** Whether a value is a record of types, after it has been JSON. */
export function isKeptTypes(value: unknown): value is Readonly<Record<string, KeptType>> {
  return isJsonObject(value) && Object.values(value).every((type) => keptTypes.includes(type));
}
