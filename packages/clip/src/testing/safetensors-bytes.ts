/** A safetensors header as JSON has it; `__metadata__` is the one entry that is none of a tensor. */
export type RawHeader = Record<
  string,
  { dtype: string; shape: number[]; data_offsets: [number, number] } | undefined
>;

/** Takes a safetensors file apart, without a check. */
export function splitSafetensors(bytes: Uint8Array): { header: RawHeader; data: Uint8Array } {
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  return {
    header: JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))),
    data: bytes.subarray(8 + length),
  };
}

/** Puts one together from whatever header, true or false. */
export function joinSafetensors(header: RawHeader | string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const bytes = new Uint8Array(8 + text.length + data.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  bytes.set(data, 8 + text.length);
  return bytes;
}

/** A file of the given float32 tensors. */
export function safetensorsOf(
  tensors: readonly { name: string; shape: number[]; values: Float32Array }[],
): Uint8Array<ArrayBuffer> {
  const header: RawHeader = {};
  const data = new Uint8Array(tensors.reduce((sum, { values }) => sum + values.byteLength, 0));
  let at = 0;
  for (const { name, shape, values } of tensors) {
    data.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    header[name] = { dtype: 'F32', shape, data_offsets: [at, at + values.byteLength] };
    at += values.byteLength;
  }
  return joinSafetensors(header, data);
}
