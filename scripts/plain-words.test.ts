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
  [/(?<![Tt]here )\b(is|are) none([.,;:)]|$)/, 'say what it is'],
  [/\bno ones? of ours\b/i, 'say what it is'],
  [/\btold (of|by|from|apart|otherwise|once)\b/i, 'reported, recognised by, distinguished'],
  [/\b(is|are) refused where\b/i, 'throws if'],
  [/\bpolite kill\b/i, 'SIGTERM'],
  [/\b(would|could) have (been )?seen\b|\bfour of five such\b/i, 'minimum detectable effect'],
  [
    /\b(whom|that|which) no (model|arm) (has |had |ever )*(saw|seen)\b|\bunseen artists\b/i,
    'held-out artists',
  ],
  [/\b(who|what) has which\b/i, 'attribute binding'],
  [/\bnothing to object\b/i, 'acceptable'],
  [/\b(on|by) the processor\b|\btorch for (the )?processors?\b/i, 'on CPU'],
  [/\bmillion numbers\b/i, 'million parameters'],
  [/\bpairs? right\b|\bright pairs ahead\b/i, 'pairing accuracy, score margin'],
  [/\bbefore training on\b/i, 'pretrained baseline'],
  [/\bamong the first ten\b/i, 'recall@10'],
  [/\bnot absorbed\b|\bhardly taken in\b/i, 'not learnt'],
  [/\bleaves this rest\b/i, 'index mod N, shard i of N'],
  [/\blook whether a folder\b/i, 'verify'],
  [
    /\bin a minute or some\b|\bsteps a second in all\b|\bjust turned\b/i,
    'in a few minutes, steps/s, changed',
  ],
  [/\bknew nothing of\b/i, 'LLM judges, blind to the method'],
  [/^[<>]{7} /, 'one side of the conflict that a merge left'],
];

/** What a page's prose calls by the field's term. Code and output are left out. */
const terms: readonly (readonly [RegExp, string])[] = [
  [/\bsmallest (true )?difference\b/i, 'minimum detectable effect'],
  [/\bthat we see\b/i, 'no significant effect, with its 95 % CI'],
  [/\bthe push\b/i, 'gradient, gradient share'],
  [/\ba guess (gets|would)\b/i, 'chance is'],
  [/\bsurprise\b|\bsurprises (least|most)\b/i, 'surprisal'],
  [/\bseams?\b/i, 'bigrams'],
  [/\bnatural partners?\b/i, 'naturally occurring minimal pair, partner'],
  [/\bgivers?\b/i, 'donor'],
  [/\bgive-away\b/i, 'text-only artefact'],
  [/\btaken in\b/i, 'learnt; the training loss on hard negatives fell'],
  [/\babsorbed\b/i, 'learnt'],
  [/\bheld to (those|it|one)\b/i, 'compared with'],
  [/\bblind (score|judge)\b(?!\))/i, 'text-only accuracy, text-only classifier'],
  [/\bunmet\b/i, 'unseen bigrams'],
  [/\bbeyond objection\b/i, 'acceptable'],
  [/\bledger\b/i, 'text-only artefact score'],
  [/\btrained on with\b/i, 'fine-tuned with'],
  [
    /\b(a |the )?most concrete one is exchanged\b|\bconcrete word is exchanged\b/i,
    'concrete words preferred',
  ],
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
  .filter((file) => /\.(md|tsx?|mjs|js|py|sql|yml|json|html)$|^\.ci\/run$/.test(file))
  .filter((file) => !/(^|\/)(fixtures|table|generated|data)\/|package-lock|\.golden\.|^results\//.test(file))
  .filter((file) => !allowed.test(file) && existsSync(join(root, file)));

it('finds the files', () => {
  expect(files.length).toBeGreaterThan(300);
  expect(files).toEqual(expect.arrayContaining(['README.md', 'packages/clip/src/index.ts', '.ci/run']));
});

/** The lines of these files in which a phrase stands. */
function linesWith(phrase: RegExp, of: readonly string[], textOf: (text: string) => string): string[] {
  return of.flatMap((file) => {
    const lines = textOf(readFileSync(join(root, file), 'utf8')).split('\n');
    return lines.flatMap((line, i) => (phrase.test(line) ? [`${file}:${i + 1} ${line.trim()}`] : []));
  });
}

/** A page without its code; each line keeps its number. */
const proseOf = (page: string): string =>
  page.replace(/^```[\s\S]*?^```|`[^`\n]*`/gm, (code) => '\n'.repeat(code.split('\n').length - 1));

it('leaves code out of a page’s prose, and counts its lines', () => {
  expect(proseOf('a `b` c\n```\nd\n```\ne').split('\n')).toEqual(['a  c', '', '', '', 'e']);
});

it('finds a phrase with its file and line', () => {
  const found = linesWith(/^# Contributing$/, ['CONTRIBUTING.md'], proseOf);
  expect(found).toEqual(['CONTRIBUTING.md:1 # Contributing']);
});

it.each(habits)('nobody writes %s (better: %s)', (habit) => {
  expect(linesWith(habit, files, (text) => text)).toEqual([]);
});

it.each(terms)('no page says %s (the term: %s)', (phrase) => {
  const pages = files.filter((file) => file.endsWith('.md'));
  expect(linesWith(phrase, pages, proseOf)).toEqual([]);
});
