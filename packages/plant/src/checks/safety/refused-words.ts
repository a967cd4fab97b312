import { remembered } from '../../hashes/remembered';
import { genderOf } from '../../lexicon/people';
import { isSensitiveForPictures } from '../../safety/sensitive-topics';
import { isProtected } from '../../safety/word-classes';
import { wordsOf } from '../../safety/words-of';
import type { Check } from '../check';

/** Words that are never written, and texts in which the sex of somebody never changes. */
export const refusedWordChecks: readonly Check[] = [
  {
    id: 'refused/slur',
    kind: 'safety',
    scope: 'words',
    reason: 'refused-word',
    what: 'The new word is a slur or a vulgar word.',
    refuses: (_old, { lemma, text }, { graph }) =>
      graph.refused.has(lemma) ||
      text
        .toLowerCase()
        .split(' ')
        .some((word) => graph.refused.has(word)),
    example: {
      slot: 'object',
      refuses: ['A dog on a couch.', 'dog', 'jackass'],
      passes: ['A dog on a couch.', 'dog', 'cat'],
    },
  },
  {
    id: 'refused/group',
    kind: 'safety',
    scope: 'words',
    reason: 'refused-word',
    what: 'The new word says of what people, faith, sexuality or disability somebody is.',
    refuses: (_old, { lemma, text }) => isProtected(lemma) || text.split(' ').some(isProtected),
    example: {
      slot: 'attribute',
      refuses: ['A large temple by a lake.', 'large', 'muslim'],
      passes: ['A large temple by a lake.', 'large', 'small'],
    },
  },
  {
    id: 'sex/contradicted',
    kind: 'truth',
    scope: 'site',
    reason: 'person',
    slots: ['object', 'attribute'],
    what: 'The text says what only a woman or only a man has, or the picture is one of the inside of a body.',
    may: { at: ({ word }) => sexOf(word.lemma) !== undefined, of: ({ lemma }) => sexOf(lemma) !== undefined },
    refuses: ({ caption, word }, other) => changesSex(word.lemma, other.lemma) && tellsSex(caption),
    example: {
      slot: 'object',
      refuses: ['An x-ray of a woman with a fracture.', 'woman', 'man'],
      passes: ['A picture of a woman with a dog.', 'woman', 'man'],
    },
  },
  {
    id: 'natural/sensitive',
    kind: 'safety',
    scope: 'site',
    reason: 'refused-word',
    what: 'A minimal pair brings another picture: none where a caption speaks of bodies, intimacy, undress, violence or drugs.',
    refuses: (site, other) =>
      site.operation === 'natural' &&
      (isSensitiveForPictures(wordsOf(site.caption)) || isSensitiveForPictures(wordsOf(other.text))),
    example: {
      slot: 'object',
      refuses: ['A man with a gun beside a dog.', 'dog', 'cat'],
      passes: ['A man with a ball beside a dog.', 'dog', 'cat'],
    },
  },
];

function changesSex(old: string, other: string): boolean {
  const from = sexOf(old);
  const to = sexOf(other);
  return from !== undefined && to !== undefined && from !== to;
}

function sexOf(lemma: string): 'male' | 'female' | undefined {
  return genderOf(lemma) ?? (lemma === 'male' || lemma === 'female' ? lemma : undefined);
}

/** What one sex alone has, and pictures of the inside of a body, which show no sex or show it for sure. */
const telling =
  /\b(?:pregnan\w*|matern\w*|menstru\w*|menopaus\w*|lactat\w*|breast\w*|mammogra\w*|uter\w*|ovar\w*|cervi\w*|vagin\w*|vulv\w*|endometri\w*|hysterectom\w*|fetus|fetal|f(?:o|oe)etus|placent\w*|prostat\w*|testi[cs]\w*|scrot\w*|penis|penile|x-?rays?|radiograph\w*|radiolog\w*|roentgen\w*|ct|mri|mr|scans?|tomogra\w*|ultraso\w*|sonogra\w*|angiogra\w*|endoscop\w*|patients?)\b/i;

const tellsSex = remembered((caption: string) => telling.test(caption), 50_000);
