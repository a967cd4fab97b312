import { type Header, pack } from 'tar-stream';

type Entry = Partial<Header> & { readonly name: string; readonly content?: string | Buffer };

/** A tar of given members, hostile ones too. */
export async function packTar(...entries: readonly Entry[]): Promise<Buffer> {
  const tar = pack();
  for (const { content = '', ...header } of entries) {
    const isFile = header.type === undefined || header.type === 'file';
    const whole = { ...header, size: isFile ? Buffer.byteLength(content) : 0 };
    if (isFile) tar.entry(whole, content);
    else tar.entry(whole);
  }
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
