import type { Token } from '../reading/tagger';
import type { WordForm } from '../reading/word-forms';

type Tag = Token['tag'];

/** Numbers of a token: where it starts and ends in its caption, the number of its part of speech, its word's hash. */
const width = 4;
const END = 1;
const TAG = 2;
const HASH = 3;

/**
 * The tokens of a block's captions in one array of numbers, and their words' forms beside it. As objects they would be
 * most of what lives while a block is mined, and the collector would copy them time and again.
 */
export class TokenTable {
  #cells: Int32Array;
  #size = 0;
  readonly #forms: WordForm[] = [];
  readonly #tags: Tag[] = [];
  readonly #tagNumbers = new Map<Tag, number>();

  constructor(capacity: number) {
    this.#cells = new Int32Array(width * Math.max(capacity, 16));
  }

  get size(): number {
    return this.#size;
  }

  add(token: Token): void {
    const at = width * this.#size;
    if (at === this.#cells.length) {
      const cells = new Int32Array(2 * at);
      cells.set(this.#cells);
      this.#cells = cells;
    }
    this.#cells[at] = token.start;
    this.#cells[at + END] = token.end;
    this.#cells[at + TAG] = this.#numberOf(token.tag);
    this.#cells[at + HASH] = token.form.hash;
    this.#forms.push(token.form);
    this.#size += 1;
  }

  /** Form of a token's word. */
  form(token: number): WordForm {
    return this.#forms[token]!;
  }

  /** Hash of a token's word; 0 for punctuation. */
  hash(token: number): number {
    return this.#cells[width * token + HASH]!;
  }

  tag(token: number): Tag {
    return this.#tags[this.#cells[width * token + TAG]!]!;
  }

  /** A token as an object, made anew; `caption` is the text that it is of. */
  token(token: number, caption: string): Token {
    const start = this.#cells[width * token]!;
    const end = this.#cells[width * token + END]!;
    const form = this.#forms[token]!;
    return { text: caption.slice(start, end), lower: form.lower, start, end, form, tag: this.tag(token) };
  }

  #numberOf(tag: Tag): number {
    let number = this.#tagNumbers.get(tag);
    if (number === undefined) {
      number = this.#tags.push(tag) - 1;
      this.#tagNumbers.set(tag, number);
    }
    return number;
  }
}
