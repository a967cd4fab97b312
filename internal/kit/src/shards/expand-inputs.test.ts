import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../errors/input-error';
import { expandInputs, isPattern } from './expand-inputs';
import { naturalOrder } from './natural-order';

let folder: string;
const names = [
  '1.tar',
  '2.tar',
  '10.tar',
  'a(1).tar',
  '!b.tar',
  '[c].tar',
  '{d,e}.tar',
  '@list.txt',
  '.hidden.tar',
  'sub/3.tar',
  'sub/deep/4.tar',
  'sub/deep/4.txt',
  '00000.tar',
  '00001.tar',
];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipform-inputs-'));
  mkdirSync(join(folder, 'sub/deep'), { recursive: true });
  for (const name of names) writeFileSync(join(folder, name), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** With the folder before each pattern, and taken off each name. */
async function expanded(...patterns: string[]) {
  const files = await expandInputs(patterns.map((pattern) => join(folder, pattern)));
  return files.map((file) => file.slice(folder.length + 1));
}

it.each([
  ['[0-9].tar', ['1.tar', '2.tar']],
  ['?.tar', ['1.tar', '2.tar']],
  [
    '*.tar',
    ['00000.tar', '00001.tar', '1.tar', '2.tar', '10.tar', '!b.tar', '[c].tar', 'a(1).tar', '{d,e}.tar'],
  ],
  ['**/*.txt', ['@list.txt', 'sub/deep/4.txt']],
  ['sub/**/*.tar', ['sub/3.tar', 'sub/deep/4.tar']],
  ['s*/*/4.*', ['sub/deep/4.tar', 'sub/deep/4.txt']],
  ['a(1)*', ['a(1).tar']],
  ['!b*', ['!b.tar']],
  ['{00000..00001}.tar', ['00000.tar', '00001.tar']],
  ['{2,1}.tar', ['2.tar', '1.tar']],
  ['sub/{3,deep/*}.tar', ['sub/3.tar', 'sub/deep/4.tar']],
  ['[c].tar', ['[c].tar']],
  ['{d,e}.tar', ['{d,e}.tar']],
  ['.hid*', ['.hidden.tar']],
])('%s', async (pattern, files) => {
  expect(await expanded(pattern)).toEqual(files);
});

it('keeps the order of the patterns, and standard input', async () => {
  expect(await expanded('2.tar', '1*.tar')).toEqual(['2.tar', '1.tar', '10.tar']);
  expect(await expandInputs(['-'])).toEqual(['-']);
});

it('reads a file of names, each as it is, with any line ends', async () => {
  const list = join(folder, 'sub/names');
  writeFileSync(list, `${join(folder, '[c].tar')}\r\n\n${join(folder, '{d,e}.tar')}`);
  expect(await expandInputs([`@${list}`])).toEqual([join(folder, '[c].tar'), join(folder, '{d,e}.tar')]);
});

it('relative patterns stay relative', async () => {
  const relative = 'internal/kit/src/shards/expand-*.test.ts';
  const here = join(import.meta.dirname, '../../../..');
  const before = process.cwd();
  process.chdir(here);
  try {
    expect(await expandInputs([relative])).toEqual([relative.replace('*', 'inputs')]);
    expect(await expandInputs([`./${relative}`])).toEqual([`./${relative.replace('*', 'inputs')}`]);
  } finally {
    process.chdir(before);
  }
});

it('follows links to files and folders', async () => {
  symlinkSync(join(folder, 'sub'), join(folder, 'link'));
  symlinkSync(join(folder, '1.tar'), join(folder, 'sub/linked.tar'));
  expect(await expanded('link/*.tar')).toEqual(['link/3.tar', 'link/linked.tar']);
  rmSync(join(folder, 'link'));
  rmSync(join(folder, 'sub/linked.tar'));
});

it('** stays out of links to folders, and takes links to files', async () => {
  const links = [
    ['sub/deep/ring', '..'],
    ['sub/root', '/'],
    ['sub/deep/again.tar', '../3.tar'],
    ['sub/gone.tar', 'nothing'],
    ['link', 'sub'],
  ];
  for (const [name, target] of links) symlinkSync(target!, join(folder, name!));
  try {
    const all = ['sub/3.tar', 'sub/deep/4.tar', 'sub/deep/again.tar'];
    expect(await expanded('sub/**/*.tar')).toEqual(all);
    expect(await expanded('**/deep/*.tar')).toEqual(all.slice(1));
    expect(await expanded('s*/**/*.tar')).toEqual(all);
    // What is named is followed, by a name or by a pattern of names.
    expect(await expanded('link/**/*.tar')).toEqual(all.map((name) => name.replace('sub', 'link')));
    expect(await expanded('l*/d*/4.tar')).toEqual(['link/deep/4.tar']);
    expect(await expanded('sub/deep/ring/3.tar')).toEqual(['sub/deep/ring/3.tar']);
  } finally {
    for (const [name] of links) rmSync(join(folder, name!));
  }
});

it.each([
  [['none*.tar'], /none\*\.tar matches no file; put it in quotes/],
  [['none.tar'], /cannot read .*none\.tar: there is no such file or folder\.$/],
  [['{00000..00003}.tar'], /and 2 of 4 are missing, the first is .*00002\.tar; correct the name/],
  [['{0000..0200}.tar'], /and 201 of 201 are missing/],
  [['1.tar', '[1].tar'], /1\.tar is named twice, by .*1\.tar and by .*\[1\]\.tar; name each input once/],
  [['{1,1}.tar'], /is named twice, by .*\{1,1\}\.tar; name/],
  [['{0..2000000}.tar'], /names more than 500000 files/],
  [['{a,none*}.tar'], /none\*\.tar \(of .*\) matches no file/],
])('%j is refused in one sentence', async (patterns, message) => {
  const refused = expanded(...patterns);
  await expect(refused).rejects.toThrow(message);
  await expect(refused).rejects.toSatisfy(InputError.isInstance);
});

it.each(['', '@', '@none.txt'])('"%s" is refused', async (word) => {
  await expect(expandInputs([word])).rejects.toSatisfy(InputError.isInstance);
});

it('says which words are patterns', () => {
  const isOne = (name: string) => isPattern(join(folder, name));
  expect(['*.tar', '{1,2}.tar', '[12].tar'].map(isOne)).toEqual([true, true, true]);
  expect(['1.tar', '[c].tar', '{d,e}.tar', 'none.tar', '{x}.tar'].map(isOne)).toEqual(Array(5).fill(false));
  expect([isPattern('@x'), isPattern('-')]).toEqual([true, false]);
});

describe('the natural order', () => {
  const name = fc.stringMatching(/^[a-cA-C0-2._]{0,6}$/);
  it('is an order', () => {
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(Math.sign(naturalOrder(a, b)) + Math.sign(naturalOrder(b, a))).toBe(0);
        expect(naturalOrder(a, b) === 0).toBe(a === b);
        if (naturalOrder(a, b) < 0 && naturalOrder(b, c) < 0) expect(naturalOrder(a, c)).toBeLessThan(0);
      }),
      { numRuns: 2000 },
    );
  });
  it('counts numbers', () => {
    expect(['x10', 'x9', 'x', 'x09', 'x1y', 'x1'].sort(naturalOrder)).toEqual([
      'x',
      'x1',
      'x1y',
      'x09',
      'x9',
      'x10',
    ]);
  });
});
