import type { Encoding, PageHeader } from 'hyparquet';
import { Encodings, PageTypes } from 'hyparquet/src/constants.js';
import type { ByteSource } from './byte-source';
import { ParquetFault } from './parquet-fault';
import { fieldOf, readStruct, type ThriftStruct } from './thrift';

const maxValues = 1000;
/** A header holds the smallest and the largest value of its page, which may be long. */
const longestHeader = 16 * 2 ** 20;

/** Reads the header of a page at `at`, and where the page begins. @throws {ParquetFault} */
export async function readPageHeader(
  source: ByteSource,
  at: number,
  end: number,
): Promise<{ header: PageHeader; start: number }> {
  for (let size = 512; ; size *= 16) {
    const length = Math.min(size, end - at);
    const found = readStruct(await source.read(at, length), 0, maxValues);
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
