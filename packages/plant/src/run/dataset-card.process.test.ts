import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { runCommand } from '../command';

const { file, path } = useFolder();
const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
afterAll(() => said.mockRestore());
afterEach(() => said.mockClear());

const captions = [
  { id: '1', image_id: '7', caption: 'A bird is sitting on a red car.', width: 640 },
  { id: '2', image_id: '8', caption: 'A cat is sitting on a red car.', width: 480 },
  { id: '3', image_id: '9', caption: 'Idea.', width: 3 },
];
const input = () => file('in.jsonl', captions.map((caption) => `${JSON.stringify(caption)}\n`).join(''));

interface Front {
  readonly tags: readonly string[];
  readonly dataset_info: { readonly features: readonly Readonly<Record<string, unknown>>[] };
}

/** The front matter and the text of a card. */
function cardOf(text: string): { front: Front; text: string } {
  const [, front = '', rest = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  return { front: parse(front), text: rest };
}

test.each(['jsonl', 'parquet'])(
  'says of %s what its rows are, with the options of the record beside it',
  async (format) => {
    const folder = path(format);
    const output = join(folder, `in.${format}`);
    const mine = [
      'mine',
      input(),
      '-o',
      `${folder}/`,
      '--output-format',
      format,
      '--seed',
      '3',
      '--sense',
      '1',
      '--keep-all',
      '--keep',
      'width',
    ];
    expect(await runCommand([...mine, '--quiet'])).toBe(0);
    const card = ['card', output, '-o', path(`${format}.md`), '--license', 'cc-by-4.0'];
    expect(await runCommand(card)).toBe(0);
    const { front, text } = cardOf(readFileSync(path(`${format}.md`), 'utf8'));
    expect(front).toMatchObject({
      license: 'cc-by-4.0',
      size_categories: ['n<1K'],
      configs: [{ config_name: 'default', data_files: [{ split: 'train', path: `in.${format}` }] }],
      dataset_info: { splits: [{ name: 'train', num_examples: 3 }] },
    });
    const types = new Map<string, unknown>(
      front.dataset_info.features.map(({ name, dtype, struct }) => [String(name), dtype ?? struct]),
    );
    expect(types.get('caption')).toBe('string');
    expect(types.get('width')).toBe('int64');
    expect(types.get('concreteness')).toBe('float64');
    expect(types.get('reason')).toBe('string');
    if (format === 'parquet') expect(types.get('keyword.start')).toBe('int32');
    else expect(types.get('keyword')).toContainEqual({ name: 'start', dtype: 'int64' });
    expect(text).toContain('| rows; with a negative | 3; 2 |');
    expect(text).toContain('| reason | no-site | 1 |');
    expect(text).toContain('| seed | 3 |');
    expect(text).toMatch(new RegExp(`slipform-plant mine INPUT -o in\\.${format} .*--sense 1 --seed 3`));
    // A card that is there stays.
    await expect(runCommand(card)).rejects.toThrow('--force to overwrite it');
  },
);

test('stands beside the file, names no licence that nobody named, and describes tuples', async () => {
  const run = ['mine', input(), '-o', path('t.parquet'), '--output-format', 'triplet', '--quiet'];
  expect(await runCommand(run)).toBe(0);
  expect(await runCommand(['card', path('t.parquet')])).toBe(0);
  const { front, text } = cardOf(readFileSync(path('README.md'), 'utf8'));
  expect(front).not.toHaveProperty('license');
  expect(front.tags).toContain('sentence-transformers');
  expect(front.dataset_info.features).toEqual(
    ['anchor', 'positive', 'negative'].map((name) => ({ name, dtype: 'string' })),
  );
  expect(text).toContain('Name it before you pass this file on');
});

test('ends with one sentence and no card where a file is no file of ours', async () => {
  const wrong = async (name: string, content: string, ...more: string[]) =>
    runCommand(['card', file(name, content), '-o', path('none.md'), ...more]);
  await expect(wrong('empty.jsonl', '')).rejects.toThrow('holds no row');
  await expect(wrong('broken.jsonl', '{"a":1}\n[1]\n')).rejects.toThrow('line 2 is no JSON object');
  await expect(wrong('list.jsonl', '{"a":[1]}\n')).rejects.toThrow('has a list in the column "a"');
  const seeds = Array.from({ length: 200 }, (_, seed) => `{"seed":${seed}}\n`).join('');
  await expect(wrong('seeds.jsonl', seeds)).rejects.toThrow('more than 100 values of seed');
  await expect(wrong('x.parquet', 'PAR1')).rejects.toThrow('x.parquet');
  await expect(wrong('x.tsv', 'a\n')).rejects.toThrow('a card is written for JSON lines or Parquet');
  await expect(wrong('a.jsonl', '{"a":1}\n', '--license', 'a: b')).rejects.toThrow('must be an identifier');
  expect(existsSync(path('none.md'))).toBe(false);
});

test('what a file says is no mark-up of the card', async () => {
  file('m.jsonl', `${JSON.stringify({ 'a: [b]\n---': 1, slot: '</td>|`x`\n# y', seed: 1 })}\n`);
  expect(await runCommand(['card', path('m.jsonl'), '-o', path('m.md')])).toBe(0);
  const { front, text } = cardOf(readFileSync(path('m.md'), 'utf8'));
  expect(front.dataset_info.features[0]).toEqual({ name: 'a: [b]\n---', dtype: 'int64' });
  expect(text).not.toMatch(/^# y|<\/td>/m);
});

test('neither rows nor a record write a command of their own', async () => {
  file('evil.jsonl', `${JSON.stringify({ caption: 'A dog.', seed: '1; touch PWN #' })}\n`);
  expect(await runCommand(['card', path('evil.jsonl'), '-o', path('evil.md')])).toBe(0);
  expect(readFileSync(path('evil.md'), 'utf8')).toMatch(/^slipform-plant mine INPUT -o evil\.jsonl$/m);
  const fingerprint = {
    '--evil $(touch PWN)': 'x',
    '--constructor': 'x',
    '--seed': '$(touch PWN)',
    '--policy': "$(touch PWN)'\u001b[2J",
  };
  const output = { bytes: 1, sha256: '' };
  file(
    'evil.jsonl.done.json',
    JSON.stringify({ format: 'slipform done 1', fingerprint, output, summary: {} }),
  );
  expect(await runCommand(['card', path('evil.jsonl'), '-o', path('evil.md'), '--force'])).toBe(0);
  expect(readFileSync(path('evil.md'), 'utf8')).toContain(
    "slipform-plant mine INPUT -o evil.jsonl --policy '$(touch PWN)'\\''\\u001b[2J'\n",
  );
});

test('any name of a column, any size of a number, and any name of a file can be read back', async () => {
  const names = [
    '\u007f',
    '\u0085',
    '\u009f',
    '\u2028',
    '\ufffe',
    '\ufeff',
    '\u202e',
    '"\\',
    '- a',
    '#',
    '😀',
  ];
  const row = { ...Object.fromEntries(names.map((name) => [name, 'x'])), large: 1e300 };
  file('[1]*.jsonl', `${JSON.stringify(row)}\n`);
  expect(await runCommand(['card', path('[1]*.jsonl'), '-o', path('names.md')])).toBe(0);
  const content = readFileSync(path('names.md'), 'utf8');
  const { front } = cardOf(content);
  expect(front.dataset_info.features).toEqual([
    ...names.map((name) => ({ name, dtype: 'string' })),
    { name: 'large', dtype: 'float64' },
  ]);
  // What YAML does not allow; our parser is lenient.
  expect(content).not.toMatch(/[\u007f-\u009f\u2028\u2029\ufffe\ufeff\u202e]/);
  expect(content).toContain('path: "[[]1][*].jsonl"');
  const mixed = file('mixed.jsonl', '{"a":{"b":1}}\n{"a":"x"}\n');
  await expect(runCommand(['card', mixed, '-o', path('none.md')])).rejects.toThrow(
    'the column "a" has objects and other values',
  );
});
