/** A `.npy` as numpy.save writes it, or as it never would. */
export function makeNpy(
  descr: string,
  shape: string,
  body: Uint8Array,
  { version = 1, order = 'False' } = {},
): Uint8Array {
  const prefix = version === 1 ? 10 : 12;
  const dictionary = `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${shape}, }`;
  const header = `${dictionary.padEnd(Math.ceil((prefix + dictionary.length + 1) / 64) * 64 - prefix - 1)}\n`;
  const head = Buffer.alloc(prefix);
  head.write('\x93NUMPY', 'latin1');
  head[6] = version;
  if (version === 1) head.writeUInt16LE(header.length, 8);
  else head.writeUInt32LE(header.length, 8);
  return Buffer.concat([head, Buffer.from(header, 'latin1'), body]);
}
