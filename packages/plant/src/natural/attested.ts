import { hashText } from '@slipform/kit/random/hash';
import type { WordForm } from '../reading/word-forms';

/** What two names of one caption may be linked by. */
const links = [
  ...['and', 'with', 'beside', 'near', 'by', 'next to', 'close to', 'alongside', 'above', 'below', 'under'],
  ...['underneath', 'beneath', 'over', 'on', 'on top of', 'behind', 'in front of', 'left of', 'right of'],
  ...['to the left of', 'to the right of', 'on the left of', 'on the right of'],
].map((link) => link.split(' '));
const articles: ReadonlySet<string> = new Set(['a', 'an', 'the']);
const word = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*|[^\s]/gu;
/** The most words of a part of a name. */
const maxPart = 2;

interface Word {
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

/** Words side by side without an article or another word of grammar among them, and the link before them, if they have one. */
interface Name {
  readonly words: readonly Word[];
  readonly link: string | undefined;
}

/** Two runs of a caption that may change places, and what other captions must say for it: keys of names. */
export interface AttestedExchange {
  readonly runs: readonly [Run, Run];
  readonly wanted: readonly number[];
}

type Run = Pick<Word, 'start' | 'end'>;

/** Cuts a text into names, by its words alone: no tagger is asked. */
function namesOf(text: string, formOf: (lower: string) => WordForm): Name[] {
  const words = [...text.matchAll(word)].map(
    ({ 0: found, index }): Word => ({ lower: found.toLowerCase(), start: index, end: index + found.length }),
  );
  const names: Name[] = [];
  let own: Word[] = [];
  let link: string | undefined;
  /** Whether nothing but a link and an article stands between the last name and here. */
  const end = (next: string | undefined) => {
    if (own.length > 0) names.push({ words: own, link });
    if (own.length > 0 || next !== undefined) link = next;
    own = [];
  };
  for (let i = 0; i < words.length; ) {
    const linked = links
      .filter((each) => each.every((lower, k) => words[i + k]?.lower === lower))
      .sort((a, b) => b.length - a.length)[0];
    if (linked) {
      const isAfterName = own.length > 0;
      end(isAfterName ? linked.join(' ') : undefined);
      i += linked.length;
      continue;
    }
    const { lower } = words[i]!;
    const isGrammar = formOf(lower).closed !== undefined || !/[\p{L}\p{N}]/u.test(lower);
    if (!isGrammar) own.push(words[i]!);
    else if (own.length > 0) end(undefined);
    else if (!articles.has(lower)) link = undefined;
    i += 1;
  }
  end(undefined);
  return names;
}

/** Two hashes of a text as one number: equal ones are of equal texts, but for once in very many. */
function keyOf(text: string): number {
  return (hashText(text, 1) >>> 11) * 2 ** 32 + (hashText(text, 2) >>> 0);
}

const textOf = (words: readonly Word[]) => words.map(({ lower }) => lower).join(' ');
const runOf = (words: readonly Word[]): Run => ({ start: words[0]!.start, end: words.at(-1)!.end });

/**
 * What may change places in a caption if the corpus says the results: the first parts of two names across a link, "a red car
 * and a blue bus"; and whole names to the left and right of each other. What is on a thing or before it seldom holds that in turn,
 * though captions have both words on both sides ("a street on a bus").
 */
export function exchangesOf(text: string, formOf: (lower: string) => WordForm): AttestedExchange[] {
  const names = namesOf(text, formOf);
  const found: AttestedExchange[] = [];
  /** "A man standing beside a horse": what is done is no part of a name; "striped" and "fried" are before the rest of one. */
  const isDoing = ({ lower }: Pick<Word, 'lower'>) => formOf(lower).verbForm === 'ing';
  const isDone = ({ lower }: Word) => isDoing({ lower }) || formOf(lower).verbForm === 'ed';
  for (const [i, { words: second, link }] of names.entries()) {
    if (link === undefined || i === 0) continue;
    const first = names[i - 1]!.words;
    for (const own of partsAt(first, true)) {
      for (const other of partsAt(second, false)) {
        const texts = [own.part, own.rest, other.part, other.rest].map(textOf);
        const [part, rest, part2, rest2] = texts as [string, string, string, string];
        if (part === part2 || rest === rest2) continue;
        if ([...own.rest, ...other.rest].some(isDone) || [...own.part, ...other.part].some(isDoing)) continue;
        const wanted = [`${part2} ${rest}`, `${part} ${rest2}`];
        if (own.before) wanted.push(`${own.before.lower} ${other.part[0]!.lower}`);
        found.push({ runs: [runOf(own.part), runOf(other.part)], wanted: wanted.map(keyOf) });
      }
    }
    const [a, b] = [textOf(first), textOf(second)];
    if (a !== b && /(?:left|right) of$/.test(link)) {
      found.push({
        runs: [runOf(first), runOf(second)],
        wanted: [keyOf(`${b} ${link} `), keyOf(` ${link} ${a}`)],
      });
    }
  }
  return found;
}

interface Parts {
  /** The word of the name before it. */
  readonly before: Word | undefined;
  readonly part: readonly Word[];
  readonly rest: readonly Word[];
}

/** The last words of a name, or its first ones, cut in two. */
function partsAt(words: readonly Word[], isLast: boolean): Parts[] {
  const found: Parts[] = [];
  for (let part = 1; part <= maxPart; part += 1) {
    for (let rest = 1; rest <= maxPart && part + rest <= words.length; rest += 1) {
      const start = isLast ? words.length - part - rest : 0;
      found.push({
        before: words[start - 1],
        part: words.slice(start, start + part),
        rest: words.slice(start + part, start + part + rest),
      });
    }
  }
  return found;
}

/** The keys of all that a text says: its names, parts of them, and which name stands before and behind which link. */
export function eachSaid(
  text: string,
  formOf: (lower: string) => WordForm,
  visit: (key: number) => void,
): void {
  const names = namesOf(text, formOf);
  for (const [i, { words, link }] of names.entries()) {
    for (let start = 0; start < words.length; start += 1) {
      for (let end = start + 2; end <= Math.min(words.length, start + 2 * maxPart); end += 1) {
        visit(keyOf(textOf(words.slice(start, end))));
      }
    }
    if (link === undefined || i === 0) continue;
    visit(keyOf(`${textOf(names[i - 1]!.words)} ${link} `));
    visit(keyOf(` ${link} ${textOf(words)}`));
  }
}
