/**
 * Front coding: in a sorted list a word shares its beginning with the word before it, so each entry is one
 * capital letter, 'A' + the number of shared characters (at most 25), and then the rest of the word. Words have
 * no capital letters, so the capitals also separate the entries, and the list is one plain string.
 */
const base = 'A'.charCodeAt(0);
const longest = 25;

export function encodeFrontCoded(sortedWords: readonly string[]): string {
  let previous = '';
  let text = '';
  for (const word of sortedWords) {
    if (/[A-Z]/.test(word)) throw new Error(`front coding: "${word}" has a capital letter`);
    let shared = 0;
    const limit = Math.min(word.length, previous.length, longest);
    while (shared < limit && word[shared] === previous[shared]) shared += 1;
    text += String.fromCharCode(base + shared) + word.slice(shared);
    previous = word;
  }
  return text;
}

export function decodeFrontCoded(text: string): string[] {
  const words: string[] = [];
  let previous = '';
  for (let start = 0; start < text.length; ) {
    let end = start + 1;
    while (end < text.length && !isCapital(text.charCodeAt(end))) end += 1;
    const shared = text.charCodeAt(start) - base;
    previous = previous.slice(0, shared) + text.slice(start + 1, end);
    words.push(previous);
    start = end;
  }
  return words;
}

function isCapital(code: number): boolean {
  return code >= base && code <= base + longest;
}
