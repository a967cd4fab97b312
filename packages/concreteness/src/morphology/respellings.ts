import { spellingVariants } from './spelling-variants';

const letters: Readonly<Record<string, string>> = { æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ß: 'ss' };
const shortestPart = 3;
const longestWord = 40;

/**
 * Other ways to write a form in lower case, safer ones first: without accents, without a possessive ending, with
 * hyphens as spaces or left out, as it is spelt on the other side of the Atlantic, without apostrophes.
 *
 * @param closedFirst whether hyphens are left out before they are made spaces: "cat-like" is no cat that is like something
 */
export function* respellings(form: string, closedFirst = false): Generator<string> {
  const plain = withoutAccents(form);
  if (plain !== form) yield plain;
  const owner = plain.replace(/(?:'s|(?<=s)')$/, '');
  if (owner !== plain) yield owner;
  if (owner.includes('-')) {
    const spaced = owner.replaceAll('-', ' ');
    const closed = owner.replaceAll('-', '');
    yield closedFirst ? closed : spaced;
    yield closedFirst ? spaced : closed;
  }
  yield* spellingVariants(owner);
  if (owner.includes("'")) yield owner.replaceAll("'", '');
}

/**
 * A closed word or a phrase with its space or hyphen put elsewhere ("firehydrant", "ball park", "law abiding"):
 * only for the look-up of entries, since two words make a closed third one by chance.
 */
export function* respacings(form: string): Generator<string> {
  if (form.includes(' ')) {
    if (form.length > longestWord || form.split(' ').some(({ length }) => length < shortestPart)) return;
    yield form.replaceAll(' ', '-');
    yield form.replaceAll(' ', '');
  } else if (form.length <= longestWord && !form.includes('-')) {
    for (let cut = shortestPart; cut <= form.length - shortestPart; cut += 1) {
      yield `${form.slice(0, cut)} ${form.slice(cut)}`;
      yield `${form.slice(0, cut)}-${form.slice(cut)}`;
    }
  }
}

function withoutAccents(form: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: every ASCII text has none.
  if (/^[\x00-\x7f]*$/.test(form)) return form;
  return form
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[æœøłđß]/g, (letter) => letters[letter]!);
}
