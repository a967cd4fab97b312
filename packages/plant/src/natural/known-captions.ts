import { InputError } from '@slipform/kit/errors/input-error';
import type { Readers } from '../create-readers';
import type { Slot } from '../hard-negative';
import { readCaption } from '../reading/read-caption';
import type { Reading } from '../reading/reading';
import { createSiblingReader, type Surroundings } from '../reading/siblings';
import type { SiteSpan } from '../sites/site';
import type { Side } from './partner-checks';
import type { CaptionSite } from './query-partners';
import { sitesOf } from './site-rows';

/** The most readings that are kept, and the most lists of siblings. */
const maxKept = 4096;

/** A caption that was read, with its sites. */
export interface Known {
  readonly reading: Reading;
  readonly sites: readonly SiteSpan[];
}

/** Reads captions and what their siblings say, and keeps some. */
export class KnownCaptions {
  readonly #readers: Readers;
  readonly #slots: ReadonlySet<Slot>;
  #read = new Map<string, Known>();
  #siblings = new Map<string, readonly string[]>();
  #siblingsOf: ReturnType<typeof createSiblingReader>;

  constructor({ readers, slots }: { readonly readers: Readers; readonly slots: ReadonlySet<Slot> }) {
    this.#readers = readers;
    this.#slots = slots;
    this.#siblingsOf = createSiblingReader(readers.words.formOf);
  }

  /** What the other captions of a caption's image say. */
  siblings({ caption, siblings }: CaptionSite): Surroundings {
    return this.#siblingsOf(this.#listOf(siblings), caption.caption);
  }

  /** A caption as the checks see it. @throws {InputError} for a site that the caption does not have */
  side(of: CaptionSite): Side {
    const { caption, site } = of;
    const { reading, sites } = this.read(caption.caption);
    const span = sites[site];
    if (span === undefined) {
      throw new InputError(
        `the site files name word ${site} of caption ${caption.id}, which has ${sites.length} (from 0); make them again.`,
      );
    }
    return { reading, span, siblings: this.siblings(of) };
  }

  read(caption: string): Known {
    const before = this.#read.get(caption);
    if (before) return before;
    if (this.#read.size === maxKept) this.#read = new Map();
    const reading = readCaption(caption, this.#readers.reader);
    const known = { reading, sites: sitesOf(reading, this.#slots) };
    this.#read.set(caption, known);
    return known;
  }

  #listOf(siblings: string | undefined): readonly string[] {
    if (siblings === undefined) return alone;
    const before = this.#siblings.get(siblings);
    if (before) return before;
    if (this.#siblings.size === maxKept) {
      this.#siblings = new Map();
      this.#siblingsOf = createSiblingReader(this.#readers.words.formOf);
    }
    const list: readonly string[] = JSON.parse(siblings);
    this.#siblings.set(siblings, list);
    return list;
  }
}

const alone: readonly string[] = [];
