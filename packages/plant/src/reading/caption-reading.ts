import type { NounPhrase } from './noun-phrase';
import type {
  ActionSpan,
  AttributeSpan,
  CountSpan,
  ObjectSpan,
  Reading,
  RelationSpan,
  Said,
} from './reading';
import type { Token } from './tagger';
import type { WordForm } from './word-forms';

/** A reading that lists its words and nouns when they are first asked for: most captions of a block never are. */
export class CaptionReading implements Reading {
  #said: Said | undefined;

  constructor(
    readonly caption: string,
    readonly tokens: readonly Token[],
    readonly objects: readonly ObjectSpan[],
    readonly compounds: readonly ObjectSpan[],
    readonly attributes: readonly AttributeSpan[],
    readonly actions: readonly ActionSpan[],
    readonly relations: readonly RelationSpan[],
    readonly counts: readonly CountSpan[],
    readonly phrases: readonly NounPhrase[],
  ) {}

  get words(): readonly string[] {
    return this.#list().words;
  }

  get nouns(): readonly string[] {
    return this.#list().nouns;
  }

  #list(): Said {
    this.#said ??= listSaid(this.tokens, this.objects);
    return this.#said;
  }
}

function listSaid(tokens: readonly Token[], objects: readonly ObjectSpan[]): Said {
  const words: string[] = [];
  const nouns: string[] = [];
  for (const { form, tag } of tokens) sayToken(form, tag, words, nouns);
  for (const { noun } of objects) if (noun.isLong) sayLemma(noun.lemma, words, nouns);
  return { words, nouns };
}

/** Lists a token's word and noun lemma among what a caption says. */
export function sayToken(
  { lower, noun }: WordForm,
  tag: Token['tag'],
  words: string[],
  nouns: string[],
): void {
  words.push(lower);
  if (noun === undefined) return;
  if (noun !== lower) words.push(noun);
  if (tag === 'NOUN' || tag === 'PROPN') nouns.push(noun);
}

/** Lists a thing of several words. */
export function sayLemma(lemma: string, words: string[], nouns: string[]): void {
  words.push(lemma);
  nouns.push(lemma);
}
