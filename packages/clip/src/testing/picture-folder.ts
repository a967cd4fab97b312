import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { type Header, pack } from 'tar-stream';
import { afterAll, beforeAll } from 'vitest';

/** A PNG of one colour, 8 × 8 pixels. */
export function picture(red: number, green: number, blue: number): Promise<Buffer> {
  const background = { r: red, g: green, b: blue };
  return sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .png()
    .toBuffer();
}

/** A folder for a test file's tests, removed behind them, below `parent` (default: the system's temporary folder). */
export function useFolder(parent = tmpdir()) {
  let folder = '';
  beforeAll(async () => {
    await mkdir(parent, { recursive: true });
    folder = await mkdtemp(join(parent, '.slipform-clip-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const path = (name: string) => join(folder, name);
  return {
    path,
    /** Writes a file, with the folders on its way, and tells its path. */
    async write(name: string, content: string | Uint8Array): Promise<string> {
      await mkdir(dirname(path(name)), { recursive: true });
      await writeFile(path(name), content);
      return path(name);
    },
  };
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
