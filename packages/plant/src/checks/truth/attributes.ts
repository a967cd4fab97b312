import { groupOf, oppositesOf, sameGroup, scaleNamesOf, scalesOf } from '../../words/scales';
import type { Check } from '../check';

/** Scales whose words exclude each other, and which no picture shows: is it old, or new and worn? */
const unseenOnThings: ReadonlySet<string> = new Set(['age']);

/** An attribute is false where another one of its scale is true; nothing else is sure. */
export const attributeChecks: readonly Check[] = [
  {
    id: 'scale/same-group',
    kind: 'truth',
    scope: 'words',
    reason: 'synonym',
    slots: ['attribute'],
    what: 'Both may be said of one thing, by lying in one group of a scale: "big" and "large".',
    refuses: (old, other) => sameGroup(old.lemma, other.lemma),
    example: {
      slot: 'attribute',
      refuses: ['A big dog on a couch.', 'big', 'large'],
      passes: ['A big dog on a couch.', 'big', 'small'],
    },
  },
  {
    id: 'scale/none-shared',
    kind: 'truth',
    scope: 'words',
    reason: 'no-replacement',
    slots: ['attribute'],
    what: 'No scale has both, nor are they antonyms: "red" and "wooden" may both be true.',
    refuses: (old, other, { graph }) =>
      !shareScale(old.lemma, other.lemma) &&
      graph.adj.antonyms.get(old.lemma)?.includes(other.lemma) !== true &&
      graph.adj.antonyms.get(other.lemma)?.includes(old.lemma) !== true,
    example: {
      slot: 'attribute',
      refuses: ['A red chair by a wall.', 'red', 'wooden'],
      passes: ['A red chair by a wall.', 'red', 'blue'],
    },
  },
  {
    id: 'scale/unseen',
    kind: 'truth',
    scope: 'site',
    reason: 'unseen',
    slots: ['attribute'],
    what: 'No picture shows how old or new a thing is.',
    refuses: ({ word }, other) =>
      scaleNamesOf(word.lemma).some((scale) => unseenOnThings.has(scale)) &&
      scaleNamesOf(other.lemma).some((scale) => unseenOnThings.has(scale)) &&
      word.headNoun?.person !== true,
    example: {
      slot: 'attribute',
      refuses: ['A new car in a street.', 'new', 'old'],
      passes: ['An old man in a street.', 'old', 'young'],
    },
  },
  {
    id: 'named/sibling-group',
    kind: 'truth',
    scope: 'site',
    reason: 'in-sibling',
    slots: ['attribute'],
    what: 'Another caption of the image has the new attribute, or one of its group.',
    refuses: ({ siblings }, { lemma }) => groupOf(lemma).some((word) => siblings.has(word)),
    example: {
      slot: 'attribute',
      sibling: 'The large dog sleeps.',
      refuses: ['A small dog on a couch.', 'small', 'big'],
      passes: ['A small dog on a couch.', 'small', 'big'],
    },
  },
  {
    id: 'named/sibling-contradicts',
    kind: 'truth',
    scope: 'site',
    reason: 'in-sibling',
    slots: ['attribute'],
    what: 'Another caption says another attribute of the same scale of the same noun: one of the two is wrong already.',
    refuses: ({ siblings, word }) => {
      const { head, lemma } = word;
      if (typeof head !== 'string') return false;
      const others = oppositesOf(lemma);
      return siblings.someText(
        (text) => text.includes(head) && others.some((other) => text.includes(`${other} ${head}`)),
      );
    },
    example: {
      slot: 'attribute',
      sibling: 'A white truck in a street.',
      refuses: ['A green truck by a house.', 'green', 'red'],
      passes: ['A green truck by a house.', 'green', 'red'],
    },
  },
];

function shareScale(a: string, b: string): boolean {
  return scalesOf(a).some(({ scale }) => scaleNamesOf(b).includes(scale));
}
