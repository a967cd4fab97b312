import type { NounPhrase } from './noun-phrase';
import type {
  ActionSpan,
  AttributeSpan,
  CountSpan,
  ObjectSpan,
  Reading,
  RelationSpan,
  Said,
  Unusable,
} from './reading';
import type { Token } from './tagger';
import type { TextKind } from './text-kind';

/** A reading that lists its words and nouns when they are first asked for: most captions of a block never are. */
export class CaptionReading implements Reading {
  #said: Said | undefined;

  constructor(
    readonly caption: string,
    readonly plain: string,
    readonly kind: TextKind,
    readonly unusable: Unusable | undefined,
    readonly tokens: readonly Token[],
    readonly objects: readonly ObjectSpan[],
    readonly compounds: readonly ObjectSpan[],
    readonly attributes: readonly AttributeSpan[],
    readonly actions: readonly ActionSpan[],
    readonly relations: readonly RelationSpan[],
    readonly counts: readonly CountSpan[],
    readonly phrases: readonly NounPhrase[],
    /** All things, those too that are not to be changed. */
    private readonly named: readonly ObjectSpan[],
  ) {}

  get words(): readonly string[] {
    return this.#list().words;
  }

  get nouns(): readonly string[] {
    return this.#list().nouns;
  }

  #list(): Said {
    this.#said ??= listSaid(this.tokens, this.named);
    return this.#said;
  }
}

/** Lower-cased words with their lemmas as nouns, of these the nouns, and things of several words. */
function listSaid(tokens: readonly Token[], objects: readonly ObjectSpan[]): Said {
  const words: string[] = [];
  const nouns: string[] = [];
  let next = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    while (next < objects.length && objects[next]!.first < i) next += 1;
    if (next < objects.length && objects[next]!.first === i && isSpelledApart(objects[next]!)) {
      const { last, lemma } = objects[next]!;
      words.push(lemma);
      nouns.push(lemma);
      i = last;
      continue;
    }
    const { form, tag } = tokens[i]!;
    const { lower, noun } = form;
    words.push(lower);
    if (noun === undefined) continue;
    if (noun !== lower) words.push(noun);
    if (tag === 'NOUN' || tag === 'PROPN') nouns.push(noun);
  }
  for (const { noun } of objects) {
    if (!noun.isLong) continue;
    words.push(noun.lemma);
    nouns.push(noun.lemma);
  }
  return { words, nouns };
}

/** "skate board": its parts are no words of the caption. */
function isSpelledApart({ first, last, noun }: ObjectSpan): boolean {
  return first !== last && !noun.isLong;
}
