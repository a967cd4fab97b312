import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

// SECURITY.md has one table of what a file may ask for. It is compared with the constants of the source.
const root = resolve(import.meta.dirname, '..');
const rows = [
  ...readFileSync(join(root, 'SECURITY.md'), 'utf8').matchAll(
    /^\| (.+?) \| (.+?) \| \[`([\w.]+)`\]\((.+?)\) \| (.+?) \|$/gm,
  ),
].map(([, what = '', limit = '', name = '', file = '', beyond = '']) => ({
  what,
  limit,
  name,
  file,
  beyond,
}));

const units: Readonly<Record<string, number>> = { KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };

/** The number that a cell tells: "4 MiB" is 4,194,304, "4,096 characters" 4,096. */
function told(limit: string): number {
  const [, digits = '', unit = ''] = /^([\d,]+)(?: (\w+))?$/.exec(limit) ?? [];
  return Number(digits.replaceAll(',', '')) * (units[unit] ?? 1);
}

/** The value of a constant of a file, or of a field of it. Some are in MiB: by their name, or as the line before them says. */
function constantOf(file: string, name: string): number {
  const source = readFileSync(join(root, file), 'utf8');
  const [constant, field] = name.split('.');
  const found = new RegExp(`^(.*)\n(?:export )?const ${constant}\\b[^=]*= ([\\s\\S]*?);$`, 'm').exec(source);
  if (!found) throw new Error(`${file} has no constant ${constant}: correct SECURITY.md.`);
  const [, before = '', text = ''] = found;
  const value = new Function(`return (${text.replace(/ as const| satisfies \w+/g, '')});`)();
  const isInMebibytes = /mebibytes/i.test(name) || before.includes('In MiB');
  return (field === undefined ? value : value[field]) * (isInMebibytes ? 2 ** 20 : 1);
}

it('has rows with a limit, a constant and what happens beyond', () => {
  expect(rows.length).toBeGreaterThan(60);
  for (const { limit, beyond } of rows) expect([told(limit) > 0, beyond.trim() !== '']).toEqual([true, true]);
});

it.each(rows)('$what: $limit, as $name says', ({ limit, name, file }) => {
  expect(constantOf(file, name)).toBe(told(limit));
});

/** Where others' files are read. */
const readers = [
  'internal/kit/src/{files,formats,shards}',
  'packages/bench/src/{audit,files,loaders}',
  'packages/clip/src/{data,files,tokenizer,weights}',
  'packages/concreteness/src',
  'packages/icons/src/{corpus,files,svg}',
  'packages/plant/src/files',
];
/** Constants that sound like limits of files and are not: of an algorithm, of a cache, of what is asked of the disk at once. */
const others = [
  'internal/kit/src/files/text-encoding.ts maxZeros',
  'internal/kit/src/formats/parquet/read-leaf.ts leastValuesInAll',
  'internal/kit/src/formats/read-samples.ts maxHeld',
  'packages/bench/src/audit/audit-files.ts MAX_PROBLEMS_SHOWN',
  'packages/bench/src/audit/blind-score.ts LARGEST_SHARE',
  'packages/bench/src/files/mined-questions.ts maxRelationLetters',
  'packages/bench/src/loaders/read-form.ts maxPictures',
  'packages/bench/src/loaders/row.ts longest',
  'packages/bench/src/loaders/shuffle-caption.ts MAX_WORDS',
  'packages/clip/src/files/folder-file.ts maxAtOnce',
  'packages/clip/src/tokenizer/bpe-tokenizer.ts longestKept',
  'packages/clip/src/tokenizer/bpe-tokenizer.ts maxKept',
  'packages/clip/src/weights/save-clip.ts MAX_SHARD_SIZE',
  'packages/concreteness/src/block-table.ts longest',
  'packages/concreteness/src/morphology/analyse-phrase.ts longestPhrase',
  'packages/concreteness/src/morphology/analyse-word.ts longestWord',
  'packages/concreteness/src/morphology/rate-by-parts.ts deepest',
  'packages/concreteness/src/morphology/respellings.ts longestWord',
  'packages/concreteness/src/rate-caption.ts longestPhrase',
];

it('has a row for each limit of a reader', () => {
  const folders = readers.flatMap((pattern) => {
    const [before = '', inner] = pattern.split(/[{}]/);
    return inner === undefined ? [pattern] : inner.split(',').map((each) => `${before}${each}`);
  });
  const pattern =
    '^(export )?const (max|most|longest|largest|deepest|MAX|MOST|LARGEST|DEEPEST|least(Rows|Bytes|Values))';
  const lines = execFileSync(
    'git',
    ['grep', '--untracked', '-E', pattern, '--', ...folders.map((folder) => `${folder}/*.ts`), ':!*.test.ts'],
    { cwd: root, encoding: 'utf8' },
  );
  const constants = lines
    .trim()
    .split('\n')
    .filter((line) => !line.includes('=>'))
    .map((line) => line.replace(/^(.*?):(?:export )?const (\w+).*$/, '$1 $2'));
  const listed = new Set(rows.map(({ file, name }) => `${file} ${name.split('.')[0]}`));
  expect(constants.length).toBeGreaterThan(40);
  expect(constants.filter((each) => !listed.has(each) && !others.includes(each))).toEqual([]);
  expect(others.filter((each) => !constants.includes(each))).toEqual([]);
});
