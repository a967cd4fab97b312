import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStraight, writeFileWhole } from './write-file';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipform-straight-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe.skipIf(process.platform !== 'linux')('a pipe', () => {
  const makePipe = () => {
    const pipe = join(folder, 'pipe');
    spawnSync('mkfifo', [pipe]);
    return pipe;
  };

  it('gets all that is written, from a reader that comes later and reads slowly', async () => {
    const pipe = makePipe();
    const written = writeFileWhole(pipe, ['slip', Buffer.alloc(1_000_000, 'x'), 'form']);
    await setTimeout(100);
    const reader = spawn('sh', ['-c', `(sleep 0.3; cat) < "${pipe}" > "${folder}/read"`]);
    await written;
    await once(reader, 'exit');
    expect(await readFile(join(folder, 'read'), 'utf8')).toBe(`slip${'x'.repeat(1_000_000)}form`);
  });

  it('whose reader goes is one sentence', async () => {
    const pipe = makePipe();
    spawn('head', ['-c', '1', pipe], { stdio: 'ignore' });
    const content = Array.from({ length: 100 }, () => Buffer.alloc(100_000));
    await expect(writeFileWhole(pipe, content)).rejects.toThrow(`cannot write ${pipe}: its reader has gone.`);
  });

  it.each([
    ['without a reader', ''],
    ['with one that does not read', `await once(process.stdin, 'data');`],
  ])('%s does not keep a process that is asked to end', async (_, waits) => {
    const pipe = makePipe();
    const code = `
      import { once } from 'node:events';
      import { openStraight } from ${JSON.stringify(join(import.meta.dirname, 'write-file.ts'))};
      process.on('SIGTERM', () => process.exit(143));
      const opened = openStraight(${JSON.stringify(pipe)});
      setInterval(() => console.log('waits'), 50);
      ${waits}
      await (await opened).write(Buffer.alloc(1_000_000));
    `;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
      cwd: import.meta.dirname,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    const reader =
      waits === '' ? undefined : spawn('sh', ['-c', `exec < "${pipe}"; echo open; exec sleep 600`]);
    if (reader) await once(reader.stdout, 'data');
    child.stdin.write('go');
    await setTimeout(300);
    child.kill();
    expect(await once(child, 'exit')).toEqual([143, null]);
    reader?.kill();
  });
});

it.skipIf(process.platform !== 'linux')('a device is written to, and says that it is full', async () => {
  const device = await openStraight('/dev/null');
  await device.write('slipform');
  await device.close();
  const full = await openStraight('/dev/full');
  await expect(full.write('slipform')).rejects.toThrow(/ENOSPC/);
  await full.close().catch(() => {});
});
