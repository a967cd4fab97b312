import { isIntimate } from '../safety/sensitive-topics';
import { wordsOf } from '../safety/words-of';
import { isForeign } from './language';
import { hidesLetters, markupShare, plainText, startsWithLetter } from './plain-text';
import type { Unusable } from './reading';
import type { Token } from './tagger';

/**
 * A sort of text. It is recognised by the text itself, by its tokens as the tagger gave them, or by those whose tags are corrected
 * and whose names are marked; the first row that knows a text at one of these moments has it. Its words are the rows of
 * lexicon/phrases.tsv that name it.
 */
export interface KindOfText {
  readonly id: string;
  readonly what: string;
  readonly example: string;
  /** Why nothing of it is read. */
  readonly unusable?: Unusable;
  /** How names are distinguished from words with a capital: "title", where most words have one. */
  readonly names?: 'title';
  /** The sets of `measure/` that are made of it. */
  readonly measured?: readonly string[];
  readonly isText?: (text: ShortText) => boolean;
  readonly isTagged?: (tokens: readonly Token[]) => boolean;
  readonly isNamed?: (tokens: readonly Token[]) => boolean;
}

/** Longer texts are no captions; CLIP's text tower ends at 77 tokens, about 400 characters. */
export const longestCaption = 4096;

interface ShortText {
  readonly text: string;
  /** As it is read, without blanks around it. */
  readonly plain: string;
  readonly hasLetter: boolean;
  readonly isOneWord: boolean;
  readonly isFile: boolean;
}

const address = /^(?:[a-z][a-z\d+.-]*:\/\/|www\.)\S+$/i;
const mailAddress = /^\S+@\S+\.\S+$/;
const fileName =
  /^(?:.*[^\s.])?\.(?:jpe?g|png|gif|webp|bmp|tiff?|svg|heic|avif|ico|psd|eps|raw|cr2|nef|mp4|mov|avi|webm|pdf)$/is;
/** The longest such ending. */
const maxOfEnding = 5;
/** "IMG_2034", "dsc 0012", "Screenshot 2020-01-02 at 10.11.12", "untitled-3". */
const cameraName =
  /^(?:img|image|dsc[nf]?|pict?|p|photo|picture|screen[ -]?shot|untitled|scan|mvi|gopr|pxl|file|copy)[\s_\-.]*(?:at|wa|of|[\d\s_\-.:()])*\d[\d\s_\-.:()]*$/i;
const hashtags = /^(?:#[\p{L}\p{N}\p{M}_]+[\s,;]*)+$/u;
/** More mark-up than this, and the words around it are a page's. */
const maxMarkup = 0.5;

/** All sorts of text, in the order in which they are asked. */
export const kindsOfText: readonly KindOfText[] = [
  {
    id: 'long',
    what: 'More than 4,096 characters.',
    example: 'A dog and '.repeat(500),
    unusable: 'too-long',
    isText: ({ text }) => text.length > longestCaption,
  },
  {
    id: 'markup',
    what: 'Half of it is mark-up, or a letter is written as a character reference.',
    example: '<td class="a"><b>dog</b></td>',
    unusable: 'not-a-description',
    isText: ({ text }) => markupShare(text) > maxMarkup || hidesLetters(text),
  },
  {
    id: 'address',
    what: 'An address of a page or a mailbox.',
    example: 'https://example.com/a-red-car',
    unusable: 'not-a-description',
    isText: ({ plain, hasLetter, isOneWord }) =>
      hasLetter && isOneWord && (address.test(plain) || mailAddress.test(plain)),
  },
  {
    id: 'file-name',
    what: "A name of a file, or of a camera's picture.",
    example: 'IMG_2034',
    unusable: 'not-a-description',
    // "sunset_beach-2019": words that nobody writes so but in names of files.
    isText: ({ plain, hasLetter, isOneWord, isFile }) =>
      isFile ||
      (hasLetter && ((/\d/.test(plain) && cameraName.test(plain)) || (isOneWord && plain.includes('_')))),
  },
  {
    id: 'empty',
    what: 'No letter.',
    example: ' !!',
    unusable: 'not-a-description',
    isText: ({ hasLetter }) => !hasLetter,
  },
  {
    id: 'tags',
    what: 'Hashtags alone, or names of things in a list.',
    example: 'dog, beach, sunset',
    unusable: 'not-a-description',
    isText: ({ plain }) => plain.startsWith('#') && hashtags.test(plain),
    isNamed: isListOfTags,
  },
  {
    id: 'intimate',
    what: 'Undress or intimacy.',
    example: 'A naked man on a bed.',
    unusable: 'intimate',
    isText: ({ text }) => isIntimate(wordsOf(plainText(text))),
  },
  {
    id: 'foreign',
    what: 'Another language than English.',
    example: 'Ein Hund sitzt unter einem Tisch',
    unusable: 'not-english',
    isTagged: (tokens) => isForeign(tokens, isTitle(tokens)),
  },
  {
    id: 'sentence',
    what: 'It has a verb.',
    example: 'A dog runs on the beach.',
    measured: ['coco', 'cc3m', 'rsicd', 'newsmuseum', 'mixed'],
    isNamed: (tokens) => tokens.some(({ tag }) => tag === 'VERB' || tag === 'AUX'),
  },
  {
    id: 'title',
    what: 'Most of its words begin with a capital, or all letters are capitals.',
    example: 'Red Shirt',
    names: 'title',
    measured: ['fashion'],
    isTagged: isTitle,
  },
  {
    id: 'phrase',
    what: 'It has no verb.',
    example: 'window on bus',
    measured: ['vg'],
    isNamed: () => true,
  },
];

const byText = kindsOfText.flatMap((kind) => (kind.isText ? [{ kind, is: kind.isText }] : []));
const byTags = kindsOfText.flatMap((kind) => (kind.isTagged ? [{ kind, is: kind.isTagged }] : []));
const byNames = kindsOfText.flatMap((kind) => (kind.isNamed ? [{ kind, is: kind.isNamed }] : []));

/** The sort of a text that shows without reading it; `undefined` for a text to be read. */
export function kindOfUnread(text: string): KindOfText | undefined {
  const plain = plainText(text.slice(0, longestCaption)).trim();
  const dot = plain.lastIndexOf('.');
  const short: ShortText = {
    text,
    plain,
    hasLetter: startsWithLetter(plain) || /\p{L}/u.test(plain),
    isOneWord: !plain.includes(' '),
    isFile: dot >= plain.length - maxOfEnding && dot < plain.length - 1 && fileName.test(plain),
  };
  return byText.find(({ is }) => is(short))?.kind;
}

/** The sort that the tagger's tags show, before names are marked. */
export function kindOfTagged(tokens: readonly Token[]): KindOfText | undefined {
  return byTags.find(({ is }) => is(tokens))?.kind;
}

/** The sort of a text whose names are marked. @param tagged what its tags show */
export function kindOfNamed(tokens: readonly Token[], tagged: KindOfText | undefined): KindOfText {
  const named = byNames.find(({ is }) => is(tokens))!.kind;
  return named.unusable ? named : (tagged ?? named);
}

const fewestTags = 3;
const maxWordsOfTag = 2;

/** Whether a text is a list of tags: three or more commas' parts of one or two words, each of them a thing. */
function isListOfTags(tokens: readonly Token[]): boolean {
  let tags = 0;
  let words = 0;
  for (const [i, { text, tag, form }] of tokens.entries()) {
    if (text === ',' || text === ';' || text === '|') {
      if (words === 0 || !isTagged(tokens[i - 1]!)) return false;
      tags += 1;
      words = 0;
      continue;
    }
    words += 1;
    if (words > maxWordsOfTag || form.closed !== undefined || tag === 'AUX' || tag === 'PUNCT') return false;
  }
  const last = tokens.at(-1);
  if (words > 0 && last) {
    if (!isTagged(last)) return false;
    tags += 1;
  }
  return tags >= fewestTags;
}

function isTagged({ tag, form }: Token): boolean {
  return tag === 'NOUN' || tag === 'PROPN' || form.verbForm === 'ing';
}

/**
 * Whether the words are written as in a title: of those that are no prepositions and the like, and do not begin the text,
 * six of ten or more begin with a capital; half of them where there are no prepositions at all. All capitals are one too.
 */
export function isTitle(tokens: readonly Token[]): boolean {
  let words = 0;
  let capitals = 0;
  let closed = 0;
  for (let i = 1; i < tokens.length; i += 1) {
    const { text, lower, form } = tokens[i]!;
    if (!form.isWord) continue;
    if (form.closed !== undefined) closed += 1;
    else {
      words += 1;
      if (text !== lower) capitals += 1;
    }
  }
  const [first] = tokens;
  const isOpened = first !== undefined && (first.text !== first.lower || !first.form.isWord);
  return words > 0 && capitals >= (closed === 0 ? 0.5 : 0.6) * words && isOpened;
}
