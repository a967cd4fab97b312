import type { Random } from '../statistics/random';

/** A token of a text and what ARO's shuffles ask about it. */
export interface TaggedToken {
  readonly text: string;
  readonly tag: 'noun' | 'adjective' | 'other';
}

/** Splits an English text into tokens with their word classes. */
export type Tagger = (text: string) => readonly TaggedToken[];

/** ARO cuts captions after so many words. */
const MAX_WORDS = 30;

/**
 * ARO's four shuffles of a caption, in its order: nouns among themselves and adjectives among themselves; everything
 * but these; the words within each run of three; the runs of three as wholes. Then cleaned as {@link cleanCaption}
 * does, so that punctuation which stands among the tokens goes away again, commas excepted.
 * Source: `dataset_zoo/perturbations.py` of github.com/mertyg/vision-language-models-are-bows, MIT.
 */
export function shuffleCaption(tokens: readonly TaggedToken[], random: Random): string[] {
  const words = tokens.map((token) => token.text);
  const places = (wanted: (token: TaggedToken) => boolean) =>
    tokens.flatMap((token, index) => (wanted(token) ? [index] : []));
  const shuffleAt = (list: readonly string[], at: readonly number[]) => {
    const mixed = random.shuffle(at.map((place) => list[place]!));
    const result = [...list];
    at.forEach((place, index) => {
      result[place] = mixed[index]!;
    });
    return result;
  };
  const nouns = places(({ tag }) => tag === 'noun');
  const adjectives = places(({ tag }) => tag === 'adjective');
  const others = places(({ tag }) => tag === 'other');
  const triples = Array.from({ length: Math.ceil(words.length / 3) }, (_, index) =>
    words.slice(3 * index, 3 * index + 3),
  );
  return [
    shuffleAt(shuffleAt(words, nouns), adjectives),
    shuffleAt(words, others),
    triples.flatMap((triple) => random.shuffle([...triple])),
    random.shuffle([...triples]).flat(),
  ].map((shuffled) => cleanCaption(shuffled.join(' ')));
}

/** ARO's (and BLIP's) cleaning: lower case, `. ! " ( ) * # : ; ~` to spaces, one space between words, thirty words. */
export function cleanCaption(caption: string): string {
  return caption
    .toLowerCase()
    .replace(/[.!"()*#:;~]/g, ' ')
    .replace(/\s{2,}/g, ' ')
    .trim()
    .split(' ')
    .slice(0, MAX_WORDS)
    .join(' ');
}
