/** A shard has at most 32 GiB of captions, and a corpus at most 262,144 shards: an address is an exact number. */
const shardSize = 2 ** 35;
export const mostShards = 2 ** 18;

/** Where a line stands: the shard's number × 2³⁵ + the first byte of the line. */
export type Address = number;

export function addressOf(shard: number, place: number): Address {
  return shard * shardSize + place;
}

export function shardOf(address: Address): number {
  return Math.floor(address / shardSize);
}

export function placeOf(address: Address): number {
  return address % shardSize;
}

/** An address as two numbers of a row. */
export function halvesOf(address: Address): readonly [high: number, low: number] {
  return [Math.floor(address / 2 ** 32), address % 2 ** 32];
}

export function addressOfHalves(high: number, low: number): Address {
  return high * 2 ** 32 + low;
}

/** First and last code unit of a span as one number of a row. */
export function packSpan(start: number, end: number): number {
  return ((start << 16) | end) >>> 0;
}

export function startOf(span: number): number {
  return span >>> 16;
}

export function endOf(span: number): number {
  return span & 0xffff;
}

/** A column: how many numbers of a row it holds, and its bytes in a line without the tab behind them. */
const columns = {
  /** 64 bits in hexadecimal. */
  key: { numbers: 2, bytes: 16 },
  /** 32 bits in hexadecimal. */
  hash: { numbers: 1, bytes: 8 },
  /** The shard's number and a place in its file: two columns of decimal digits. */
  address: { numbers: 2, bytes: 18 },
  /** Start and end of a span: two columns of decimal digits. */
  span: { numbers: 1, bytes: 11 },
  /** Decimal digits. */
  count: { numbers: 1, bytes: 10 },
} as const;

type Column = keyof typeof columns;

/**
 * Rows of numbers as lines of text that any engine can sort and group: columns of a fixed width behind each other with a
 * tab between, keys in hexadecimal, numbers in decimal digits with zeros in front. The order of the lines' bytes is the
 * order of the rows.
 */
export interface RowText {
  /** Numbers of a row. */
  readonly width: number;
  /** Bytes of a line, with its end. */
  readonly bytes: number;
  /** A row as a line, without its end. */
  line(row: Uint32Array): string;
  /** Reads the line that begins at a byte into a row; false if it is no row. */
  read(bytes: Uint8Array, at: number, row: Uint32Array): boolean;
}

export function rowText(...names: readonly Column[]): RowText {
  const width = names.reduce((sum, name) => sum + columns[name].numbers, 0);
  const length = names.reduce((sum, name) => sum + columns[name].bytes + 1, 0);
  return {
    width,
    bytes: length,
    line(row) {
      let number = 0;
      return names
        .map((name) => {
          const first = row[number]!;
          const cell =
            columns[name].numbers === 1 ? cellOf(name, first) : pairOf(name, first, row[number + 1]!);
          number += columns[name].numbers;
          return cell;
        })
        .join('\t');
    },
    read(bytes, at, row) {
      let place = at;
      let number = 0;
      for (const name of names) {
        if (!readCell(name, bytes, place, row, number)) return false;
        place += columns[name].bytes + 1;
        number += columns[name].numbers;
        if (place - at < length && bytes[place - 1] !== tab) return false;
      }
      return bytes[place - 1] === lineEnd;
    },
  };
}

const [tab, lineEnd] = [9, 10];

function cellOf(name: Column, value: number): string {
  if (name === 'hash') return hex(value);
  if (name === 'span') return `${digits(startOf(value), 5)}\t${digits(endOf(value), 5)}`;
  return digits(value, 10);
}

function pairOf(name: Column, high: number, low: number): string {
  return name === 'key' ? hex(high) + hex(low) : addressCells(addressOfHalves(high, low));
}

/** An address as two cells. */
function addressCells(address: Address): string {
  return `${digits(shardOf(address), 6)}\t${digits(placeOf(address), 11)}`;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}

function readCell(name: Column, bytes: Uint8Array, at: number, row: Uint32Array, number: number): boolean {
  if (name === 'hash' || name === 'key') {
    for (let half = 0; half < columns[name].numbers; half += 1) {
      const value = readHex(bytes, at + 8 * half);
      if (value < 0) return false;
      row[number + half] = value;
    }
    return true;
  }
  if (name === 'count') {
    const value = readDigits(bytes, at, 10);
    row[number] = value;
    return value >= 0 && value < 2 ** 32;
  }
  const [first, second] = name === 'span' ? [5, 5] : [6, 11];
  const one = readDigits(bytes, at, first!);
  const other = readDigits(bytes, at + first! + 1, second!);
  if (one < 0 || other < 0 || bytes[at + first!] !== tab) return false;
  if (name === 'span') {
    row[number] = packSpan(one, other);
    return one < 2 ** 16 && other < 2 ** 16;
  }
  const [high, low] = halvesOf(addressOf(one, other));
  row[number] = high;
  row[number + 1] = low;
  return one < mostShards && other < shardSize;
}

/** −1 for what is no number. */
function readDigits(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i += 1) {
    const digit = bytes[i]! - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function readHex(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let i = at; i < at + 8; i += 1) {
    const byte = bytes[i]!;
    const digit = byte >= 48 && byte <= 57 ? byte - 48 : byte >= 97 && byte <= 102 ? byte - 87 : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}
