import { tellingOf } from '../../lexicon/counts';
import { wordClass } from '../../lexicon/words';
import type { Check } from '../check';

const pair: ReadonlySet<string> = new Set(['two', 'a couple of']);
/** What two may be called as well; of 36 verdicts on such changes 35 objected, of 22 on changes the other way 7. */
const calledSo: ReadonlySet<string> = new Set([
  'several',
  'a group of',
  'a bunch of',
  'a row of',
  'a line of',
]);

const halted = wordClass('halted');
/** Prepositions of a way, after which one may also stay. */
const staying: ReadonlySet<string> = new Set(['along', 'by', 'around']);

/** Actions, relations and counts: words of closed sets. */
export const closedChecks: readonly Check[] = [
  {
    id: 'closed/not-excluded',
    kind: 'truth',
    scope: 'words',
    reason: 'synonym',
    slots: ['action', 'relation', 'count'],
    what: 'Both may be true at once: "near" and "behind", "several" and "many".',
    refuses: (old, other) => old.exclude?.(old.lemma, other.lemma) !== true,
    example: {
      slot: 'count',
      refuses: ['Several dogs on a couch.', 'Several', 'Many'],
      passes: ['Three dogs on a couch.', 'Three', 'Four'],
    },
  },
  {
    id: 'count/of-two',
    kind: 'truth',
    scope: 'site',
    reason: 'synonym',
    slots: ['count'],
    what: 'Two may be called several, a group or a row; what is called so is seldom two.',
    refuses: ({ word }, { lemma }) => pair.has(word.lemma) && calledSo.has(lemma),
    example: {
      refuses: ['Two dogs on a couch.', 'Two', 'Several'],
      passes: ['Several dogs on a couch.', 'Several', 'Two'],
    },
  },
  {
    id: 'action/on-the-way',
    kind: 'form',
    scope: 'site',
    reason: 'form',
    slots: ['action'],
    what: 'Nobody sits, stands or parks through a field or down a road, where the old word moves; of 14 verdicts on such changes 13 objected.',
    refuses: ({ word, lower }, { lemma }) =>
      word.form?.includes(' way') === true &&
      halted.has(lemma) &&
      !halted.has(word.lemma) &&
      !staying.has(lower(word.last + 1) ?? ''),
    example: {
      refuses: ['A dog runs through a field.', 'runs', 'stands'],
      passes: ['A dog runs through a field.', 'runs', 'walks'],
    },
  },
  {
    id: 'named/sibling-relation',
    kind: 'truth',
    scope: 'site',
    reason: 'in-sibling',
    slots: ['relation'],
    what: 'Another caption of the image has the new relation, or one like it, and mentions the noun.',
    refuses: ({ siblings, word }, { lemma, exclude }) => {
      const { headLemma } = word;
      if (headLemma === undefined) return false;
      const alike = (exclude ?? word.exclude)?.alike(lemma) ?? [lemma];
      return siblings.someText(
        (text) => text.includes(headLemma) && alike.some((other) => text.includes(` ${other} `)),
      );
    },
    example: {
      sibling: 'There is a cat underneath the table.',
      refuses: ['A dog on a table.', 'on', 'under'],
      passes: ['A dog on a table.', 'on', 'under'],
    },
  },
  {
    id: 'named/count',
    kind: 'truth',
    scope: 'site',
    reason: 'in-caption',
    slots: ['count'],
    what: 'The caption has the new number already.',
    refuses: ({ words }, { lemma }) => words.includes(tellingOf(lemma)),
    example: {
      refuses: ['Three dogs and four cats.', 'Three', 'Four'],
      passes: ['Three dogs and four cats.', 'Three', 'Five'],
    },
  },
  {
    id: 'named/sibling-count',
    kind: 'truth',
    scope: 'site',
    reason: 'in-sibling',
    slots: ['count'],
    what: 'Another caption of the image has the new number, or one that may be true with it.',
    refuses: ({ siblings, word }, { lemma, exclude }) =>
      ((exclude ?? word.exclude)?.alike(lemma) ?? [lemma]).some((other) => siblings.has(tellingOf(other))),
    example: {
      sibling: 'There are four dogs.',
      refuses: ['Three dogs on a couch.', 'Three', 'Four'],
      passes: ['Three dogs on a couch.', 'Three', 'Four'],
    },
  },
  {
    id: 'named/action',
    kind: 'truth',
    scope: 'site',
    reason: 'in-caption',
    slots: ['action'],
    what: 'The caption has the verb already, in whatever form.',
    refuses: ({ words }, { lemma }, { formOf }) => words.some((word) => formOf(word).verb === lemma),
    example: {
      refuses: ['A man stands while a woman sits on a bench.', 'sits', 'stands'],
      passes: ['A man waits while a woman sits on a bench.', 'sits', 'stands'],
    },
  },
  {
    id: 'named/sibling-action',
    kind: 'truth',
    scope: 'site',
    reason: 'in-sibling',
    slots: ['action'],
    what: 'Another caption of the image has the verb, or one that may be true with it.',
    refuses: ({ siblings, word }, { lemma, exclude }) => {
      const alike = (exclude ?? word.exclude)?.alike(lemma) ?? [lemma];
      return siblings.someVerb((verb) => alike.includes(verb));
    },
    example: {
      sibling: 'A dog stood there.',
      refuses: ['A dog sits on a couch.', 'sits', 'stands'],
      passes: ['A dog sits on a couch.', 'sits', 'stands'],
    },
  },
];
