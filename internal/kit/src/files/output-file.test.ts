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
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { InputError } from '../errors/input-error';
import { nodeModule } from './node-modules';
import { type Output, withOutputFile } from './output-file';
import { writeFileWhole } from './write-file';

const folder = mkdtempSync(join(tmpdir(), 'slipform-output-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);
const file = (name: string, text: string) => writeFileSync(path(name), text);
const target = () => path('out.txt');
const there = () =>
  readdirSync(dirname(target())).filter((name) => name !== 'in.txt' && !name.startsWith('.slipform'));
const drafts = () => readdirSync(folder).filter((name) => name.startsWith('.slipform'));
const read = (name: string) => readFileSync(path(name), 'utf8');

interface Flags {
  readonly force?: boolean;
  /** Asks for a record. */
  readonly seed?: number;
  readonly to?: string;
}
const rulesOf = ({ force = false, seed, to = target() }: Flags) => ({
  file: to,
  force,
  inputs: [{ file: path('in.txt'), name: 'the input' }],
  ...(seed !== undefined && { fingerprint: async () => ({ '--seed': seed }) }),
});
/** Writes a text; `during` runs behind its first byte. @returns whether an earlier run had done it */
const write = (text: string, flags: Flags = {}, during?: (output: Output) => unknown) =>
  withOutputFile(rulesOf(flags), async (save, output) => {
    if (output.doneBefore) {
      await save();
      return output.doneBefore.summary;
    }
    await output.write(Buffer.from(text.slice(0, 1)));
    await during?.(output);
    await save(text.slice(1), { captions: 1 });
    return undefined;
  });

beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(path(name), { recursive: true });
  file('in.txt', 'the input');
});

describe('one run at a time', () => {
  test.each([{}, { force: true }, { seed: 1 }, { force: true, seed: 1 }])(
    'a second run with %j ends with a sentence and touches nothing',
    async (flags) => {
      await write('one\n', {}, async () => {
        await expect(write('two\n', flags)).rejects.toThrow(
          new RegExp(`^another process \\(${process.pid}, since .*\\) writes .*out.txt; wait until it ends`),
        );
        expect(there()).toEqual(['out.txt.lock']);
      });
      expect(read('out.txt')).toBe('one\n');
      expect([there(), drafts()]).toEqual([['out.txt'], []]);
    },
  );

  test('who lost the lock publishes nothing and removes nothing of the other', async () => {
    const first = write('one\n', {}, async () => {
      rmSync(path('out.txt.lock'));
      await write('zwei\n', {}, () => file('out.txt.lock.seen', ''));
    });
    await expect(first).rejects.toThrow(/another process has taken over .*out\.txt/);
    expect(read('out.txt')).toBe('zwei\n');
    expect(drafts()).toEqual([]);
  });

  test('another file under the name of the draft is never published', async () => {
    const output = write('one\n', {}, () => {
      file('foreign', 'foreign');
      renameSync(path('foreign'), path(drafts()[0]!));
    });
    await expect(output).rejects.toThrow(/\.tmp was replaced or removed meanwhile; run it again/);
    expect(there()).toEqual([]);
  });

  test('who holds the lock removes the drafts of killed runs, those of other machines too, and nothing else', async () => {
    let draft = '';
    await write('one\n', {}, () => (draft = drafts()[0]!));
    const [, name, , boot] = draft.split('-');
    const left = [`.slipform-${name}-${'0'.repeat(12)}-${boot}-7-0.tmp`];
    const others = [
      `.slipform-${'0'.repeat(12)}-${'0'.repeat(12)}-${boot}-7-0.tmp`,
      `.slipform-${name}-mine`,
    ];
    for (const each of [...left, ...others]) file(each, 'half');
    await write('two\n', { force: true });
    expect(drafts()).toEqual(others.sort());
  });
});

test('an error leaves what was there, and nothing beside it', async () => {
  file('out.txt', 'old');
  const fails = write('new', { force: true, seed: 1 }, async (output) => {
    writeFileSync(join(await output.makeScratch(), 'x'), 'x');
    throw new InputError('the input is broken');
  });
  await expect(fails).rejects.toThrow('the input is broken');
  expect([read('out.txt'), there(), drafts()]).toEqual(['old', ['out.txt'], []]);
});

test('the folder is brought to the disk behind the renaming', async () => {
  const { promises } = nodeModule.fs();
  const [open, rename] = [promises.open.bind(promises), promises.rename.bind(promises)];
  const did: string[] = [];
  const spies = [
    vi.spyOn(promises, 'rename').mockImplementation(async (from, to) => {
      did.push(`rename to ${basename(String(to))}`);
      await rename(from, to);
    }),
    vi.spyOn(promises, 'open').mockImplementation(async (place, ...rest) => {
      const handle = await open(place, ...rest);
      const sync = handle.sync.bind(handle);
      handle.sync = async () => {
        did.push(`sync ${place === folder ? 'the folder' : 'a file'}`);
        await sync();
      };
      return handle;
    }),
  ];
  await write('new');
  await writeFileWhole(target(), 'newer');
  for (const spy of spies) spy.mockRestore();
  const once = ['sync a file', 'rename to out.txt', 'sync the folder'];
  expect(did).toEqual([...once, ...once]);
});

describe('an output with a record', () => {
  test('the same fingerprint has nothing to do and says what was said; --force makes it again', async () => {
    expect(await write('one\n', { seed: 1 })).toBeUndefined();
    expect(there()).toEqual(['out.txt', 'out.txt.done.json']);
    expect(await write('two\n', { seed: 1 })).toEqual({ captions: 1 });
    expect(read('out.txt')).toBe('one\n');
    expect(await write('two\n', { seed: 1, force: true })).toBeUndefined();
    expect(await write('three\n', { seed: 1 })).toEqual({ captions: 1 });
    expect([read('out.txt'), there()]).toEqual(['two\n', ['out.txt', 'out.txt.done.json']]);
  });

  test('another fingerprint or an altered file is an error', async () => {
    await write('one\n', { seed: 1 });
    await expect(write('two\n', { seed: 2 })).rejects.toThrow(
      /is finished already by another run: --seed was 1 and is 2; pass --force/,
    );
    for (const altered of ['two\n', 'one\none\n']) {
      file('out.txt', altered);
      await expect(write('two\n', { seed: 1 })).rejects.toThrow(
        /has changed since it was written .*; pass --force/,
      );
      expect(read('out.txt')).toBe(altered);
    }
  });

  test('without a record it stays as it is', async () => {
    file('out.txt', 'one\ntwo\n');
    await expect(write('x', { seed: 1 })).rejects.toThrow(
      /out\.txt exists, and no .*out\.txt\.done\.json says what made it; pass --force to overwrite it, or name another output\.$/,
    );
    expect([read('out.txt'), there()]).toEqual(['one\ntwo\n', ['out.txt']]);
  });

  test('a file of the user under the record’s name is neither taken for one nor overwritten', async () => {
    for (const text of ['mine', '{"format":"slipform done 1"}', '[]']) {
      file('out.txt.done.json', text);
      await expect(write('x', { seed: 1 })).rejects.toThrow(
        /done\.json is damaged, or no record of a finished run; move it and run again/,
      );
      expect(read('out.txt.done.json')).toBe(text);
    }
  });
});

describe('an output overwrites no input', () => {
  test.each(['out.txt', 'out.txt.done.json', 'out.txt.lock'])('%s', async (name) => {
    for (const make of [linkSync, symlinkSync]) {
      make(path('in.txt'), path(name));
      for (const force of [false, true]) {
        await expect(write('x', { force, seed: 1 })).rejects.toThrow(
          / would overwrite .*, which is the input; name another file\.$/,
        );
      }
      expect(read('in.txt')).toBe('the input');
      rmSync(path(name));
    }
  });
});

test('what can’t be written is one sentence and leaves nothing', async () => {
  await expect(write('x', { to: path('no/out') })).rejects.toThrow(
    /there is no folder .*no; make it first\.$/,
  );
  for (const length of [252, 255, 300]) {
    await expect(write('x', { to: path('x'.repeat(length)) })).rejects.toThrow(/: the name is too long\.$/);
  }
  mkdirSync(path('out.txt.done.json'));
  await expect(write('x', { seed: 1 })).rejects.toThrow(/out\.txt\.done\.json is in the way; remove it\.$/);
  expect([there(), drafts()]).toEqual([['out.txt.done.json'], []]);
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
