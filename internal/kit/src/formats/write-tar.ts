import { pack } from 'tar-stream';

export interface TarMember {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Two empty blocks of 512 bytes end a tar. */
export const endOfTar = new Uint8Array(1024);

/**
 * Plain files as a tar without its end (`endOfTar`), so that parts can follow one another. They have no date and no owner:
 * the same members give the same bytes.
 */
export async function tarBytes(members: readonly TarMember[]): Promise<Uint8Array> {
  const tar = pack();
  const chunks: Uint8Array[] = [];
  const read = (async () => {
    for await (const chunk of tar) chunks.push(chunk as Uint8Array);
  })();
  for (const { name, bytes } of members) {
    tar.entry({ name, size: bytes.length, mode: 0o644, mtime: new Date(0) }, Buffer.from(bytes));
  }
  tar.finalize();
  await read;
  const whole = Buffer.concat(chunks);
  return whole.subarray(0, whole.length - endOfTar.length);
}
