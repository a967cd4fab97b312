import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { InputError } from '../errors/input-error';
import { acquireLock, HeldByAnother, lockBeside } from './lock';
import { nodeModule } from './node-modules';
import { thisProcess } from './owner';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipform-lock-'));
  file = lockBeside(join(folder, 'out.jsonl'));
});
afterEach(() => rm(folder, { recursive: true }));

const what = 'the output out.jsonl';
const anHourAgo = new Date(Date.now() - 3_600_000);

/** A process that takes the lock, says so on standard output, and holds it until its input ends. */
function holder(...lines: string[]): ChildProcess {
  const code = `
    import { acquireLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
    ${lines.join('\n')}
    const lock = await acquireLock(${JSON.stringify(file)}, { what: 'x', wait: true });
    console.log('held');
    process.stdin.on('data', () => { lock.release(); process.exit(0); }).on('end', () => process.exit(0));
  `;
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: import.meta.dirname,
  });
}

it('lets one hold it, names the owner to others, and leaves nothing behind', async () => {
  const lock = await acquireLock(file, { what });
  lock.assertHeld();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject(thisProcess());
  const second = acquireLock(file, { what });
  await expect(second).rejects.toSatisfy(InputError.isInstance);
  await expect(second).rejects.toThrow(
    new RegExp(
      `another process \\(${process.pid}, since .*\\) writes the output out.jsonl; wait until it ends`,
    ),
  );
  lock.release();
  expect(await readdir(folder)).toEqual([]);
  const again = await acquireLock(file, { what });
  again.release();
});

it('refuses while another process lives, and takes over when it was killed', async () => {
  const child = holder();
  await once(child.stdout!, 'data');
  await expect(acquireLock(file, { what })).rejects.toThrow(`another process (${child.pid},`);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(existsSync(file)).toBe(true);
  const lock = await acquireLock(file, { what });
  lock.assertHeld();
  lock.release();
  expect(await readdir(folder)).toEqual([]);
});

it('waits for a living owner where it is asked to, and goes away when its process ends', async () => {
  const child = holder();
  await once(child.stdout!, 'data');
  const waiting = acquireLock(file, { what, wait: true });
  child.stdin!.end();
  await once(child, 'exit');
  (await waiting).release();
  expect(await readdir(folder)).toEqual([]);
});

it('gives a lock to one of many at a time', async () => {
  const counter = join(folder, 'counter');
  writeFileSync(counter, '0');
  const code = `
    import { readFileSync, writeFileSync } from 'node:fs';
    import { acquireLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
    for (let turn = 0; turn < 10; turn++) {
      const lock = await acquireLock(${JSON.stringify(file)}, { what: 'x', wait: true });
      const before = Number(readFileSync(${JSON.stringify(counter)}, 'utf8'));
      await new Promise((resolve) => setTimeout(resolve, 1));
      writeFileSync(${JSON.stringify(counter)}, String(before + 1));
      lock.release();
    }`;
  const run = () =>
    spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
      stdio: 'inherit',
      cwd: import.meta.dirname,
    });
  const ends = await Promise.all([run(), run(), run()].map((child) => once(child, 'exit')));
  expect(ends.map(([status]) => status)).toEqual([0, 0, 0]);
  expect(readFileSync(counter, 'utf8')).toBe('30');
});

it.each([
  ['a process id that another program has by now', { started: '1' }, 'dead'],
  ['a machine of the same name, or this one before it was started again', { boot: 'other' }, 'alive'],
  ['a machine that tells no boot', { boot: undefined }, 'alive'],
  ['another host', { host: 'node-17' }, 'alive'],
  ['another container', { pids: 'pid:[1]' }, 'alive'],
])('judges the owner of %s', async (_, changed, state) => {
  const record = { format: 'slipform lock 1', ...thisProcess(), since: '2026-01-01', token: 'x', ...changed };
  writeFileSync(file, JSON.stringify(record));
  if (state === 'alive') {
    await expect(acquireLock(file, { what })).rejects.toThrow(/if that process is gone/);
    // Not touched for longer than a holder would leave it.
    const before = new Date(Date.now() - 3_600_000);
    utimesSync(file, before, before);
  }
  (await acquireLock(file, { what })).release();
  expect(await readdir(folder)).toEqual([]);
});

it('finds out that it has lost the lock, and leaves the new one', async () => {
  const lock = await acquireLock(file, { what });
  const other = JSON.stringify({ format: 'slipform lock 1', ...thisProcess(), since: '', token: 'other' });
  writeFileSync(file, other);
  expect(() => lock.assertHeld()).toThrow(/has taken over the output out.jsonl/);
  lock.release();
  expect(readFileSync(file, 'utf8')).toBe(other);
});

it.each(['mine', '{"format":"mine"}', '\0mine', 'x'.repeat(10_000)])(
  'leaves a file of that name which is no lock, however old: %.30s',
  async (content) => {
    writeFileSync(file, content);
    utimesSync(file, anHourAgo, anHourAgo);
    await expect(acquireLock(file, { what })).rejects.toThrow(/is in the way/);
    expect(readFileSync(file, 'utf8')).toBe(content);
  },
);

it.each([
  '',
  '\0'.repeat(300),
  '{"format":"slip',
  '{"format":"slipform lock 1","host":"a\0\0',
  '{"format":"slipform lock 1"}',
])('takes over what a loss of power left of a lock, after two minutes: %j', async (content) => {
  writeFileSync(file, content);
  const early = acquireLock(file, { what });
  await expect(early).rejects.toThrow(
    /out\.jsonl\.lock .* is empty or damaged, .*; wait for two minutes, or remove it/,
  );
  await expect(early).rejects.toThrow(HeldByAnother);
  utimesSync(file, anHourAgo, anHourAgo);
  const lock = await acquireLock(file, { what });
  lock.assertHeld();
  lock.release();
  expect(await readdir(folder)).toEqual([]);
});

/** The lock as another machine would hold it: this process can't see its holder. */
function moveToAnotherMachine() {
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), boot: 'other' }));
  utimesSync(file, anHourAgo, anHourAgo);
}

describe.each([
  ['5 minutes behind', -300_000],
  ['1 hour ahead', 3_600_000],
])('a machine whose clock is %s', (_, shift) => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.now() + shift });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('keeps its lock while it lives', async () => {
    const lock = await acquireLock(file, { what });
    moveToAnotherMachine();
    vi.advanceTimersByTime(10_000);
    vi.useRealTimers();
    const { mtimeMs } = statSync(file);
    writeFileSync(join(folder, 'now'), '.');
    // Stamped by the file system: no later than what is written behind it, and not an hour ago.
    expect(statSync(join(folder, 'now')).mtimeMs).toBeGreaterThanOrEqual(mtimeMs);
    await expect(acquireLock(file, { what })).rejects.toThrow(HeldByAnother);
    lock.assertHeld();
    lock.release();
  });

  it('loses its lock when it is silent', async () => {
    const lock = await acquireLock(file, { what });
    moveToAnotherMachine();
    vi.useRealTimers();
    const next = await acquireLock(file, { what });
    expect(() => lock.assertHeld()).toThrow(/has taken over/);
    lock.release();
    next.assertHeld();
    next.release();
  });

  it('judges others by the time of the file system', async () => {
    const lock = await acquireLock(file, { what });
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), boot: 'other' }));
    await expect(acquireLock(file, { what })).rejects.toThrow(HeldByAnother);
    moveToAnotherMachine();
    (await acquireLock(file, { what })).release();
    lock.release();
    expect(await readdir(folder)).toEqual([]);
  });
});

it('a heartbeat touches no lock of another', async () => {
  vi.useFakeTimers();
  const lock = await acquireLock(file, { what });
  const other = JSON.stringify({ format: 'slipform lock 1', ...thisProcess(), since: '', token: 'other' });
  writeFileSync(file, other);
  utimesSync(file, anHourAgo, anHourAgo);
  const before = statSync(file).mtimeMs;
  vi.advanceTimersByTime(30_000);
  vi.useRealTimers();
  expect(statSync(file).mtimeMs).toBe(before);
  lock.release();
  expect(readFileSync(file, 'utf8')).toBe(other);
});

it('says in one sentence why it cannot be made', async () => {
  await expect(acquireLock(join(folder, 'none', 'x.lock'), { what })).rejects.toThrow(
    /there is no folder .*none/,
  );
  await expect(acquireLock(join(folder, `${'x'.repeat(300)}.lock`), { what })).rejects.toThrow(
    /the name is too long/,
  );
});

it('removes what a process left that was killed while it made this lock, empty or not, and nothing else', async () => {
  const made = vi.spyOn(nodeModule.fs(), 'writeFileSync');
  (await acquireLock(file, { what })).release();
  const ours = basename(String(made.mock.calls[0]![0]));
  made.mockRestore();
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const ofDead = (name: string) => name.replace(/-\d+-\d+\.tmp$/, `-${pid}-0.tmp`);
  writeFileSync(join(folder, ofDead(ours)), '');
  const others = [ours, ofDead(ours.replace(/-[0-9a-f]{12}/, `-${'0'.repeat(12)}`)), '.slipform-mine.tmp'];
  for (const name of others) writeFileSync(join(folder, name), '');
  (await acquireLock(file, { what })).release();
  expect((await readdir(folder)).sort()).toEqual(others.sort());
});

it('takes over a lock of another machine whose time lies ahead, which no holder wrote', async () => {
  writeFileSync(
    file,
    JSON.stringify({ format: 'slipform lock 1', host: 'x', pid: 5, since: '', token: 'x' }),
  );
  await expect(acquireLock(file, { what })).rejects.toThrow(HeldByAnother);
  const ahead = new Date('2096-10-02');
  utimesSync(file, ahead, ahead);
  (await acquireLock(file, { what, wait: true })).release();
  expect(await readdir(folder)).toEqual([]);
});

it('says once what it waits for', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const first = await acquireLock(file, { what });
  const second = acquireLock(file, { what, wait: true });
  await vi.advanceTimersByTimeAsync(20_000);
  first.release();
  await vi.advanceTimersByTimeAsync(100);
  (await second).release();
  vi.useRealTimers();
  expect(said.mock.calls.map(String)).toEqual([
    expect.stringMatching(
      /^slipform: waiting for the output out\.jsonl: another process \(\d+, since .*\) writes .* …\n$/,
    ),
  ]);
  said.mockRestore();
});

it.skipIf(!existsSync('/proc/self'))('says of a folder that takes no files that it takes none', async () => {
  await expect(acquireLock('/proc/x.lock', { what: '/proc/x' })).rejects.toThrow(
    'cannot write /proc/x: files cannot be made there; name another folder.',
  );
});
