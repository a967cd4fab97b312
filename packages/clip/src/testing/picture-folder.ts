import sharp from 'sharp';
import { type Header, pack } from 'tar-stream';

/** A PNG of one colour, 8 × 8 pixels. */
export function picture(red: number, green: number, blue: number): Promise<Buffer> {
  const background = { r: red, g: green, b: blue };
  return sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .png()
    .toBuffer();
}

type Entry = Partial<Header> & { readonly name: string; readonly content?: string | Uint8Array };

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
  const chunks: Uint8Array[] = [];
  for await (const chunk of tar as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
