import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileBytes } from './file-bytes';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipform-bytes-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function read(file: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of fileBytes(file)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

it('gives the bytes of a file', async () => {
  const file = join(folder, 'bytes');
  const bytes = Buffer.alloc(1_000_000, 'slipform');
  await writeFile(file, bytes);
  expect((await read(file)).equals(bytes)).toBe(true);
});

describe.skipIf(process.platform !== 'linux')('a pipe', () => {
  const makePipe = () => {
    const pipe = join(folder, 'pipe');
    spawnSync('sh', ['-c', `mkfifo "${pipe}"`]);
    return pipe;
  };

  it('gives what its writer writes, who may come later', async () => {
    const pipe = makePipe();
    const bytes = read(pipe);
    const writer = spawn('sh', ['-c', `head -c 1000000 /dev/zero > "${pipe}"`]);
    expect((await bytes).equals(Buffer.alloc(1_000_000))).toBe(true);
    await once(writer, 'exit');
  });

  it('without a writer does not keep a process that is asked to end', async () => {
    const code = `
      import { fileBytes } from ${JSON.stringify(join(import.meta.dirname, 'file-bytes.ts'))};
      process.on('SIGTERM', () => process.exit(143));
      setInterval(() => console.log('reads'), 50);
      for await (const bytes of fileBytes(${JSON.stringify(makePipe())})) console.log(bytes.length);
    `;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
      cwd: import.meta.dirname,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout!, 'data');
    child.kill();
    expect(await once(child, 'exit')).toEqual([143, null]);
  });
});
