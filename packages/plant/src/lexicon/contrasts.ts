import { InputError } from '@slipform/concreteness';
import { shown } from '@slipform/kit/text/printable';
import { hashWord } from '../hashes/hash-words';
import { loadNounTree } from '../wordnet/load-graph';
import type { Nouns } from './nouns';
import { rowsOf } from './tables';

/** The role of a row that holds wherever the word has no row for its own. */
const anyRole = '*';

/** What may stand in a word's place, the plainest first. */
export interface ContrastList {
  /** From 1, among the lists of one table. */
  readonly number: number;
  readonly words: readonly string[];
  /** The hashes of the words. */
  readonly hashes: ReadonlySet<number>;
}

type Row = readonly string[];

/** Words with commas between them, those of a class `@name` in its place. */
function wordsIn(list: string, classes: ReadonlyMap<string, string>): readonly string[] {
  return list.split(',').flatMap((each) => {
    const word = each.trim();
    const members = classes.get(word);
    if (members !== undefined) return wordsIn(members, classes);
    return word === '' || word === '-' ? [] : [word];
  });
}

function classesOf(rows: readonly Row[]): ReadonlyMap<string, string> {
  return new Map(
    rows.filter(([name = '']) => name.startsWith('@')).map((row) => [row[0] ?? '', row.at(-1) ?? '']),
  );
}

/**
 * A written table of contrasts: for a word, and for its role in a phrase ("on", "in", "hold"), the words that may stand in its
 * place. Lists have numbers, which the rows of a block hold.
 */
export class Contrasts {
  readonly #rows = new Map<string, Map<string, string>>();
  readonly #classes: ReadonlyMap<string, string>;
  readonly #nouns: Nouns;
  readonly #known = new Map<string, ContrastList | undefined>();
  readonly #lists: ContrastList[] = [];

  /**
   * @param text lines of a user's, whose rows replace those of the same words
   * @param isUsed whether there are any rows
   */
  constructor(nouns: Nouns, text = '', isUsed = true) {
    const more = parseContrasts(text);
    const own = new Set(more.map(([word = '']) => word));
    const rows = isUsed ? [...rowsOf('contrasts').filter(([word = '']) => !own.has(word)), ...more] : [];
    this.#nouns = nouns;
    this.#classes = classesOf(rows);
    for (const [word = '', role = '', words = ''] of rows) {
      if (!this.#rows.has(word)) this.#rows.set(word, new Map());
      this.#rows.get(word)!.set(role, words);
    }
  }

  /** The list of a word in a role; none for a word without a row. A compound that lacks one has that of its head, if it is a kind of it. */
  of(lemma: string, role: string): ContrastList | undefined {
    const key = `${lemma}\t${role}`;
    if (this.#known.has(key)) return this.#known.get(key);
    const list = this.#find(lemma, role);
    this.#known.set(key, list);
    return list;
  }

  at(number: number): ContrastList {
    return this.#lists[number - 1]!;
  }

  /** Whether a word has a row of its own, or its head's. */
  has(lemma: string): boolean {
    return this.of(lemma, anyRole) !== undefined;
  }

  #find(lemma: string, role: string): ContrastList | undefined {
    const rows = this.#rows.get(lemma);
    const words = rows?.get(role) ?? rows?.get(anyRole);
    if (words === undefined) {
      const head = lemma.slice(lemma.lastIndexOf(' ') + 1);
      return head !== lemma && this.#isKindOf(lemma, head) ? this.of(head, role) : undefined;
    }
    const others = [...new Set(wordsIn(words, this.#classes))].filter((word) => word !== lemma);
    const list = {
      number: this.#lists.length + 1,
      words: others,
      hashes: new Set(others.map((word) => hashWord(word))),
    };
    this.#lists.push(list);
    return list;
  }

  #isKindOf(lemma: string, head: string): boolean {
    const [kind, above] = [this.#nouns.get(lemma)?.synset, this.#nouns.get(head)?.synset];
    if (kind === undefined || above === undefined) return false;
    return kind > above && kind < loadNounTree().end(above);
  }
}

/** Gives the text of a user's table as it is. @throws {InputError} for a line that is no row */
export function checkContrasts(text: string): string {
  parseContrasts(text);
  return text;
}

/** The rows of a user's table: word, role and alternatives, with tabs between them. @throws {InputError} for a line that is none */
function parseContrasts(text: string): readonly Row[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const cells = line.split('\t').map((cell) => cell.trim());
    if (cells.length !== 3 || cells.includes('')) {
      throw new InputError({
        argument: 'contrasts',
        rule: 'must have lines of word, role and alternatives, with tabs between them',
        got: shown(line),
        remedy: 'write such as: couch, a tab, *, a tab, bench, bed, hammock',
      });
    }
    return cells.map((cell) => cell.toLowerCase());
  });
}

const cueRows = rowsOf('cues');
const cueClasses = new Map([...classesOf(rowsOf('contrasts')), ...classesOf(cueRows)]);
/** By each form of a cue the sets of words that it asks for. */
const setsOfCue = new Map<string, ReadonlySet<string>[]>();
for (const [forms = '', words = ''] of cueRows) {
  if (forms.startsWith('@')) continue;
  const set = new Set(wordsIn(words, cueClasses));
  for (const form of forms.split(/[ ,]+/)) setsOfCue.set(form, [...(setsOfCue.get(form) ?? []), set]);
}

const headOf = (lemma: string) => lemma.slice(lemma.lastIndexOf(' ') + 1);
const isIn = (set: ReadonlySet<string>, lemma: string) => set.has(lemma) || set.has(headOf(lemma));

/** Of the caption that was asked about last the cues that it has, with their sets. */
let asked: readonly string[] = [];
let cues: (readonly [form: string, sets: readonly ReadonlySet<string>[]])[] = [];

/** Whether another word of a caption asks for words like the old one. */
export function hasCue(words: readonly string[], old: OldWord): boolean {
  return someCueOf(words, old, () => true);
}

/** Whether another word of a caption asks for words like the old one, and the new one is none of them: "tracks" for trains. */
export function breaksCue(words: readonly string[], old: OldWord, lemma: string): boolean {
  return someCueOf(words, old, (set) => !isIn(set, lemma));
}

interface OldWord {
  readonly lemma: string;
  readonly text: string;
}

function someCueOf(
  words: readonly string[],
  old: OldWord,
  test: (set: ReadonlySet<string>) => boolean,
): boolean {
  if (words !== asked) {
    asked = words;
    cues = words.flatMap((word) => {
      const sets = setsOfCue.get(word);
      return sets ? [[word, sets] as const] : [];
    });
  }
  for (const [form, sets] of cues) {
    if (form === old.lemma || form === old.text.toLowerCase()) continue;
    for (const set of sets) if (isIn(set, old.lemma) && test(set)) return true;
  }
  return false;
}

const close = new Map<string, Set<string>>();
for (const [word = '', words = ''] of rowsOf('too-close')) {
  for (const other of words.split(',').map((each) => each.trim())) {
    close.set(word, (close.get(word) ?? new Set()).add(other));
    close.set(other, (close.get(other) ?? new Set()).add(word));
  }
}

/** Whether two words are too near each other to be distinguished: neighbours on a scale, materials that look alike. */
export function areTooClose(a: string, b: string): boolean {
  return close.get(a)?.has(b) === true;
}
