import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Words that a reader whose English is a second language reads twice, each with what to write. */
const habits: readonly (readonly [RegExp, string])[] = [
  [/\blest\b/i, 'so that … not'],
  [/\bwhoever\b/i, 'anyone who, if you'],
  [/\bmend(s|ed|ing)?\b/i, 'fix, correct'],
  [/\brivals?\b/i, 'baselines'],
  [/\bnone of (its|their)\b/i, 'say what is allowed'],
  [/(?<!there )\b(is|are) none([.,;:)]|$)/i, 'say what it is'],
  [/\bno ones? of ours\b/i, 'say what it is'],
  [/\btold (of|by|from|apart|otherwise|once)\b/i, 'reported, recognised by, distinguished'],
  [/\b(is|are) refused where\b/i, 'throws if'],
  [/\bpolite kill\b/i, 'SIGTERM'],
];

/** Where they may stand: records of decisions, which are not edited; a list of English words; this file. */
const allowed =
  /^(docs\/decisions\/\d|(packages\/\w+|lab)\/docs\/notes\/|scripts\/plain-words|packages\/concreteness\/src\/function-words\.ts)/;

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter((file) => /\.(md|ts|mjs|js|yml|json|html)$|^\.ci\/run$/.test(file))
  .filter((file) => !/(^|\/)(fixtures|table|generated|data)\/|package-lock|\.golden\.|^results\//.test(file))
  .filter((file) => !allowed.test(file) && existsSync(join(root, file)));

it('finds the files', () => {
  expect(files.length).toBeGreaterThan(300);
  expect(files).toEqual(expect.arrayContaining(['README.md', 'packages/clip/src/index.ts', '.ci/run']));
});

it.each(habits)('nobody writes %s (better: %s)', (habit) => {
  const found = files.flatMap((file) => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    return lines.flatMap((line, i) => (habit.test(line) ? [`${file}:${i + 1} ${line.trim()}`] : []));
  });
  expect(found).toEqual([]);
});
