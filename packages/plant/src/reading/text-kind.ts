import { hidesLetters, markupShare, plainText } from './plain-text';
import { startsWithLetter } from './starts-with-letter';
import type { Token } from './tagger';

/**
 * What sort of text a caption is. Of 'tags', 'file-name', 'address', 'markup', 'foreign', 'intimate', 'empty' and 'long' nothing is read.
 *
 * - `sentence`: it has a verb ("A dog runs on the beach.")
 * - `phrase`: it has none ("window on bus")
 * - `title`: most of its words begin with a capital, or all letters are capitals ("Red Shirt")
 * - `tags`: names of things in a list, or hashtags alone ("dog, beach, sunset"; "#dog #beach")
 */
export type TextKind =
  | 'sentence'
  | 'phrase'
  | 'title'
  | 'tags'
  | 'foreign'
  | 'intimate'
  | 'file-name'
  | 'address'
  | 'markup'
  | 'empty'
  | 'long';

/** Longer texts are no captions; CLIP's text tower ends at 77 tokens, about 400 characters. */
export const longestCaption = 4096;

const address = /^(?:[a-z][a-z\d+.-]*:\/\/|www\.)\S+$/i;
const mailAddress = /^\S+@\S+\.\S+$/;
const fileName =
  /^(?:.*[^\s.])?\.(?:jpe?g|png|gif|webp|bmp|tiff?|svg|heic|avif|ico|psd|eps|raw|cr2|nef|mp4|mov|avi|webm|pdf)$/is;
/** The longest such ending. */
const mostOfEnding = 5;
/** "IMG_2034", "dsc 0012", "Screenshot 2020-01-02 at 10.11.12", "untitled-3". */
const cameraName =
  /^(?:img|image|dsc[nf]?|pict?|p|photo|picture|screen[ -]?shot|untitled|scan|mvi|gopr|pxl|file|copy)[\s_\-.]*(?:at|wa|of|[\d\s_\-.:()])*\d[\d\s_\-.:()]*$/i;
const hashtags = /^(?:#[\p{L}\p{N}\p{M}_]+[\s,;]*)+$/u;
/** More mark-up than this, and the words around it are a page's. */
const mostMarkup = 0.5;

/** The sort of a text that can be told without reading it; `undefined` for a text to be read. */
export function kindOfUnread(text: string): TextKind | undefined {
  if (text.length > longestCaption) return 'long';
  if (markupShare(text) > mostMarkup || hidesLetters(text)) return 'markup';
  const plain = plainText(text).trim();
  const hasLetter = startsWithLetter(plain) || /\p{L}/u.test(plain);
  const dot = plain.lastIndexOf('.');
  const isFile = dot >= plain.length - mostOfEnding && dot < plain.length - 1 && fileName.test(plain);
  if (!hasLetter) return isFile ? 'file-name' : 'empty';
  const isOneWord = !plain.includes(' ');
  if (isOneWord && (address.test(plain) || mailAddress.test(plain))) return 'address';
  if (isFile || (/\d/.test(plain) && cameraName.test(plain))) return 'file-name';
  // "sunset_beach-2019": words that nobody writes so but in names of files.
  if (isOneWord && plain.includes('_')) return 'file-name';
  return plain.startsWith('#') && hashtags.test(plain) ? 'tags' : undefined;
}

const fewestTags = 3;
const mostWordsOfTag = 2;

/** Whether a text is a list of tags: three or more commas' parts of one or two words, each of them a thing. */
export function isListOfTags(tokens: readonly Token[]): boolean {
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
    if (words > mostWordsOfTag || form.closed !== undefined || tag === 'AUX' || tag === 'PUNCT') return false;
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
