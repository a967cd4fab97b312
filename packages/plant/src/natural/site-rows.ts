import { bigintsAsText } from '@slipform/kit/formats/bigints-as-text';
import { hashText } from '@slipform/kit/random/hash';
import type { Readers } from '../create-readers';
import type { FileCaption } from '../files/file-caption';
import type { Column } from '../files/write-parquet';
import type { Slot } from '../hard-negative';
import { hashWord } from '../hashes/hash-words';
import { eachCompanion } from '../reading/companions';
import { readCaptions } from '../reading/read-caption';
import type { Reading } from '../reading/reading';
import type { SiteSpan } from '../sites/site';
import { bits64, orderKeys, siteKey } from './site-key';

/** Options that site files depend on. */
export interface SiteOptions {
  readonly readers: Readers;
  readonly slots: ReadonlySet<Slot>;
  readonly seed: number;
}

/** A rated span of a caption; the one row of a caption without any has no span. */
interface SiteRow {
  readonly caption: FileCaption;
  readonly shard: number;
  /** The caption's place in its input, from 0. */
  readonly line: number;
  readonly site: number;
  readonly span?: SiteSpan;
  readonly key?: bigint;
  readonly word?: number;
  readonly order?: { readonly words: bigint; readonly text: bigint } | undefined;
  readonly tie: number;
  /** Hashes of the words that the caption names; in the caption's first row only. */
  readonly names?: string;
  readonly more: string | null;
}

/**
 * The columns of a site file. Keys are hashes of 64 bits: `site_key` of the slot and the words around the span, `word` of its lemma
 * and the seed, `order_key` and `text_key` of the caption's words, sorted and as they stand, `tie` of the seed and the caption. `more`
 * is JSON of `--keep`, the picture's place in a tar, and why a caption can have no partner.
 */
export const siteColumns: readonly Column<SiteRow>[] = [
  { name: 'shard', type: 'INT32', read: ({ shard }) => shard },
  { name: 'line', type: 'INT32', read: ({ line }) => line },
  { name: 'site', type: 'INT32', read: ({ site }) => site },
  { name: 'site_key', type: 'INT64', read: ({ key }) => key ?? null },
  { name: 'word', type: 'INT64', read: ({ word }) => (word === undefined ? null : BigInt(word)) },
  { name: 'order_key', type: 'INT64', read: ({ order }) => order?.words ?? null },
  { name: 'text_key', type: 'INT64', read: ({ order }) => order?.text ?? null },
  { name: 'tie', type: 'INT64', read: ({ tie }) => BigInt(tie) },
  { name: 'slot', type: 'STRING', read: ({ span }) => span?.slot ?? null },
  { name: 'lemma', type: 'STRING', read: ({ span }) => span?.lemma ?? null },
  { name: 'span_start', type: 'INT32', read: ({ span }) => span?.start ?? null },
  { name: 'span_end', type: 'INT32', read: ({ span }) => span?.end ?? null },
  { name: 'concreteness', type: 'DOUBLE', read: ({ span }) => span?.concreteness ?? null },
  { name: 'id', type: 'STRING', read: ({ caption }) => caption.id },
  { name: 'caption', type: 'STRING', read: ({ caption }) => caption.caption },
  { name: 'image', type: 'STRING', read: ({ caption }) => imageOf(caption) ?? null },
  { name: 'image_id', type: 'STRING', read: ({ caption }) => caption.imageId ?? null },
  { name: 'filepath', type: 'STRING', read: ({ caption }) => caption.filepath ?? null },
  { name: 'names', type: 'STRING', read: ({ names }) => names ?? null },
  { name: 'more', type: 'STRING', read: ({ more }) => more },
];

/** The rows of captions that follow each other. @param line of the first one */
export function siteRows(
  captions: readonly FileCaption[],
  shard: number,
  line: number,
  { readers, slots, seed }: SiteOptions,
): readonly SiteRow[] {
  const rows: SiteRow[] = [];
  let at = line;
  readCaptions(captions, readers.reader, (caption, reading) => {
    const spans = sitesOf(reading, slots);
    const reason = reading.unusable ?? (spans.length === 0 ? 'no-site' : undefined);
    const { picture, kept } = caption;
    const more =
      (reason ?? picture ?? kept) ? JSON.stringify({ reason, picture, kept }, bigintsAsText) : null;
    const common = { caption, shard, line: at, tie: tieOf(caption, seed), more };
    const first = { order: orderKeys(reading.tokens), names: namesOf(reading) };
    if (spans.length === 0) rows.push({ ...common, ...first, site: 0 });
    for (const [site, span] of spans.entries()) {
      const [high, low] = siteKey(reading.tokens, span.first, span.last, span.slot);
      const word = hashText(String(hashWord(span.lemma)), seed) >>> 0;
      const own = { ...common, site, span, key: bits64(high, low), word };
      rows.push(site === 0 ? { ...own, ...first } : own);
    }
    at += 1;
  });
  return rows;
}

/** So many words of a picture are counted as pairs, the first ones. */
const maxNames = 48;

function namesOf(reading: Reading): string {
  const names = new Set<number>();
  eachCompanion(reading, (hash) => {
    if (names.size < maxNames) names.add(hash);
  });
  return [...names].join(' ');
}

/** Where a caption stands among those of its word: by chance, and the same in any order of the file. */
function tieOf(caption: FileCaption, seed: number): number {
  return hashText(JSON.stringify([caption.id, caption.caption, imageOf(caption) ?? '']), seed) >>> 0;
}

/**
 * What tells one image from another; captions without an id or a file of their image are of different ones. A sample of a
 * tar is an image of its own: the names of its members are those of one shard.
 */
export function imageOf({
  imageId,
  filepath,
  picture,
}: Pick<FileCaption, 'imageId' | 'filepath' | 'picture'>): string | undefined {
  return imageId ?? (picture === undefined ? filepath : undefined);
}

/** The rated spans of a caption in which another one may differ, from left to right: a site file numbers them. */
export function sitesOf(reading: Reading, slots: ReadonlySet<Slot>): readonly SiteSpan[] {
  const spans: SiteSpan[] = [];
  if (slots.has('object')) spans.push(...reading.objects, ...reading.compounds);
  if (slots.has('attribute')) spans.push(...reading.attributes);
  spans.push(...reading.closed.filter(({ slot }) => slots.has(slot)));
  return spans.sort((a, b) => a.start - b.start || a.end - b.end);
}
