import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Output, openOutput, sayIfWaiting, withOutputFile } from './output-file';

const folder = mkdtempSync(join(tmpdir(), 'slipform-output-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);
const file = (name: string, text: string) => writeFileSync(path(name), text);
const target = () => path('out.txt');
const fingerprint = async () => ({ '--seed': 1 });
const open = (options: { force?: boolean; resume?: boolean; seed?: number } = {}) =>
  openOutput(target(), {
    read: [{ file: path('in.txt'), name: 'the input' }],
    force: options.force === true,
    resume: options.resume === true,
    fingerprint: async () => ({ '--seed': options.seed ?? 1 }),
  });
const there = () => readdirSync(dirname(target())).filter((name) => name !== 'in.txt');
const read = (name: string) => readFileSync(path(name), 'utf8');

async function writeBlocks(output: Output, ...blocks: string[]) {
  for (const block of blocks) {
    await output.write(Buffer.from(block));
    await output.blockDone({ block });
  }
}
/** What a run leaves that ends in a fault of our own. */
async function leaveUnfinished(...blocks: string[]) {
  const output = await open({ force: true });
  await writeBlocks(output, ...blocks);
  await output.discard(new Error('a bug'));
}

let said: string[] = [];
beforeEach(() => {
  for (const name of there()) rmSync(path(name), { recursive: true });
  file('in.txt', 'the input');
  said = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});

describe('one run at a time', () => {
  test.each([[{}], [{ force: true }], [{ resume: true }], [{ force: true, resume: true }]])(
    'a second run with %j ends with a sentence and touches nothing',
    async (flags) => {
      const first = await open();
      await writeBlocks(first, 'one\n');
      await expect(open(flags)).rejects.toThrow(
        new RegExp(`^another process \\(${process.pid}, since .*\\) writes .*out.txt; wait until it ends`),
      );
      await writeBlocks(first, 'two\n');
      await first.commit();
      expect(read('out.txt')).toBe('one\ntwo\n');
      expect(there()).toEqual(['out.txt']);
    },
  );

  test('commands that can’t be resumed are locked as well', async () => {
    const options = { read: [], force: true };
    const first = await openOutput(target(), options);
    await expect(openOutput(target(), options)).rejects.toThrow('another process');
    await expect(open({ force: true })).rejects.toThrow('another process');
    expect(there()).toEqual(['out.txt.lock']);
    await first.write(Buffer.from('x'));
    await first.commit();
    expect(there()).toEqual(['out.txt']);
  });

  test('who lost the lock publishes nothing and removes nothing of the other', async () => {
    const first = await open();
    await writeBlocks(first, 'one\n');
    rmSync(path('out.txt.lock'));
    const second = await open({ force: true });
    await writeBlocks(second, 'zwei\n');
    const lost = /another process has taken over .*out\.txt/;
    await expect(writeBlocks(first, 'two\n')).rejects.toThrow(lost);
    await expect(first.commit()).rejects.toThrow(lost);
    await first.discard(new Error('lost'));
    expect(there()).toEqual(['out.txt.lock', 'out.txt.partial', 'out.txt.partial.journal']);
    await second.commit();
    expect(read('out.txt')).toBe('zwei\n');
  });

  test('another file under the name of the unfinished one is never published', async () => {
    const output = await open();
    await writeBlocks(output, 'one\n');
    file('foreign', 'foreign');
    renameSync(path('foreign'), path('out.txt.partial'));
    await expect(output.commit()).rejects.toThrow(/out\.txt\.partial was replaced or removed meanwhile/);
    await output.discard(new Error('lost'));
    expect(read('out.txt.partial')).toBe('foreign');
  });
});

describe('a journal and its unfinished file', () => {
  const blocks = ['one\n', 'two\n', 'three\n', 'four\n'];
  const damage: readonly [string, number, (lines: string[]) => string[] | undefined][] = [
    ['nothing', 4, (lines) => lines],
    ['a negative size', 1, (lines) => lines.with(2, lines[2]!.replace('"bytes":8', '"bytes":-8'))],
    ['half a byte', 1, (lines) => lines.with(2, lines[2]!.replace('"bytes":8', '"bytes":7.5'))],
    ['no state', 1, (lines) => lines.with(2, lines[2]!.replace('{"block":"two\\n"}', 'null'))],
    ['another hash', 2, (lines) => lines.with(3, lines[3]!.replace(/"sha256":".{8}/, '"sha256":"00000000'))],
    ['a line twice', 4, (lines) => lines.toSpliced(5, 0, lines[4]!)],
    ['a line 20,000 times', 1, (lines) => [...lines.slice(0, 2), ...Array(20_000).fill(lines[1])]],
    ['lines in another order', 1, (lines) => [lines[0]!, lines[1]!, lines[3]!, lines[2]!, lines[4]!]],
    ['a line dropped', 1, (lines) => lines.toSpliced(2, 1)],
    ['a line of open brackets', 4, (lines) => [...lines, '['.repeat(100_000)]],
    ['no line but the first', 0, (lines) => lines.slice(0, 1)],
    ['a last line cut off', 3, (lines) => lines.with(4, lines[4]!.slice(0, 40))],
  ];
  test.each(damage)('%s: %i blocks are gone on with', async (_, sound, change) => {
    await leaveUnfinished(...blocks);
    const lines = read('out.txt.partial.journal').trimEnd().split('\n');
    writeFileSync(path('out.txt.partial.journal'), `${change(lines)!.join('\n')}\n`);
    const output = await open({ resume: true });
    expect(output.finished.map(({ state }) => state)).toEqual(
      blocks.slice(0, sound).map((block) => ({ block })),
    );
    await writeBlocks(output, ...blocks.slice(sound));
    await output.commit();
    expect(read('out.txt')).toBe(blocks.join(''));
  });

  test.each([
    ['overwritten', 0, (bytes: Buffer) => Buffer.alloc(bytes.length, '#')],
    ['overwritten from the third block on', 2, (bytes: Buffer) => bytes.fill('#', 9)],
    ['cut off', 2, (bytes: Buffer) => bytes.subarray(0, 10)],
    ['empty', 0, () => Buffer.alloc(0)],
    ['longer', 4, (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('half a block')])],
  ])('the unfinished file is %s: %i blocks are gone on with', async (_, sound, change) => {
    await leaveUnfinished(...blocks);
    writeFileSync(path('out.txt.partial'), change(readFileSync(path('out.txt.partial'))));
    said = [];
    const output = await open({ resume: true });
    expect(output.finished).toHaveLength(sound);
    const isTold = said.join('').includes(`damaged behind block ${sound}; it is made again from there.`);
    expect(isTold).toBe(sound < 4);
    await writeBlocks(output, ...blocks.slice(sound));
    await output.commit();
    expect(read('out.txt')).toBe(blocks.join(''));
  });

  test.each([
    [
      'of another version',
      '{"format":"slipform-plant journal 1","fingerprint":{}}\n',
      /was written by another version; pass --force/,
    ],
    [
      'with a damaged first line',
      '{"format":"slipform-plant journal 2","fingerprint":5}\n',
      /is damaged; pass --force/,
    ],
  ])('a journal %s is refused, and --force starts again', async (_, text, message) => {
    await leaveUnfinished(...blocks);
    writeFileSync(path('out.txt.partial.journal'), text);
    await expect(open({ resume: true })).rejects.toThrow(message);
    expect(there()).toEqual(['out.txt.partial', 'out.txt.partial.journal']);
    await (await open({ force: true })).commit();
    expect(there()).toEqual(['out.txt']);
  });

  test.each([[{}], [{ force: true }], [{ resume: true }]])(
    'files of the user are not removed: %j',
    async (flags) => {
      file('out.txt.partial', 'my own');
      await expect(open(flags)).rejects.toThrow(
        /out\.txt\.partial is in the way: .* it may be yours; move it\./,
      );
      file('out.txt.partial.journal', 'my own too');
      await expect(open(flags)).rejects.toThrow(
        /is no journal of ours, or is damaged; remove it and .* to start again/,
      );
      expect([read('out.txt.partial'), read('out.txt.partial.journal')]).toEqual(['my own', 'my own too']);
      expect(there()).toEqual(['out.txt.partial', 'out.txt.partial.journal']);
    },
  );

  test('what the input is to blame for leaves nothing', async () => {
    const { InputError } = await import('../errors/input-error');
    const output = await open();
    await writeBlocks(output, 'one\n');
    await output.discard(new InputError('the input is broken'));
    expect(there()).toEqual([]);
  });
});

describe('--resume of a finished output', () => {
  async function finish(text = 'one\n') {
    const output = await open({ resume: true });
    await writeBlocks(output, text);
    await output.commit({ captions: 1 });
  }

  test('the same fingerprint has nothing to do and says what was said', async () => {
    await finish();
    expect(there()).toEqual(['out.txt', 'out.txt.done.json']);
    for (const force of [false, true]) {
      const output = await open({ resume: true, force });
      expect(output.doneBefore?.summary).toEqual({ captions: 1 });
      await output.commit();
    }
    expect(there()).toEqual(['out.txt', 'out.txt.done.json']);
  });

  test('another fingerprint or an altered file is an error, and --force makes it again', async () => {
    await finish();
    await expect(open({ resume: true, seed: 2 })).rejects.toThrow(
      /is finished already by another run: --seed was 1 and is 2; pass --force/,
    );
    for (const altered of ['two\n', 'one\none\n']) {
      file('out.txt', altered);
      await expect(open({ resume: true })).rejects.toThrow(
        /has changed since it was written .*; pass --force/,
      );
      expect(read('out.txt')).toBe(altered);
    }
    const output = await open({ resume: true, force: true, seed: 2 });
    await writeBlocks(output, 'zwei\n');
    await output.commit();
    expect((await open({ resume: true, seed: 2 })).doneBefore).toBeDefined();
    expect(read('out.txt')).toBe('zwei\n');
  });

  test('a record that is there stays true without --resume', async () => {
    await finish();
    const output = await open({ force: true, seed: 3 });
    await writeBlocks(output, 'drei\n');
    await output.commit();
    const again = await open({ resume: true, seed: 3 });
    expect(again.doneBefore).toBeDefined();
    await again.commit();
  });

  test('without a record it stays as it is', async () => {
    file('out.txt', 'one\ntwo\n');
    await expect(open({ resume: true })).rejects.toThrow(
      /out\.txt exists, and no .*out\.txt\.done\.json says what made it; pass --force to overwrite it, or name another output\.$/,
    );
    expect(read('out.txt')).toBe('one\ntwo\n');
    expect(there()).toEqual(['out.txt']);
    const output = await open({ resume: true, force: true });
    await writeBlocks(output, 'drei\n');
    await output.commit();
    expect(read('out.txt')).toBe('drei\n');
  });

  test('a file of the user under the record’s name is neither taken for one nor overwritten', async () => {
    for (const text of [
      'mine',
      '{"format":"slipform done 1"}',
      '[]',
      '{"format":"slipform done 1","fingerprint":{},"output":{"bytes":"1"}}',
    ]) {
      file('out.txt.done.json', text);
      await expect(open({ resume: true })).rejects.toThrow(
        /done\.json is damaged, or no record of a finished run; move it and run again: .* is then compared/,
      );
      await (await open({ force: true })).commit();
      expect(read('out.txt.done.json')).toBe(text);
    }
  });
});

describe('an output overwrites no input', () => {
  test.each(['out.txt', 'out.txt.partial', 'out.txt.partial.journal', 'out.txt.done.json', 'out.txt.lock'])(
    '%s',
    async (name) => {
      for (const make of [linkSync, symlinkSync]) {
        make(path('in.txt'), path(name));
        for (const flags of [{}, { force: true }, { resume: true }, { force: true, resume: true }]) {
          await expect(open(flags)).rejects.toThrow(
            / would overwrite .*, which is the input; name another file\.$/,
          );
        }
        expect(read('in.txt')).toBe('the input');
        rmSync(path(name));
      }
    },
  );

  test('nor a file beside it', async () => {
    const options = { read: [], force: true, fingerprint };
    const beside = [{ file: target(), name: 'the list' }];
    await expect(openOutput(target(), { ...options, beside })).rejects.toThrow(
      /the list and the output would be the same file/,
    );
  });
});

test('what can’t be written is one sentence and leaves nothing', async () => {
  const options = { read: [], force: true, fingerprint };
  await expect(openOutput(path('no/out'), options)).rejects.toThrow(
    /there is no folder .*no; make it first\.$/,
  );
  for (const length of [245, 250, 255, 300]) {
    await expect(openOutput(path('x'.repeat(length)), options)).rejects.toThrow(/: the name is too long\.$/);
  }
  mkdirSync(path('out.txt.partial'));
  await expect(open()).rejects.toThrow(/out\.txt\.partial is in the way; remove it\.$/);
  expect(there()).toEqual(['out.txt.partial']);
});

describe('work whose result is one file', () => {
  const work = (text: string, force = false) =>
    withOutputFile({ file: target(), name: '-o', force, inputs: [] }, (save) => save(text));

  test('appears whole, and takes the place of an old one with force alone', async () => {
    await work('one');
    await expect(work('two')).rejects.toThrow(
      /out\.txt exists; give another -o, or --force to overwrite it\.$/,
    );
    await work('two', true);
    expect(read('out.txt')).toBe('two');
    expect(there()).toEqual(['out.txt']);
  });

  test('that fails, or comes too late, leaves what is there', async () => {
    const fails = withOutputFile({ file: target(), name: '-o', force: false, inputs: [] }, async () => {
      expect(there()).toEqual(['out.txt.lock']);
      throw new Error('no result');
    });
    await expect(fails).rejects.toThrow('no result');
    expect(there()).toEqual([]);
    const late = withOutputFile({ file: target(), name: '-o', force: false, inputs: [] }, async (save) => {
      file('out.txt', 'mine');
      await save('ours');
    });
    await expect(late).rejects.toThrow(/out\.txt exists/);
    expect(read('out.txt')).toBe('mine');
    expect(there()).toEqual(['out.txt']);
  });
});

test('says what is waited for after a while, and nothing if it came', () => {
  vi.useFakeTimers();
  sayIfWaiting('a reader of pipe').stop();
  sayIfWaiting(undefined);
  vi.runAllTimers();
  expect(said).toEqual([]);
  sayIfWaiting('a reader of pipe');
  vi.runAllTimers();
  expect(said).toEqual(['slipform: waiting for a reader of pipe …\n']);
  vi.useRealTimers();
});
