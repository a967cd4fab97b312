import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleScript } from '../testing/bundle-script';

let folder: string;
let script: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interruption-'));
  script = join(folder, 'command.mjs');
  // The command sends itself the signals, so that no clock decides.
  await bundleScript(
    `import { commandMain } from './command/command-main';
    import { withInterruption } from './command/interruption';
    const signals = process.argv[2].split(',');
    const how = process.argv[3];
    void commandMain('demo', async () => {
      const alive = setInterval(() => {}, 1000);
      try {
        await withInterruption(() => 'nothing was written.', async (signal) => {
          const aborted = new Promise((done) => signal.addEventListener('abort', done));
          for (const name of signals) if (name !== '') process.kill(process.pid, name);
          if (signals[0] !== '') await aborted;
          if (how === 'stubborn') await new Promise(() => {});
          if (how === 'saves') return;
          signal.throwIfAborted();
        });
        if (how === 'after') { process.kill(process.pid, 'SIGINT'); await new Promise(() => {}); }
        process.stdout.write('done');
        return 0;
      } finally {
        clearInterval(alive);
      }
    });`,
    script,
  );
});

afterAll(() => rm(folder, { recursive: true }));

function run(signals: string, how: string) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = spawn(process.execPath, [script, signals, how]);
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (text) => (stdout += text));
    child.stderr.on('data', (text) => (stderr += text));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

describe.skipIf(process.platform === 'win32')('a command that a signal stops', () => {
  it.each([
    ['SIGINT', 'throws', { code: 130, stdout: '', stderr: 'demo: interrupted; nothing was written.\n' }],
    ['SIGTERM', 'throws', { code: 143, stdout: '', stderr: 'demo: interrupted; nothing was written.\n' }],
    ['', 'throws', { code: 0, stdout: 'done', stderr: '' }],
    // What it had done by then is its result.
    ['SIGINT', 'saves', { code: 0, stdout: 'done', stderr: '' }],
    // A second signal does not wait.
    ['SIGINT,SIGINT', 'stubborn', { code: 130, stdout: '', stderr: '' }],
    // After the work the signal ends the process as it does without.
    ['', 'after', { code: 130, stdout: '', stderr: '' }],
  ])('%s, and the work %s', async (signals, how, ends) => {
    expect(await run(signals, how)).toEqual(ends);
  });
});
