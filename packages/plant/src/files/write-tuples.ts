import { Buffer } from 'node:buffer';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError } from '@slipform/kit/errors/input-error';
import { quoted } from '@slipform/kit/text/printable';
import type { BytesBlock, GroupBlock, MinedCaption, Tuples } from './record-format';
import { type Column, encodeRows } from './write-parquet';
import { byTrueText } from './write-tsv';

/** The cells of a row, in the order of its columns. */
type Tuple = readonly string[];

/** The columns in the order in which sentence-transformers takes them for anchor, positive and negatives: it asks for no names. */
export function tupleColumns({ shape, negatives }: Tuples): readonly Column<Tuple>[] {
  const last =
    shape === 'triplet' ? ['negative'] : Array.from({ length: negatives }, (_, i) => `negative_${i + 1}`);
  return ['anchor', 'positive', ...last].map((name, i) => ({ name, type: 'STRING', read: (row) => row[i]! }));
}

/**
 * A row for each negative (`triplet`), or for each caption with as many negatives as there are columns (`n-tuple`). The anchor
 * is the image: its file as the input names it, or in the folder of images as an absolute path; without a file its id.
 *
 * @throws {InputError} for a caption without an image, or one whose file is not in the folder
 */
export function encodeTuples(
  block: readonly MinedCaption[],
  format: 'jsonl' | 'parquet',
  tuples: Tuples,
): (BytesBlock | GroupBlock) & { readonly leftOut: number } {
  const columns = tupleColumns(tuples);
  let leftOut = 0;
  const rows = block.flatMap(byTrueText).flatMap(({ caption, negatives }): readonly Tuple[] => {
    if (negatives.length === 0) return [];
    const anchor = anchorOf(caption, tuples);
    const texts = negatives.map(({ negative }) => negative);
    if (tuples.shape === 'triplet') return texts.map((text) => [anchor, caption.caption, text]);
    if (texts.length === tuples.negatives) return [[anchor, caption.caption, ...texts]];
    leftOut += 1;
    return [];
  });
  if (format === 'parquet') return { ...encodeRows(columns, rows), leftOut };
  const lines = rows.map((row) =>
    JSON.stringify(Object.fromEntries(columns.map(({ name, read }) => [name, read(row)]))),
  );
  return { bytes: Buffer.from(lines.map((line) => `${line}\n`).join('')), leftOut };
}

function anchorOf({ id, filepath, imageId }: MinedCaption['caption'], tuples: Tuples): string {
  const { imageRoot } = tuples;
  const named = filepath ?? imageId;
  if (named === undefined) throw withoutImage(id, tuples);
  if (imageRoot === undefined || /^https?:\/\//.test(named)) return named;
  const path = resolve(imageRoot, named);
  if (existsSync(path)) return path;
  throw new InputError(
    `--image-root ${quoted(imageRoot)} has no ${quoted(named)}, the image of the caption ${quoted(id)}; name the folder that the input's paths start from.`,
  );
}

const withoutImage = (id: string, { shape }: Tuples) =>
  new InputError(
    `the anchor of a ${shape} is the caption's image, and the caption ${quoted(id)} has none; name the field of its image's id by --fields image=NAME, or write another format.`,
  );
