import type { Token } from '../reading/tagger';
import type { WordForm } from '../reading/word-forms';

type Tag = Token['tag'];

/** Numbers of a token: where it starts and ends in its caption, its word's hash. */
const width = 3;
const END = 1;
const HASH = 2;

/**
 * The tokens of a block's captions in one array of numbers, and their words' forms and parts of speech beside it. As
 * objects they would be most of what lives while a block is mined, and the collector would copy them time and again.
 */
export class TokenTable {
  #cells: Int32Array;
  #size = 0;
  readonly #forms: WordForm[];
  readonly #tags: Tag[];

  constructor(capacity: number) {
    const room = Math.max(capacity, 16);
    this.#cells = new Int32Array(width * room);
    this.#forms = new Array(room);
    this.#tags = new Array(room);
  }

  get size(): number {
    return this.#size;
  }

  add(token: Token): void {
    const at = width * this.#size;
    if (at === this.#cells.length) this.#cells = twiceAsLong(this.#cells);
    this.#cells[at] = token.start;
    this.#cells[at + END] = token.end;
    this.#cells[at + HASH] = token.form.hash;
    this.#forms[this.#size] = token.form;
    this.#tags[this.#size] = token.tag;
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
    return this.#tags[token]!;
  }

  /** A token as an object, made anew; `caption` is the text that it is of. */
  token(token: number, caption: string): Token {
    const start = this.#cells[width * token]!;
    const end = this.#cells[width * token + END]!;
    const form = this.#forms[token]!;
    return { text: caption.slice(start, end), lower: form.lower, start, end, form, tag: this.tag(token) };
  }
}

/** The same numbers with as much room again behind them, or with room for more: a table that is full. */
export function twiceAsLong(numbers: Int32Array, least = 0): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(Math.max(2 * numbers.length, least));
  longer.set(numbers);
  return longer;
}
