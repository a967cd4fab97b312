import { InputError } from '@slipform/kit/errors/input-error';
import { quoted, shown } from '@slipform/kit/text/printable';
import { type Slot, slots } from '../hard-negative';
import { CountTable, maxCount } from '../hashes/count-table';
import { type CorpusWord, isWord, Vocabulary } from './vocabulary';

export interface CorpusParts {
  readonly captions: number;
  readonly pictures: number;
  readonly least: number;
  readonly counts: CountTable;
  readonly vocabulary: Vocabulary;
}

/** What of a table is printed. */
interface PrintedStats extends Omit<CorpusParts, 'counts' | 'vocabulary'> {
  readonly size: number;
  readonly vocabulary: readonly CorpusWord[];
  each(visit: (hash: number, count: number) => void): void;
}

const formatName = 'slipform-plant fit 2';
/** In characters: some 40 million hashes. The background corpus has a hundred thousand. */
const longestTable = 256 * 1024 * 1024;
/** A hash takes at least a digit and what parts it from the next one, a word ten characters. */
const leastOfHash = 2;
const leastOfWord = 10;
const head =
  /^slipform-plant fit 2 captions (\d{1,15}) pictures (\d{1,15}) least (\d{1,9}) hashes (\d{1,9}) words (\d{1,9})$/;
const [LF, SPACE, COLON] = [10, 32, 58];

/** Hashes on one line: files stay readable by line, and no line grows with the corpus. */
const perLine = 500;

/**
 * A line that says what it is and how much there is; then the hashes by their count, on each line the count, a colon and
 * the hashes in order, each as its distance from the one before (the first from 0), in base 36; then a word on each line:
 * pictures, slot, lemma, text and form, with tabs between.
 */
export function printStats(stats: PrintedStats): string {
  const { captions, pictures, least, size, vocabulary } = stats;
  const lines = [
    `${formatName} captions ${captions} pictures ${pictures} least ${least} hashes ${size} words ${vocabulary.length}`,
  ];
  for (const [count, hashes] of hashesByCount(stats)) {
    for (let start = 0; start < hashes.length; start += perLine) {
      const steps = [...hashes.subarray(start, start + perLine)].map((hash, i) =>
        (hash - (i === 0 ? 0 : hashes[start + i - 1]!)).toString(36),
      );
      lines.push(`${count}:${steps.join(' ')}`);
    }
  }
  for (const { slot, lemma, text, form, pictures } of vocabulary) {
    lines.push(`${pictures}\t${slot}\t${lemma}\t${text}\t${form}`);
  }
  return `${lines.join('\n')}\n`;
}

/** The hashes of each count in order, the lowest count first. */
function hashesByCount(stats: PrintedStats): [count: number, hashes: Uint32Array][] {
  const sizes = new Map<number, number>();
  stats.each((_, count) => sizes.set(count, (sizes.get(count) ?? 0) + 1));
  const hashes = new Map([...sizes].map(([count, size]) => [count, new Uint32Array(size)]));
  stats.each((hash, count) => {
    const left = sizes.get(count)! - 1;
    sizes.set(count, left);
    hashes.get(count)![left] = hash;
  });
  return [...hashes].sort(([a], [b]) => a - b).map(([count, all]) => [count, all.sort()]);
}

/** A reader of the command says it of the file. */
function badTable(rule: string, remedy = 'make it again with fitCaptions'): InputError {
  return new InputError({ place: 'FitTable.parse', rule, remedy });
}

/** Reads the text of a table. @throws {InputError} for any other text */
export function parseStats(text: string): CorpusParts {
  if (typeof text !== 'string') {
    throw badTable(
      `text must be a string, got ${shown(text)}`,
      'read the file as text, and one of .gz through gunzipSync',
    );
  }
  if (text.length > longestTable) {
    throw badTable(
      `text must have at most ${longestTable} characters, got ${text.length}`,
      'prune the table',
    );
  }
  const end = text.indexOf('\n');
  const first = text.slice(0, end < 0 ? Math.min(text.length, 200) : Math.min(end, 200)).trimEnd();
  const [captions, pictures, least, hashes, words] = (head.exec(first) ?? []).slice(1).map(Number);
  if (words === undefined || end < 0) {
    // What bytes of gzip begin with, read as latin1 or as UTF-8.
    if (text.charCodeAt(0) === 0x1f && /^.[\x8b\ufffd]/.test(text)) {
      throw badTable('text is packed by gzip', 'unpack it first: gunzipSync(readFileSync(file)).toString()');
    }
    throw badTable(`the first line must be "${formatName}" and its numbers, got ${quoted(first, 40)}`);
  }
  if (leastOfHash * hashes! + leastOfWord * words > text.length || pictures! > captions! || least! < 1) {
    throw badTable('the first line tells of more than there is');
  }
  const table = { captions: captions!, pictures: pictures!, least: least! };
  const reader = new Lines(text, end + 1);
  const counts = reader.counts(hashes!);
  return { ...table, counts, vocabulary: reader.vocabulary(words) };
}

/** Reads the lines behind the first, without an array for each line or step: a table may have millions. */
class Lines {
  #at: number;
  #line = 2;

  constructor(
    private readonly text: string,
    start: number,
  ) {
    this.#at = start;
  }

  counts(size: number): CountTable {
    const counts = new CountTable(size);
    let [count, last] = [0, -1];
    while (counts.size < size) {
      const next = this.#number(10, COLON);
      if (next < count || next < 1 || next > maxCount) this.#fail();
      if (next > count) last = -1;
      count = next;
      let hash = 0;
      for (let isLast = false; !isLast; ) {
        hash += this.#number(36, SPACE, LF);
        isLast = this.text.charCodeAt(this.#at - 1) === LF;
        if (!(hash <= 0xffffffff) || hash <= last || hash === 0) this.#fail();
        const before = counts.size;
        counts.add(hash | 0, count);
        if (counts.size === before) this.#fail();
        last = hash;
      }
      this.#line += 1;
    }
    if (counts.size !== size) this.#fail();
    return counts;
  }

  vocabulary(size: number): Vocabulary {
    const vocabulary = new Vocabulary();
    let before = '';
    for (let i = 0; i < size; i += 1) {
      const end = this.text.indexOf('\n', this.#at);
      // A line of a word has less than 300 characters.
      if (end < 0 || end - this.#at > 300) this.#fail();
      const line = this.text.slice(this.#at, end);
      const tab = line.indexOf('\t');
      const [slot, lemma = '', text = '', form = '', ...rest] = line.slice(tab + 1).split('\t');
      const pictures = Number(line.slice(0, tab));
      const isSlot = (name: string | undefined): name is Slot => slots.some((known) => known === name);
      const isRight =
        /^[1-9]\d{0,9}\t/.test(line) &&
        pictures <= maxCount &&
        [lemma, text, form].every(isWord) &&
        rest.length === 0 &&
        line.slice(tab) > before;
      if (!isRight || !isSlot(slot)) return this.#fail();
      vocabulary.add({ slot, lemma, text, form, pictures });
      before = line.slice(tab);
      this.#at = end + 1;
      this.#line += 1;
    }
    if (this.#at !== this.text.length) this.#fail();
    return vocabulary;
  }

  /** A number up to what ends it, which is passed as well. */
  #number(base: 10 | 36, ending: number, otherEnding = ending): number {
    let [value, digits] = [0, 0];
    for (; ; this.#at += 1, digits += 1) {
      const code = this.text.charCodeAt(this.#at);
      if (code === ending || code === otherEnding) break;
      const digit = digitOf(code);
      if (!(digit < base) || digits === 10) this.#fail();
      value = value * base + digit;
    }
    if (digits === 0) this.#fail();
    this.#at += 1;
    return value;
  }

  #fail(): never {
    throw badTable(`line ${this.#line} is broken`);
  }
}

/** The value of a digit of base 36 in lower case; NaN for any other character. */
function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 97 && code <= 122 ? code - 87 : Number.NaN;
}
