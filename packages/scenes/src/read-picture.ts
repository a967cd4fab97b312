import { type Word, wordsOf } from '@slipform/plant';
import { type Entry, matchAt } from './word-table';

/** A span of a caption: `text === caption.slice(start, end)`, in UTF-16 code units. */
export interface DrawnSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** How a thing stands to the one after it. */
export type Link =
  | 'left'
  | 'right'
  | 'above'
  | 'under'
  | 'on'
  | 'behind'
  | 'front'
  | 'in'
  | 'holds'
  | 'beside';

/** One kind of thing in a picture: "two red dogs". */
export interface PicturedThing {
  readonly drawing: number;
  readonly kind: Entry['kind'];
  readonly count: number;
  /** Whether the caption says how many. */
  readonly isCounted: boolean;
  readonly tint?: Tint;
  /** Where the caption has a small thing and a large one. */
  readonly isSmall?: boolean;
  readonly start: number;
  readonly end: number;
  /** To the next thing; of the last one `beside`. */
  readonly link: Link;
}

/** What of a caption is drawn, and what is not. */
export interface PictureReading {
  readonly things: readonly PicturedThing[];
  /** Index of the place that lies behind them. */
  readonly place: number | undefined;
  readonly drawn: readonly DrawnSpan[];
  readonly missing: readonly DrawnSpan[];
}

/** Colours of things, as sRGB, far apart. */
export const TINTS = {
  red: [214, 48, 49],
  green: [42, 157, 78],
  blue: [40, 98, 220],
  yellow: [247, 205, 48],
  purple: [128, 62, 176],
  pink: [246, 151, 190],
  brown: [126, 82, 46],
  black: [34, 34, 40],
  orange: [245, 135, 30],
  white: [248, 248, 246],
  grey: [146, 150, 156],
} as const satisfies Record<string, readonly [number, number, number]>;

export type Tint = keyof typeof TINTS;

const tintOf: ReadonlyMap<string, Tint> = new Map([
  ...Object.keys(TINTS).map((name) => [name, name as Tint] as const),
  ...Object.entries({
    gray: 'grey',
    silver: 'grey',
    golden: 'yellow',
    gold: 'yellow',
    violet: 'purple',
  } as const),
]);

const numberWords = ['a', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const numbers = new Map(
  numberWords.flatMap((word, n) => (n === 0 ? [] : [[word, n] as const, [`${n}`, n] as const])),
);
numbers.set('single', 1);

/** "the dogs", "several dogs": drawn as so many, which no caption says. */
const several = 3;
/** More kinds of things than these would be too small to tell. */
const maxThings = 6;

const small = new Set(['small', 'little', 'tiny', 'mini', 'miniature']);
const large = new Set(['large', 'big', 'huge', 'giant', 'enormous', 'gigantic']);
const alwaysPlural = new Set([
  'people',
  'cattle',
  'pants',
  'trousers',
  'crowd',
  'luggage',
  'baggage',
  'fries',
]);
const pairs = new Set(['pants', 'trousers', 'luggage', 'baggage', 'fries']);
/** "sheep": one or several, by what stands before it. */
const invariable = new Set(['sheep', 'deer', 'fish', 'bison', 'moose', 'elk', 'shrimp', 'antelope']);
const ones = new Set([
  'a',
  'an',
  'one',
  'the',
  'this',
  'that',
  'his',
  'her',
  'their',
  'its',
  'single',
  'another',
  'each',
]);
const negations = new Set(['no', 'without', 'not', 'nobody', 'none', 'neither', 'minus']);

/** Longest first. What lies between two things, right before the second. */
const links: readonly (readonly [words: string, link: Link])[] = (
  [
    ['left', ['to the left of', 'on the left of', 'on the left side of', 'to the left side of', 'left of']],
    [
      'right',
      ['to the right of', 'on the right of', 'on the right side of', 'to the right side of', 'right of'],
    ],
    ['front', ['in front of', 'at the front of']],
    ['behind', ['in back of', 'behind']],
    [
      'on',
      [
        'on top of',
        'on the top of',
        'atop',
        'on',
        'onto',
        'upon',
        'aboard',
        'riding',
        'rides',
        'ride',
        'astride',
      ],
    ],
    ['above', ['above', 'over']],
    ['under', ['under', 'below', 'beneath', 'underneath']],
    ['in', ['inside of', 'inside', 'in', 'into', 'within']],
    ['holds', ['filled with', 'full of', 'containing', 'contains', 'of']],
    ['beside', ['next to', 'beside', 'near', 'near to', 'by', 'alongside', 'close to', 'side by side with']],
  ] as const
)
  .flatMap(([link, all]) => all.map((words) => [words, link] as const))
  .sort(([a], [b]) => b.length - a.length);

/** Prepositions by which a place is not what the things stand in front of. */
const aside = new Set([
  ...['under', 'below', 'beneath', 'underneath', 'behind', 'beside', 'above', 'to', 'outside', 'from'],
  // "a salad and water" is no lake.
  ...['and', ',', 'with'],
]);

const worn = new Set(['wearing', 'wears', 'in', 'with', 'dressed', 'has', 'having', 'and']);
const said = new Set(['NOUN', 'PROPN', 'ADJ', 'VERB', 'NUM']);
const isNounTag = (tag: string) => tag === 'NOUN' || tag === 'PROPN';

interface Found extends Omit<PicturedThing, 'link' | 'tint'> {
  /** Indices of the first word of its phrase, of its name, and of the last. */
  readonly phrase: number;
  readonly head: number;
  readonly last: number;
  readonly tint: Tint | undefined;
  readonly size: { readonly at: number; readonly isSmall: boolean } | undefined;
}

/**
 * Reads what can be drawn of a caption: things with their numbers and colours, how they stand to each other, and the place.
 *
 * @param has whether the artist has a drawing
 */
export function readPicture(caption: string, has: (drawing: number) => boolean): PictureReading {
  const words = wordsOf(caption);
  const reader = new PictureReader(words, has);
  if (words.length > 0) return reader.read(caption);
  const whole = { text: caption, start: 0, end: caption.length };
  return { things: [], place: undefined, drawn: [], missing: /\S/.test(caption) ? [whole] : [] };
}

class PictureReader {
  private readonly lemmas: readonly string[];
  private readonly lowers: readonly string[];
  /** Of each word: what it shows, by the number of its span; 0: nothing, or not yet. */
  private readonly shows: number[];
  private spans = 0;
  private place: number | undefined;

  constructor(
    private readonly words: readonly Word[],
    private readonly has: (drawing: number) => boolean,
  ) {
    this.lowers = words.map(({ text }) => text.toLowerCase());
    this.lemmas = words.map(({ lemma }) => lemma);
    this.shows = words.map(() => 0);
  }

  read(caption: string): PictureReading {
    const found = this.findThings();
    this.compareSizes(found);
    const things = found.map(({ phrase: _, head: _h, last: _l, tint, size, ...thing }, i): PicturedThing => {
      const next = found[i + 1];
      return {
        ...thing,
        ...(tint === undefined ? {} : { tint }),
        ...(size?.isSmall && this.shows[size.at] !== 0 ? { isSmall: true } : {}),
        link: next === undefined ? 'beside' : this.linkOf(found[i]!, next),
      };
    });
    return { things, place: this.place, ...this.spansOf(caption) };
  }

  private findThings(): Found[] {
    const found: Found[] = [];
    for (let i = 0; i < this.words.length; ) {
      const match = this.isColour(i) ? undefined : matchAt(this.lemmas, i, (at) => this.isHead(at));
      if (match === undefined) {
        i += 1;
        continue;
      }
      const last = i + match.length - 1;
      const phrase = this.phraseStart(i);
      const { kind, drawing } = match.entry;
      if (kind === 'place') this.showPlace(phrase, i, last, drawing);
      else if (kind !== 'none' && found.length < maxThings && this.has(drawing) && !this.isDenied(phrase)) {
        found.push(this.thingOf(phrase, i, last, match.entry));
      }
      i = last + 1;
    }
    return found;
  }

  /** The last noun of a compound: a "dog house" is no dog. */
  private isHead(at: number): boolean {
    const { tag } = this.words[at]!;
    if (!isNounTag(tag)) return false;
    const next = this.words[at + 1];
    // "a couple of dogs" are no two people, "the side of a car" is no side.
    if (this.lemmas[at] === 'couple' && this.lowers[at + 1] === 'of') return false;
    return next === undefined || !isNounTag(next.tag) || this.isColour(at + 1);
  }

  /** "orange" is a colour before a noun and in "orange and white". */
  private isColour(at: number): boolean {
    if (!tintOf.has(this.lowers[at]!)) return false;
    const next = this.words[at + 1];
    if (this.words[at]!.tag === 'ADJ') return true;
    if (next === undefined) return false;
    return (
      isNounTag(next.tag) ||
      next.tag === 'ADJ' ||
      (this.lowers[at + 1] === 'and' && tintOf.has(this.lowers[at + 2] ?? ''))
    );
  }

  /** Index of the first word that belongs to a noun: number, adjectives, a compound's other nouns. */
  private phraseStart(head: number): number {
    let start = head;
    while (start > 0 && this.shows[start - 1] === 0 && this.belongs(start - 1)) start -= 1;
    return start;
  }

  private belongs(at: number): boolean {
    const { tag } = this.words[at]!;
    const lower = this.lowers[at]!;
    if (tag === 'ADJ' || tag === 'NUM' || isNounTag(tag) || tintOf.has(lower)) return !negations.has(lower);
    if (lower === 'of') return /^(couple|pair)$/.test(this.lowers[at - 1] ?? '');
    const joins = lower === 'and' || lower === ',' || lower === '-';
    return joins && tintOf.has(this.lowers[at - 1] ?? '') && tintOf.has(this.lowers[at + 1] ?? '');
  }

  private isDenied(phrase: number): boolean {
    return [1, 2].some((back) => {
      const before = this.lowers[phrase - back];
      return (
        before !== undefined &&
        negations.has(before) &&
        (back === 1 || /^(an?|any|the)$/.test(this.lowers[phrase - 1]!))
      );
    });
  }

  private thingOf(phrase: number, head: number, last: number, { kind, drawing }: Entry): Found {
    this.show(head, last);
    const isPlural = this.isPlural(phrase, last);
    const said = this.numberAt(phrase, head);
    // A "four engine airliner" is one.
    const number = said && (said.count === 1 || isPlural) ? said : undefined;
    const count = number?.count ?? (isPlural ? several : 1);
    if (number && number.count > 1) this.show(number.from, number.to);
    const colours: number[] = [];
    for (let at = phrase; at < head; at += 1) if (tintOf.has(this.lowers[at]!)) colours.push(at);
    if (colours.length === 0) colours.push(...this.predicateColour(last));
    const mayTint = kind !== 'person' && kind !== 'fixed';
    let tint: Tint | undefined;
    // Of "black and white" a drawing shows neither.
    if (mayTint && colours.length === 1) {
      const [at] = colours as [number];
      tint = tintOf.get(this.lowers[at]!);
      this.show(at, at);
    }
    const sized = this.lowers.slice(phrase, head).findIndex((word) => small.has(word) || large.has(word));
    const at = phrase + sized;
    return {
      drawing,
      kind,
      count,
      isCounted: number !== undefined,
      tint,
      size: sized < 0 ? undefined : { at, isSmall: small.has(this.lowers[at]!) },
      start: this.words[head]!.start,
      end: this.words[last]!.end,
      phrase,
      head,
      last,
    };
  }

  private numberAt(phrase: number, head: number): { from: number; to: number; count: number } | undefined {
    for (let at = phrase; at < head; at += 1) {
      const count = numbers.get(this.lowers[at]!);
      if (count !== undefined) return { from: at, to: at, count };
      if (/^(couple|pair)$/.test(this.lowers[at]!) && this.lowers[at + 1] === 'of') {
        return { from: at, to: at + 1, count: 2 };
      }
    }
    // "a pair of" may lie before the determiner's phrase: "a pair of the dogs" is none of ours.
    return undefined;
  }

  private isPlural(phrase: number, last: number): boolean {
    const lemma = this.lemmas[last]!;
    const lower = this.lowers[last]!;
    if (pairs.has(lower)) return false;
    if (alwaysPlural.has(lower)) return true;
    if (invariable.has(lemma))
      return !ones.has(this.lowers[phrase - 1] ?? '') && !ones.has(this.lowers[phrase] ?? '');
    return lower !== lemma && /(s|men|ren|eese|ice|feet|i)$/.test(lower);
  }

  /** "the car is red". */
  private predicateColour(last: number): number[] {
    const at = last + 2;
    const isSaid =
      /^(is|are|was|were)$/.test(this.lowers[last + 1] ?? '') && tintOf.has(this.lowers[at] ?? '');
    const next = this.words[at + 1];
    return isSaid && (next === undefined || next.tag === 'PUNCT') ? [at] : [];
  }

  private showPlace(phrase: number, head: number, last: number, place: number): void {
    const isFree = this.place === undefined && !this.isDenied(phrase);
    let before = phrase - 1;
    if (this.words[before]?.tag === 'DET' || this.lowers[before] === 'the') before -= 1;
    if (!isFree || aside.has(this.lowers[before] ?? '')) return;
    this.place = place;
    this.show(head, last);
  }

  /** No lone sizes: a drawing is small beside a large one only. */
  private compareSizes(found: readonly Found[]): void {
    const sized = found.flatMap(({ size }) => (size === undefined ? [] : [size]));
    if (sized.some(({ isSmall }) => isSmall) && sized.some(({ isSmall }) => !isSmall)) {
      for (const { at } of sized) this.show(at, at);
    }
  }

  private linkOf(one: Found, other: Found): Link {
    let to = other.phrase - 1;
    while (to > one.last && (this.words[to]!.tag === 'DET' || ones.has(this.lowers[to]!))) to -= 1;
    const between = this.lowers.slice(one.last + 1, to + 1);
    const isPlain = this.words.slice(one.last + 1, to + 1).every(({ tag }, i) => {
      // The place, which lies behind both, parts nothing.
      const isPlace = this.shows[one.last + 1 + i] !== 0;
      return !isNounTag(tag) || isPlace || /^(top|front|side|left|right|back)$/.test(between[i]!);
    });
    if (other.kind === 'hat' || other.kind === 'clothes') {
      const isWorn = one.kind === 'person' || one.kind === 'animal';
      if (isWorn && isPlain && between.some((word) => worn.has(word)))
        return other.kind === 'hat' ? 'under' : 'on';
    }
    const text = ` ${between.join(' ')}`;
    const link = links.find(([phrase]) => text.endsWith(` ${phrase}`));
    if (link === undefined || !isPlain) return 'beside';
    const length = link[0].split(' ').length;
    // "right of the cow and behind the tree": it is the horse before both that stands there.
    if (between.slice(0, -length).includes('and')) return 'beside';
    // "bowl of fruit" holds; "picture of a dog" has no first thing, and "man of the house" is no container.
    if (link[1] === 'holds' && one.kind !== 'thing') return 'beside';
    this.show(to - length + 1, to);
    return link[1];
  }

  private show(from: number, to: number): void {
    this.spans += 1;
    for (let at = from; at <= to; at += 1) if (this.shows[at] === 0) this.shows[at] = this.spans;
  }

  private spansOf(caption: string): { drawn: DrawnSpan[]; missing: DrawnSpan[] } {
    const drawn: DrawnSpan[] = [];
    const missing: DrawnSpan[] = [];
    const spanOf = (first: number, last: number): DrawnSpan => {
      const { start } = this.words[first]!;
      const { end } = this.words[last]!;
      return { text: caption.slice(start, end), start, end };
    };
    for (let at = 0; at < this.words.length; at += 1) {
      const shows = this.shows[at]!;
      if (shows === 0) {
        if (said.has(this.words[at]!.tag)) missing.push(spanOf(at, at));
        continue;
      }
      let last = at;
      while (this.shows[last + 1] === shows) last += 1;
      drawn.push(spanOf(at, last));
      at = last;
    }
    return { drawn, missing };
  }
}
