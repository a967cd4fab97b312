import { InputError } from '@slipform/kit/input-error';
import type { Readers } from '../create-readers';
import type { Slot } from '../hard-negative';
import { readCaption } from '../reading/read-caption';
import type { Reading } from '../reading/reading';
import type { SiteSpan } from '../sites/site';
import { createSiblingReader, type Surroundings } from '../surroundings';
import type { JoinedPictures } from './joined-pictures';
import type { LineReader } from './line-file';
import type { Side } from './partner-checks';
import { type Address, endOf, placeOf, shardOf, startOf } from './row-text';
import { sitesOf } from './sites-of';
import { captionOfLine, type StoredCaption } from './stored-caption';

/** Readings and siblings are kept for so many captions. */
const keptCaptions = 2048;

export interface KnownOptions {
  readonly readers: Readers;
  readonly slots: ReadonlySet<Slot>;
}

/** A caption with its reading. */
export class KnownCaption {
  readonly #sites: readonly SiteSpan[];

  constructor(
    readonly caption: StoredCaption,
    readonly reading: Reading,
    private readonly siblings: Surroundings,
    slots: ReadonlySet<Slot>,
    readers: Readers,
  ) {
    this.#sites = sitesOf(reading, slots, readers.words);
  }

  /** The sites of a packed span: one, unless a word is read in two ways. */
  sidesAt(packed: number): readonly Side[] {
    const { reading, siblings } = this;
    const [start, end] = [startOf(packed), endOf(packed)];
    return this.#sites.flatMap((span) =>
      span.start === start && span.end === end ? [{ reading, span, siblings }] : [],
    );
  }
}

/** Reads captions by their address, and keeps some. */
export class KnownCaptions {
  readonly #lines: readonly LineReader[];
  readonly #pictures: JoinedPictures;
  readonly #options: KnownOptions;
  #kept = new Map<Address, KnownCaption>();
  #siblingsOf: ReturnType<typeof createSiblingReader>;

  /** @param lines of the captions of each shard */
  constructor(lines: readonly LineReader[], pictures: JoinedPictures, options: KnownOptions) {
    this.#lines = lines;
    this.#pictures = pictures;
    this.#options = options;
    this.#siblingsOf = createSiblingReader(options.readers.words.formOf);
  }

  at(address: Address): KnownCaption {
    const kept = this.#kept.get(address);
    if (kept) return kept;
    const lines = this.#lines[shardOf(address)];
    if (lines === undefined) {
      throw new InputError(
        `a row of partners names shard ${shardOf(address)} of ${this.#lines.length} (from 0); group these hashes again.`,
      );
    }
    return this.read(address, captionOfLine(lines.at(placeOf(address))));
  }

  read(address: Address, caption: StoredCaption): KnownCaption {
    const { readers, slots } = this.#options;
    if (this.#kept.size === keptCaptions) {
      this.#kept = new Map();
      this.#siblingsOf = createSiblingReader(readers.words.formOf);
    }
    const reading = readCaption(caption.caption, readers.reader);
    const siblings =
      caption.siblings < 0
        ? this.#siblingsOf([])
        : this.#siblingsOf(this.#pictures.captionsOf(shardOf(address), caption.siblings), caption.caption);
    const known = new KnownCaption(caption, reading, siblings, slots, readers);
    this.#kept.set(address, known);
    return known;
  }
}
