import { ParquetFault } from './byte-source';

/** A struct of Thrift: its fields by their number. */
export type ThriftStruct = ReadonlyMap<number, ThriftValue>;
export type ThriftValue = boolean | number | bigint | Uint8Array | ThriftStruct | readonly ThriftValue[];

/** Parquet's own structs nest some eight deep. */
const deepest = 32;
/** A list's and a text's length; each of their elements takes a byte. */
const longest = 2 ** 31 - 1;
/** The bits of a number in groups of seven. */
const longestVarint = 10;

const ended = new Error('the bytes end within the struct');

/**
 * Reads a struct of Thrift's compact protocol, in which Parquet keeps its footer and its page headers. What it
 * makes grows with the bytes that there are, never with a length that they claim.
 *
 * @param maxValues so many values of all kinds may be in it
 * @returns the struct and the index behind it; `undefined` if the bytes end before it does
 * @throws {ParquetFault} if it is not one
 */
export function readStruct(
  bytes: Uint8Array,
  start: number,
  maxValues: number,
): { struct: ThriftStruct; end: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = start;
  let values = 0;

  const byte = (): number => {
    if (at >= bytes.length) throw ended;
    return bytes[at++]!;
  };
  const varint = (): bigint => {
    let result = 0n;
    for (let i = 0; i < longestVarint; i += 1) {
      const next = byte();
      result |= BigInt(next & 0x7f) << BigInt(7 * i);
      if (next < 0x80) return result;
    }
    throw new ParquetFault('a number in it is too long');
  };
  const smallVarint = (): number => {
    let result = 0;
    for (let i = 0; i < 5; i += 1) {
      const next = byte();
      result += (next & 0x7f) * 2 ** (7 * i);
      if (next < 0x80) return result;
    }
    throw new ParquetFault('a number in it is too long');
  };
  const zigzag = (): number => {
    const value = smallVarint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  };
  const length = (count: number): number => {
    if (count > longest) throw new ParquetFault('a length in it is too large');
    if (at + count > bytes.length) throw ended;
    return count;
  };
  const count = (more: number): void => {
    values += more;
    if (values > maxValues) throw new ParquetFault(`it says more than ${maxValues} things about its content`);
  };

  const struct = (depth: number): ThriftStruct => {
    if (depth > deepest) throw new ParquetFault('its structs nest too deep');
    const fields = new Map<number, ThriftValue>();
    let id = 0;
    for (let head = byte(); head !== 0; head = byte()) {
      id = head >> 4 === 0 ? zigzag() : id + (head >> 4);
      fields.set(id, element(head & 0x0f, depth));
    }
    return fields;
  };
  const element = (type: number, depth: number): ThriftValue => {
    count(1);
    if (type === 1 || type === 2) return type === 1;
    if (type === 3) return (byte() << 24) >> 24;
    if (type === 4 || type === 5) return zigzag();
    if (type === 6) {
      const value = varint();
      return (value >> 1n) ^ -(value & 1n);
    }
    if (type === 7) {
      at += length(8);
      return view.getFloat64(at - 8, true);
    }
    if (type === 8) {
      const size = length(smallVarint());
      at += size;
      return bytes.subarray(at - size, at);
    }
    if (type === 9) return list(depth);
    if (type === 12) return struct(depth + 1);
    throw new ParquetFault('a field in it has an unknown type');
  };
  const list = (depth: number): ThriftValue[] => {
    if (depth > deepest) throw new ParquetFault('its lists nest too deep');
    const head = byte();
    const size = length(head >> 4 === 15 ? smallVarint() : head >> 4);
    const type = head & 0x0f;
    const items: ThriftValue[] = [];
    for (let i = 0; i < size; i += 1) {
      // In a list, a boolean is a byte.
      items.push(type === 1 || type === 2 ? byte() === 1 : element(type, depth + 1));
    }
    return items;
  };

  try {
    const value = struct(0);
    return { struct: value, end: at };
  } catch (error) {
    if (error === ended) return undefined;
    throw error;
  }
}

/** Fields of a struct by type; a field that is there and has another type is a fault. */
export const fieldOf = {
  number: (struct: ThriftStruct, id: number) => typed(struct, id, (value) => typeof value === 'number'),
  bigint: (struct: ThriftStruct, id: number) => typed(struct, id, (value) => typeof value === 'bigint'),
  boolean: (struct: ThriftStruct, id: number) => typed(struct, id, (value) => typeof value === 'boolean'),
  struct: (struct: ThriftStruct, id: number) => typed(struct, id, isStruct),
  list: (struct: ThriftStruct, id: number) => typed(struct, id, (value) => Array.isArray(value)),
  bytes: (struct: ThriftStruct, id: number) => typed(struct, id, (value) => value instanceof Uint8Array),
  text: (struct: ThriftStruct, id: number): string | undefined => {
    const bytes = fieldOf.bytes(struct, id);
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  },
};

export function isStruct(value: ThriftValue): value is ThriftStruct {
  return value instanceof Map;
}

function typed<T extends ThriftValue>(
  struct: ThriftStruct,
  id: number,
  is: (value: ThriftValue) => value is T,
): T | undefined {
  const value = struct.get(id);
  if (value === undefined || is(value)) return value;
  throw new ParquetFault('a field in it has a foreign type');
}
