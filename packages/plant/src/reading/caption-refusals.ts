import { isIntimate } from '../safety/sensitive-topics';
import { wordsOf } from '../safety/words-of';
import { isForeign, isTitle } from './language';
import { hidesLetters, markupShare, plainText } from './plain-text';
import type { KindOfText } from './reading';
import type { Token } from './tagger';

/** Longer texts are no captions; CLIP's text tower ends at 77 tokens, about 400 characters. */
export const longestCaption = 4096;

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

/** Sorts of text of which nothing is read, in the order in which they are asked. */
export const captionRefusals: readonly KindOfText[] = [
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
    isText: ({ plain, hasLetter, isOneWord }) =>
      isFileName(plain) ||
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
];

function isFileName(plain: string): boolean {
  const dot = plain.lastIndexOf('.');
  return dot >= plain.length - maxOfEnding && dot < plain.length - 1 && fileName.test(plain);
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
