import type { Check } from '../src/checks/check';
import { registry } from '../src/checks/registry';
import { kindsOfText } from '../src/reading/kinds-of-text';
import { refusals } from '../src/reading/word-refusals';

const kinds: readonly (readonly [kind: Check['kind'], title: string, about: string])[] = [
  ['truth', 'Truth', 'What they refuse could be true of the picture.'],
  [
    'safety',
    'Safety',
    'What they refuse could harm. No option, operation, rewriter or scorer is exempt, and none of these checks can be switched off. They know subjects and words by lists and by WordNet: a list is a list, and what none has passes.',
  ],
  ['form', 'Form', 'What they refuse would be no English, or no edit.'],
];

const scopes: Readonly<Record<Check['scope'], string>> = {
  words: 'the two words',
  site: 'the word in its place',
  swap: 'two words that change places',
  written: 'the word in its place, the text as written',
};

/** docs/checks.md: every check with its id, its reason and an example of either side. */
export function printChecks(): string {
  return [
    '# What the miner checks',
    '',
    'Checks are hard: they are about truth, safety and form. Whether a word is *likely* in its place is no check but a',
    'price ([plausibility](plausibility.md)). Each check has an id; `plant.stats().checks` and the command count refusals by',
    'id, `plant.stats().refusals` by reason. They count words that were tried in a place, not captions.',
    'The first check that refuses is counted.',
    '',
    '<!-- Printed from src/checks/registry.ts: npm run checks -w @slipform/plant -->',
    ...kinds.flatMap(([kind, title, about]) => [
      '',
      `## ${title}`,
      '',
      about,
      '',
      '| id | reason | looks at | what it refuses | refuses | lets pass |',
      '| --- | --- | --- | --- | --- | --- |',
      ...registry.filter((check) => check.kind === kind).map(rowOf),
    ]),
    ...reader(),
    ...rest,
    '',
  ].join('\n');
}

/** The refusals of the reader, and the sorts of text. */
function reader(): readonly string[] {
  const rows = Object.values(refusals).flatMap((of) => of.map((row) => row));
  return [
    '',
    '## The reader',
    '',
    'Before a word is a site, the reader may leave it alone: it is a word of a fixed phrase, or no change of it could be told.',
    'These rows are counted and switched off like checks, and their reason is `fixed-phrase` or `person`. Most of those named `phrase/…`',
    'are lines of [phrases.tsv](../lexicon/phrases.tsv).',
    '',
    '| id | kind | of | what it leaves alone | refuses | lets pass |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(
      ({ id, kind, slot, what, example }) =>
        `| \`${id}\` | ${kind} | ${slot} | ${what} | ${example.refuses} | ${example.passes} |`,
    ),
    '',
    '## Sorts of text',
    '',
    'What a caption is decides how it is read, or that nothing of it is read ([add one](../../../contributing/add-a-domain.md)).',
    '',
    '| sort | what it is | read | measured on |',
    '| --- | --- | --- | --- |',
    ...kindsOfText.map(
      ({ id, what, unusable, names, measured = [] }) =>
        `| \`${id}\` | ${what} | ${unusable ? `no: \`${unusable}\`` : names ? `yes, with names as in a ${names}` : 'yes'} | ${measured.join(', ')} |`,
    ),
  ];
}

function rowOf({ id, reason, scope, what, example }: Check): string {
  const { refuses, passes, sibling } = example;
  const change = ([caption, old, other]: typeof refuses) => `${mark(caption, old)} ${old} → ${other}`;
  const beside = sibling === undefined ? '' : ` (beside "${sibling}")`;
  const cells = [`\`${id}\``, `\`${reason}\``, scopes[scope], what, change(refuses) + beside, change(passes)];
  return `| ${cells.join(' | ')} |`;
}

/** The caption with the old word set apart. */
function mark(caption: string, old: string): string {
  const start = caption.indexOf(old);
  return `${caption.slice(0, start)}*${old}*${caption.slice(start + old.length)}`;
}

const rest: readonly string[] = [
  '',
  '## Reasons without a check',
  '',
  '| reason | what it counts |',
  '| --- | --- |',
  '| `too-long` | captions of more than 4,096 characters |',
  '| `unrated` | words without a rating of concreteness |',
  '| `crowded-image` | captions beyond the 250 of one image that are compared; perhaps the column is not the image |',
  '| `rewrite` | answers of the `rewriter` that change nothing, more than one place, or fail a check |',
  '| `scorer` | answers of the `scorer` that are no list of finite numbers |',
  '',
  '## People',
  '',
  '- People change only by the table of [persons](../lexicon/persons.tsv): man, woman, boy, girl, child and a few roles',
  '  (skier, batter), never where "his" or "her" would give the change away. Their colour and their size never change.',
  '- **No adult becomes a minor.** In texts about undress, sex, love, birth, alcohol, drugs or violence no negative names a',
  '  minor; nothing is swapped between a minor and somebody else. The rule is [one file](../src/safety/protect-minors.ts);',
  '  [295 sentences](../fixtures/safety.tsv) hold it on every path, and `measure/safety-search.ts` searches what is mined.',
  '- **What is kept apart** is a table of classes, most of them WordNet’s ([safety.tsv](../lexicon/safety.tsv)): what is private or',
  '  harmful from a minor, what degrades from a named group, a sacred thing from another and from what mocks it. A word',
  '  of youth before a person ("a young gymnast"), an age, and a capitalised word of no dictionary before a person count, too.',
  '  Captions of templates hold it on every path (`src/safety/kept-apart.test.ts`), [530 traps](../fixtures/traps.tsv) at the checks.',
  '- **Captions of undress or intimacy are not mined** (reason `intimate`): nakedness, underwear, what it covers, breastfeeding,',
  '  sex, a kiss in bed. Swimwear, a bare chest, a kiss and a wedding are ordinary.',
  '- A natural partner brings another picture. It is left out where a caption speaks of bodies, intimacy, undress, violence',
  '  or drugs.',
  '',
  '## Grammar',
  '',
  'a/an, number, the form of the verb, capitals and degree follow the new word. Every other byte stays.',
];
