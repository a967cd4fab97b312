import type { DecodedArray, Encoding, PageHeader } from 'hyparquet';
import { readPage } from 'hyparquet/src/column.js';
import { Encodings, PageTypes } from 'hyparquet/src/constants.js';
import { convert } from 'hyparquet/src/convert.js';
import { getMaxDefinitionLevel, getMaxRepetitionLevel, isFlatColumn } from 'hyparquet/src/schema.js';
import { type ByteSource, ParquetFault } from './byte-source';
import { checkPage, countValues, type PageShape } from './check-page';
import { decompress } from './decompress';
import type { ColumnChunk } from './read-footer';
import { fieldOf, readStruct, type ThriftStruct } from './thrift';

/** All that the decoder asks for, with the pages inflated by us. */
type LeafDecoder = Omit<Parameters<typeof readPage>[2], 'codec' | 'compressors'>;

/**
 * The values of one leaf of a row group, a page at a time; each is what a row has of it (a list, where the column
 * is one). Held are one page, the dictionary, and a row that may go on in the next page.
 *
 * @throws {ParquetFault} if a page says what cannot be; anything else for a damaged one
 */
export async function* readLeaf(
  source: ByteSource,
  chunk: ColumnChunk,
  decoder: LeafDecoder,
  held: HeldMemory,
): AsyncGenerator<DecodedArray> {
  const name = chunk.path.join('.');
  const [maxRepetition, maxDefinition] = [
    getMaxRepetitionLevel(decoder.schemaPath),
    getMaxDefinitionLevel(decoder.schemaPath),
  ];
  const isFlat = isFlatColumn(decoder.schemaPath);
  let dictionary: DecodedArray | undefined;
  // Of lists, the last row of a page may go on in the next one.
  let open: DecodedArray = [];
  let openValues = 0;
  for (let at = chunk.start; at < chunk.end; ) {
    const { header, start } = await readPageHeader(source, at, chunk.end);
    at = start + header.compressed_page_size;
    if (header.type === 'INDEX_PAGE') continue;
    const isDictionary = header.type === 'DICTIONARY_PAGE';
    const shape = shapeOf(header, decoder, maxRepetition, maxDefinition);
    // A page of nothing says nothing of the row that is open.
    if (shape.values === 0 && !isDictionary) continue;
    // A value that lies deep may bring a list of its own on each level.
    const weight = shape.values * Math.max(1, maxDefinition - 2) + openValues;
    held.hold(isDictionary ? `${name} dictionary` : name, header.uncompressed_page_size, weight);
    const page = inflate(await source.read(start, header.compressed_page_size), header, chunk);
    if (!isDictionary) checkPage(page, shape, held.maxBytes);
    // Where all are nulls, writers leave the dictionary empty or out.
    const isByDictionary = shape.encoding.endsWith('_DICTIONARY') && !isDictionary;
    if (isByDictionary && !dictionary?.length && countValues(page, shape) > 0)
      throw new ParquetFault(`a page of column ${name} needs a dictionary, and there is none`);
    const reader = { view: new DataView(page.buffer, page.byteOffset, page.byteLength), offset: 0 };
    const previous = maxRepetition > 0 && open.length > 0 ? open : undefined;
    const { data = [] } = readPage(
      reader,
      uncompressed(header, page.length),
      { ...decoder, codec: 'UNCOMPRESSED' },
      dictionary,
      previous,
      0,
    );
    if (isDictionary) dictionary = convert(data, { ...decoder, codec: 'UNCOMPRESSED' });
    else if (maxRepetition > 0) {
      openValues = data.length > 1 ? shape.values : openValues + shape.values;
      open = data.slice(-1);
      if (data.length > 1) yield data.slice(0, -1);
    } else {
      if (isFlat && (data.length !== shape.values || (Array.isArray(data) && data.includes(undefined))))
        throw new ParquetFault(`a page of column ${name} holds other values than it says`);
      if (data.length > 0) yield data;
    }
  }
  if (open.length > 0) yield open;
}

function shapeOf(
  header: PageHeader,
  decoder: LeafDecoder,
  maxRepetition: number,
  maxDefinition: number,
): PageShape {
  const v2 = header.data_page_header_v2;
  const own = v2 ?? header.data_page_header ?? header.dictionary_page_header!;
  return {
    values: own.num_values,
    nulls: v2?.num_nulls,
    encoding: own.encoding,
    type: decoder.type,
    typeLength: decoder.element.type_length ?? 0,
    maxRepetition,
    maxDefinition,
    levelBytes: v2 && {
      repetition: v2.repetition_levels_byte_length,
      definition: v2.definition_levels_byte_length,
    },
  };
}

/** The page as its header says it is before compression; the levels of the second version are never compressed. */
function inflate(bytes: Uint8Array, header: PageHeader, { codec }: ColumnChunk): Uint8Array {
  const v2 = header.data_page_header_v2;
  const levels = v2 ? v2.repetition_levels_byte_length + v2.definition_levels_byte_length : 0;
  const size = header.uncompressed_page_size - levels;
  const packed = bytes.subarray(levels);
  const values = v2?.is_compressed === false ? packed : decompress(packed, size, codec);
  if (values.length !== size) throw new ParquetFault('a page has another size than it says');
  // Alone in its buffer: the decoder reads beyond a page where the page says so, and must find nothing there.
  if (levels === 0 && values.length === values.buffer.byteLength) return values;
  const page = new Uint8Array(levels + size);
  page.set(bytes.subarray(0, levels));
  page.set(values, levels);
  return page;
}

function uncompressed(header: PageHeader, length: number): PageHeader {
  const v2 = header.data_page_header_v2;
  return {
    ...header,
    compressed_page_size: length,
    uncompressed_page_size: length,
    ...(v2 ? { data_page_header_v2: { ...v2, is_compressed: false } } : {}),
  };
}

/**
 * What the decoded pages and dictionaries of all columns may take together. Writers make pages of 1 MiB by
 * default and of 100 MB at most (DuckDB, for a file of more than that); a compressed page of some bytes could ask for any size.
 */
const leastBytes = 64 * 2 ** 20;
const bytesPerByte = 16;
/** Runs make many values of few bytes. A page with a row group of a million equal values is Arrow's own. */
const leastValues = 2 ** 20;
const leastValuesInAll = 8 * leastValues;

export interface HeldMemory {
  /** Of the values of one page. */
  readonly maxBytes: number;
  /**
   * Notes what one part (a page or a dictionary of a column) takes from now on, in place of what it took before.
   *
   * @throws {ParquetFault} if it is out of proportion to the file
   */
  hold(part: string, bytes: number, values: number): void;
}

/** @param keepsAll nothing is given back: the limits are for all parts that there ever are */
export function createHeldMemory(fileSize: number, keepsAll = false): HeldMemory {
  const maxBytes = Math.max(leastBytes, bytesPerByte * fileSize);
  const maxValues = Math.max(leastValues, fileSize);
  const maxValuesInAll = Math.max(leastValuesInAll, fileSize);
  const parts = new Map<string, { bytes: number; values: number }>();
  let [heldBytes, heldValues] = [0, 0];
  return {
    maxBytes,
    hold(part, bytes, values) {
      const before = (keepsAll ? undefined : parts.get(part)) ?? { bytes: 0, values: 0 };
      parts.set(part, { bytes, values });
      heldBytes += bytes - before.bytes;
      heldValues += values - before.values;
      if (heldBytes > maxBytes)
        throw new ParquetFault(
          `pages of ${bytes} bytes are too large for a file of ${fileSize}; the limit is ${maxBytes}`,
        );
      if (values > maxValues || heldValues > maxValuesInAll)
        throw new ParquetFault(
          `a page of ${values} values is too large for a file of ${fileSize} bytes; the limit is ${maxValues}`,
        );
    },
  };
}

const maxHeaderValues = 1000;
/** A header holds the smallest and the largest value of its page, which may be long. */
const longestHeader = 16 * 2 ** 20;

/** Reads the header of a page at `at`, and where the page begins. @throws {ParquetFault} */
async function readPageHeader(
  source: ByteSource,
  at: number,
  end: number,
): Promise<{ header: PageHeader; start: number }> {
  for (let size = 512; ; size *= 16) {
    const length = Math.min(size, end - at);
    const found = readStruct(await source.read(at, length), 0, maxHeaderValues);
    if (found !== undefined) {
      const header = headerOf(found.struct);
      const start = at + found.end;
      if (start + header.compressed_page_size > end) throw new ParquetFault('it ends within a page');
      return { header, start };
    }
    if (length === end - at || size > longestHeader)
      throw new ParquetFault('the header of a page ends too early');
  }
}

function headerOf(struct: ThriftStruct): PageHeader {
  const type = PageTypes[fieldOf.number(struct, 1) ?? -1];
  if (type === undefined) throw new ParquetFault('it holds a page of an unknown type');
  const header: PageHeader = {
    type,
    uncompressed_page_size: size(struct, 2),
    compressed_page_size: size(struct, 3),
  };
  const data = fieldOf.struct(struct, 5);
  const dictionary = fieldOf.struct(struct, 7);
  const data2 = fieldOf.struct(struct, 8);
  if (type === 'DATA_PAGE' && data !== undefined) {
    header.data_page_header = {
      num_values: size(data, 1),
      encoding: encoding(data, 2),
      definition_level_encoding: 'RLE',
      repetition_level_encoding: 'RLE',
    };
  } else if (type === 'DICTIONARY_PAGE' && dictionary !== undefined) {
    header.dictionary_page_header = {
      num_values: size(dictionary, 1),
      encoding: encoding(dictionary, 2),
    };
  } else if (type === 'DATA_PAGE_V2' && data2 !== undefined) {
    const [definitions, repetitions] = [size(data2, 5), size(data2, 6)];
    const [values, nulls, rows] = [size(data2, 1), size(data2, 2), size(data2, 3)];
    if (definitions + repetitions > Math.min(header.compressed_page_size, header.uncompressed_page_size))
      throw new ParquetFault('the levels of a page are longer than the page');
    if (nulls > values || rows > values)
      throw new ParquetFault('a page has more rows or nulls than it has values');
    header.data_page_header_v2 = {
      num_values: values,
      num_nulls: nulls,
      num_rows: rows,
      encoding: encoding(data2, 4),
      definition_levels_byte_length: definitions,
      repetition_levels_byte_length: repetitions,
      is_compressed: fieldOf.boolean(data2, 7) ?? true,
    };
  } else if (type !== 'INDEX_PAGE') throw new ParquetFault('the header of a page lacks its half');
  return header;
}

function size(struct: ThriftStruct, id: number): number {
  const value = fieldOf.number(struct, id);
  if (value === undefined || value < 0) throw new ParquetFault('a page does not say its size');
  return value;
}

function encoding(struct: ThriftStruct, id: number): Encoding {
  const found = Encodings[fieldOf.number(struct, id) ?? -1];
  if (found === undefined) throw new ParquetFault('a page has an unknown encoding');
  return found;
}
