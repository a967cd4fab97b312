import type { Check } from '../check';

const side = /\b(?:left|right)\b/;

/** Changes that a flip of the image makes true. They are off unless `noMirror` asks for them. */
export const mirrorChecks: readonly Check[] = [
  {
    id: 'mirror/side',
    kind: 'truth',
    scope: 'words',
    reason: 'mirror',
    slots: ['attribute', 'relation'],
    what: 'Left becomes right, which is true of the flipped image. Off by default; the option is `noMirror`.',
    refuses: (old, other) => side.test(old.lemma) && side.test(other.lemma),
    example: {
      slot: 'attribute',
      refuses: ['A stone in the right kidney.', 'right', 'left'],
      passes: ['A big dog on a couch.', 'big', 'small'],
    },
  },
  {
    id: 'mirror/swap',
    kind: 'truth',
    scope: 'swap',
    reason: 'mirror',
    slots: ['object', 'attribute'],
    what: 'Two change places that stand left and right of each other and differ in nothing else. Off by default; the option is `noMirror`.',
    refuses: ({ a, b, tokens }) =>
      a.slot === 'object' && tokens.slice(a.last + 1, b.first).some(({ lower }) => side.test(lower)),
    example: {
      slot: 'object',
      refuses: ['A dog to the left of a cat.', 'dog', 'cat'],
      passes: ['A dog behind a cat.', 'dog', 'cat'],
    },
  },
];
