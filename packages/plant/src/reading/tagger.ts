import winkModel from 'wink-eng-lite-web-model';
import winkNLP, { type PartOfSpeech } from 'wink-nlp';

export type Tag = PartOfSpeech;

export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  tag: Tag;
}

/** wink keeps every new word for good, and numbers them in 20 bits: after so many captions it is made anew. */
const captionsPerInstance = 250_000;

/** Cuts a text into tokens with offsets and parts of speech (wink-nlp, web model). */
export function createTagger(): (text: string) => Token[] {
  let nlp = winkNLP(winkModel, ['pos']);
  let captions = 0;
  return (text) => {
    captions += 1;
    if (captions > captionsPerInstance) {
      nlp = winkNLP(winkModel, ['pos']);
      captions = 1;
    }
    const all = nlp.readDoc(text).tokens();
    const values = all.out(nlp.its.value);
    const tags = all.out(nlp.its.pos);
    const tokens: Token[] = [];
    let cursor = 0;
    for (const [i, value] of values.entries()) {
      const start = text.indexOf(value, cursor);
      if (start < 0) continue;
      cursor = start + value.length;
      tokens.push({
        text: value,
        lower: value.toLowerCase(),
        start,
        end: cursor,
        tag: (tags[i] ?? 'X') as Tag,
      });
    }
    return tokens;
  };
}
