import type { Check } from '../src/checks/check';
import { registry } from '../src/checks/registry';
import { kindsOfText } from '../src/reading/kinds-of-text';
import { refusals } from '../src/reading/word-refusals';

const kinds: readonly (readonly [kind: Check['kind'], title: string, about: string])[] = [
  ['truth', 'Truth', 'What they refuse could be true of the picture.'],
  [
    'safety',
    'Safety',
    'What they refuse could harm. No option, operation, rewriter or scorer is exempt, and none of these checks can be switched off. They know subjects and words by lists and by WordNet; what no list has passes.',
  ],
  ['form', 'Form', 'What they refuse would be no English, or no edit.'],
];

/** docs/checks.md: every check with its id, its reason and an example. */
export function printChecks(): string {
  return [
    '# What the miner checks',
    '',
    'Checks are hard rules of truth, safety and form. Plausibility is no check but a [score](plausibility.md). The command and',
    '`plant.stats().checks` count refusals by id, `plant.stats().refusals` by reason: of words tried in a place, not of captions.',
    'The first check that refuses counts. Each has its reason and a change that is refused; the [registry](../src/checks/registry.ts) has one',
    'that passes, and says what the check looks at, and why.',
    '',
    '<!-- Printed from src/checks/registry.ts: npm run checks -w @slipform/plant -->',
    ...kinds.flatMap(([kind, title, about]) => [
      '',
      `## ${title}`,
      '',
      about,
      '',
      ...registry.filter((check) => check.kind === kind).map(rowOf),
    ]),
    ...reader(),
    ...rest,
    '',
  ].join('\n');
}

/** The refusals of the reader, and the sorts of text. */
function reader(): readonly string[] {
  const rows = Object.values(refusals).flat();
  return [
    '',
    '## The reader',
    '',
    'The reader leaves a word alone in a fixed phrase, or where no change of it could be seen. Rows are counted and switched off like checks,',
    'with the reason `fixed-phrase` or `person`. [word-refusals.ts](../src/reading/word-refusals.ts) says why, and has a word that may change;',
    'most of `phrase/…` are lines of [phrases.tsv](../lexicon/phrases.tsv).',
    '',
    ...rows.map(({ id, example }) => `- \`${id}\`: ${withoutStop(example.refuses)}`),
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

function rowOf({ id, kind, reason, what, example }: Check): string {
  const { refuses, sibling } = example;
  const beside = sibling === undefined ? '' : ` (beside "${sibling}")`;
  const sentence = kind === 'safety' ? ` ${what}` : '';
  return `- \`${id}\` (${reason}):${sentence} ${changed(refuses)}${beside}`;
}

const withoutStop = (caption: string) => caption.replace(/\.$/, '');

/** The caption with the change in its place. */
function changed([caption, old, other]: Check['example']['refuses']): string {
  const start = caption.indexOf(old);
  return `${caption.slice(0, start)}*${old}→${other}*${withoutStop(caption.slice(start + old.length))}`;
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
  '- People change only by the table of [persons](../lexicon/persons.tsv): man, woman, boy, girl, child and a few roles, never where',
  '  "his" or "her" would show it. Their colour and size never change.',
  '- **No adult becomes a minor.** In texts about undress, sex, love, birth, alcohol, drugs or violence no negative names a minor.',
  '  Nothing is swapped between a minor and somebody else ([protect-minors.ts](../src/safety/protect-minors.ts)).',
  '  [295 sentences](../fixtures/safety.tsv) test it on every path; `measure/safety-search.ts` searches what is mined.',
  '- **Kept apart**, by classes mostly of WordNet ([safety.tsv](../lexicon/safety.tsv)): what is private or harmful from a minor, what degrades',
  '  from a named group, a sacred thing from another and from what mocks it. `src/safety/kept-apart.test.ts` and',
  '  [530 traps](../fixtures/traps.tsv) test it.',
  '- **Not mined** (reason `intimate`): nakedness, underwear and what it covers, breastfeeding, sex, a kiss in bed. Swimwear, a bare chest,',
  '  a kiss and a wedding are ordinary.',
  '',
  '## Grammar',
  '',
  'a/an, number, the form of the verb, capitals and degree follow the new word. Every other byte stays.',
];
