/** White space that is no blank, and what stands between words without being seen. */
const otherSpace = /[^\S ]|[\u0085\u180e\u200b\u2060\ufeff]/g;
/** A mark-up tag, a comment, or a character reference ("&amp;", "&#39;"). */
const markup = /<!--[\s\S]*?-->|<\/?[a-z][^<>]*>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,30});/gi;
const unplain = /[^\S ]|[\u0085\u180e\u200b\u2060\ufeff\u2018\u2019\u201b\u201c\u201d\u201f<&]/;

/** The character references that captions hold, apart from letters. */
const references: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
  ndash: '-',
  mdash: '-',
  hellip: '.',
  middot: ' ',
  bull: ' ',
};

/**
 * A caption as it is read, each character where it stood: mark-up is blank, a character reference is its character and
 * blanks, tabs, no-break spaces and line ends are blanks, and typographic quotes are straight ones. No offset moves, so that an
 * edit of the text as written changes what was read. Every check reads this text.
 */
export function plainText(text: string): string {
  if (!unplain.test(text)) return text;
  return text
    .replace(markup, (found) => {
      const character = found.startsWith('&') ? (characterOf(found) ?? ' ') : ' ';
      return character + ' '.repeat(found.length - character.length);
    })
    .replace(otherSpace, ' ')
    .replace(/[\u2018\u2019\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201f]/g, '"');
}

/** Whether a text writes a letter of a word as a character reference ("caf&eacute;"), so that the word can't be read in its place. */
export function hidesLetters(text: string): boolean {
  if (!text.includes('&')) return false;
  for (const [found] of text.matchAll(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,30});/gi)) {
    const character = characterOf(found);
    if (character === undefined || /[\p{L}\p{M}\p{N}]/u.test(character)) return true;
  }
  return false;
}

/** Share of a text's characters that are mark-up, 0 to 1. */
export function markupShare(text: string): number {
  if (!text.includes('<')) return 0;
  let length = 0;
  for (const [found] of text.matchAll(markup)) length += found.length;
  return length / text.length;
}

/** The character of a reference, in the basic plane; `undefined` for a name that is not in our table. */
function characterOf(reference: string): string | undefined {
  const name = reference.slice(1, -1);
  if (!name.startsWith('#')) return references[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code < 0xd800 ? String.fromCharCode(code) : undefined;
}

/** Whether it begins with a letter, in whatever script. */
export function startsWithLetter(lower: string): boolean {
  const code = lower.charCodeAt(0);
  return (code >= 97 && code <= 122) || /^\p{L}/u.test(lower);
}
