import type { Encoding, ParquetType } from 'hyparquet';
import { deltaBinaryUnpack } from 'hyparquet/src/delta.js';
import { readRleBitPackedHybrid } from 'hyparquet/src/encoding.js';
import { ParquetFault } from './byte-source';

/** What a page says of itself, and the levels that its column has. */
export interface PageShape {
  readonly values: number;
  /** `undefined` where the levels tell (pages of the first version). */
  readonly nulls: number | undefined;
  readonly encoding: Encoding;
  readonly type: ParquetType;
  readonly typeLength: number;
  readonly maxRepetition: number;
  readonly maxDefinition: number;
  /** Bytes of the two kinds of levels; `undefined` where each begins with its length (pages of the first version). */
  readonly levelBytes: { readonly repetition: number; readonly definition: number } | undefined;
}

/** A run may be filled up beyond what it is for; no writer fills up more. */
const maxPadding = 512;
const largestBlock = 2 ** 20;

/**
 * The decoder writes as much as runs and lengths within a page ask for: some bytes would fill any memory. So
 * they are looked at first.
 *
 * @param maxBytes what the values of a page may take together
 * @throws {ParquetFault} for a page that asks for more than its values
 */
export function checkPage(page: Uint8Array, shape: PageShape, maxBytes: number): void {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  let at = 0;
  const levels = (max: number, length: number | undefined) => {
    if (max > 0) {
      const start = length === undefined ? at + 4 : at;
      const end = start + (length ?? view.getUint32(at, true));
      if (end > page.length) throw new ParquetFault('the levels of a page are longer than the page');
      checkRuns(view, start, end, bitWidth(max), shape.values);
      at = end;
    } else at += length ?? 0;
  };
  levels(shape.maxRepetition, shape.levelBytes?.repetition);
  levels(shape.maxDefinition, shape.levelBytes?.definition);
  const { encoding, type, values } = shape;
  if (values === 0) return;
  if (type === 'BOOLEAN' && encoding === 'RLE') {
    checkRuns(view, at + 4, page.length, 1, values);
  } else if (encoding === 'PLAIN_DICTIONARY' || encoding === 'RLE_DICTIONARY') {
    const width = at < page.length ? view.getUint8(at) : 0;
    if (width > 32) throw new ParquetFault('a page has indices of more than 32 bits');
    if (width > 0) checkRuns(view, at + 1, page.length, width, values);
  } else if (encoding === 'BYTE_STREAM_SPLIT') {
    const width = type === 'FIXED_LEN_BYTE_ARRAY' ? shape.typeLength : 8;
    if (values * width > maxBytes) throw new ParquetFault('the values of a page are too large');
  } else if (encoding.startsWith('DELTA_')) {
    checkDeltaBlocks(view, at);
    if (encoding === 'DELTA_BYTE_ARRAY') checkPrefixes(view, at, countValues(page, shape), maxBytes);
  }
}

/**
 * Walks the runs of the hybrid of run lengths and packed bits: none may be for more values than are left. (Where
 * there are nulls, there are fewer values; the runs end with the page then.)
 */
function checkRuns(view: DataView, start: number, end: number, width: number, count: number): void {
  let at = start;
  for (let seen = 0; seen < count; ) {
    if (at >= end) return;
    const [header, next] = varint(view, at);
    const isPacked = (header & 1) === 1;
    const length = isPacked ? (header >>> 1) * 8 : header >>> 1;
    if (length > count - seen + (isPacked ? maxPadding : 0))
      throw new ParquetFault('a run in a page is longer than the page');
    at = next + (isPacked ? (header >>> 1) * width : Math.ceil(width / 8));
    seen += length;
  }
}

/** A page of differences begins with the size of its blocks. */
function checkDeltaBlocks(view: DataView, at: number): void {
  const [size, next] = varint(view, at);
  const [parts] = varint(view, next);
  if (size < 1 || size > largestBlock || parts < 1 || parts > size)
    throw new ParquetFault('the differences of a page come in blocks of an impossible size');
}

/** Texts as what they share with the one before, and the rest: a long one may be repeated in a few bits. */
function checkPrefixes(view: DataView, at: number, count: number, maxBytes: number): void {
  if (count === 0) return;
  const reader = { view, offset: at };
  const [prefixes, suffixes] = [new Int32Array(count), new Int32Array(count)];
  deltaBinaryUnpack(reader, count, prefixes);
  checkDeltaBlocks(view, reader.offset);
  deltaBinaryUnpack(reader, count, suffixes);
  let [before, bytes] = [0, 0];
  for (let i = 0; i < count; i += 1) {
    const [prefix, suffix] = [prefixes[i]!, suffixes[i]!];
    if (prefix < 0 || prefix > before || suffix < 0)
      throw new ParquetFault('a text in a page shares more than there is');
    before = prefix + suffix;
    bytes += before;
    if (bytes > maxBytes) throw new ParquetFault('the texts of a page are too large');
  }
}

/** How many values of a page, whose levels have been checked, are no nulls. */
export function countValues(
  page: Uint8Array,
  { values, nulls, maxDefinition, maxRepetition }: PageShape,
): number {
  if (nulls !== undefined) return values - nulls;
  if (maxDefinition === 0) return values;
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  const at = maxRepetition > 0 ? 4 + view.getUint32(0, true) : 0;
  const levels: number[] = new Array(values);
  readRleBitPackedHybrid({ view, offset: at }, bitWidth(maxDefinition), levels);
  return levels.filter((level) => level === maxDefinition).length;
}

/** An unsigned LEB128 of at most 32 bits, and the index behind it. */
function varint(view: DataView, start: number): [value: number, next: number] {
  let value = 0;
  for (let i = 0; i < 5; i += 1) {
    const byte = view.getUint8(start + i);
    value += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) {
      if (value >= 2 ** 32) break;
      return [value, start + i + 1];
    }
  }
  throw new ParquetFault('a number in a page is too long');
}

function bitWidth(value: number): number {
  return 32 - Math.clz32(value);
}
