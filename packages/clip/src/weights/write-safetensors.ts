/** A tensor to write, as float32. */
export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/**
 * The bytes of a safetensors file with these tensors as F32, by name, as Hugging Face's own writer orders
 * them; the data start at a multiple of eight bytes. The same tensors give the same bytes.
 */
export function writeSafetensors(tensors: readonly NamedTensor[]): Uint8Array {
  const sorted = [...tensors].sort((a, b) => (a.name < b.name ? -1 : 1));
  let at = 0;
  const header: [string, unknown][] = [['__metadata__', { format: 'pt' }]];
  for (const { name, shape, values } of sorted) {
    header.push([name, { dtype: 'F32', shape, data_offsets: [at, at + values.byteLength] }]);
    at += values.byteLength;
  }
  const json = JSON.stringify(Object.fromEntries(header));
  const text = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 8) * 8));
  const bytes = new Uint8Array(8 + text.length + at);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  let offset = 8 + text.length;
  for (const { values } of sorted) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), offset);
    offset += values.byteLength;
  }
  return bytes;
}
