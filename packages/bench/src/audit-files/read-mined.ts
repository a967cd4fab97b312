import { InputError, UsageError } from '@slipform/kit/errors/input-error';
import { readLineBatches } from '@slipform/kit/files/read-lines';
import { captionObjects, isKarpathyImage, ownField } from '@slipform/kit/formats/caption-objects';
import { readJsonEntries } from '@slipform/kit/formats/json-entries';
import type { FieldOf, Placed } from '@slipform/kit/formats/placed';
import { readJsonl } from '@slipform/kit/formats/read-jsonl';
import { readTable } from '@slipform/kit/formats/read-table';
import { quoted } from '@slipform/kit/text/printable';
import { nameOf, openInput } from './read-pairs';

/** A caption that was mined, with what its negative is known by. */
export interface MinedCaption {
  readonly caption: string;
  readonly id: string;
  readonly imageId?: string;
}

/** Which fields or columns hold what; unnamed ones go by the names that `mine` knows. */
export interface MinedFields {
  readonly captionField?: string | undefined;
  readonly idField?: string | undefined;
  readonly imageField?: string | undefined;
}

interface MinedRow {
  readonly fieldOf: FieldOf;
  /** What the caption is called where it has no id of its own. */
  readonly id: string;
}

/**
 * The captions of a file that was mined: text, JSON lines, CSV, TSV, Parquet, COCO's or Karpathy's JSON. Rows without a
 * caption are passed over, as `mine` passes over them.
 *
 * @throws {InputError} if it can't be read, or no row has a field that is named
 */
export async function* readMined(file: string, fields: MinedFields): AsyncGenerator<MinedCaption> {
  const named = new Map([
    [fields.captionField, '--caption-field'],
    [fields.idField, '--id-field'],
    [fields.imageField, '--image-field'],
  ]);
  named.delete(undefined);
  for await (const rows of rowsOf(file)) {
    for (const { fieldOf, id } of rows) {
      for (const name of named.keys()) if ((fieldOf(name!) ?? null) !== null) named.delete(name);
      const first = (asked: string | undefined, usual: readonly string[]) =>
        (asked === undefined ? usual : [asked]).map(fieldOf).find((value) => (value ?? '') !== '');
      const caption = first(fields.captionField, ['caption', 'title']);
      if (typeof caption !== 'string' || caption.trim() === '') continue;
      const imageId = first(fields.imageField, ['image_id', 'imageId']);
      const own = first(fields.idField, ['id']);
      yield {
        caption,
        id: own === undefined ? id : String(own),
        ...(imageId === undefined ? {} : { imageId: String(imageId) }),
      };
    }
  }
  for (const [name, option] of named) {
    throw new InputError(
      `${nameOf(file)} has no field ${quoted(name!)}, which ${option} names; name one that is there, or leave the option out.`,
    );
  }
}

async function* rowsOf(file: string): AsyncGenerator<MinedRow[]> {
  const name = nameOf(file);
  const extension = /\.([^./\\]+)$/.exec(file.replace(/\.gz$/i, ''))?.[1]?.toLowerCase();
  if (file === '-' || extension === 'txt' || extension === 'text') {
    for await (const lines of readLineBatches(openInput(file), { name })) {
      yield lines.map(({ number, text }) => ({
        fieldOf: (field) => (field === 'caption' ? text : undefined),
        id: String(number),
      }));
    }
  } else if (extension === 'jsonl' || extension === 'ndjson') {
    yield* placedRows(readJsonl(openInput(file), name), (value) => (field) => ownField(value, field));
  } else if (extension === 'csv' || extension === 'tsv') {
    const delimiter = extension === 'csv' ? ',' : '\t';
    yield* placedRows(readTable(openInput(file), { delimiter, name }), (value) => value);
  } else if (extension === 'parquet') {
    const { readParquet } = await import('@slipform/kit/formats/read-parquet');
    yield* placedRows(readParquet(file, { name }), (value) => (field) => ownField(value, field));
  } else if (extension === 'json') {
    for await (const entries of readJsonEntries(openInput(file), name)) {
      yield entries
        .filter(({ list, value }) => list !== 'images' || isKarpathyImage(value))
        .flatMap(({ value, number }) => captionObjects(value, number))
        .map(({ value, id }) => ({ fieldOf: (field) => ownField(value, field), id }));
    }
  } else {
    throw new UsageError(
      `--captions must be text, JSON lines, CSV, TSV, Parquet or JSON by its name, got ${name}; pass what \`mine --json\` printed as --summary instead.`,
    );
  }
}

async function* placedRows<T>(
  batches: AsyncIterable<readonly Placed<T>[]>,
  read: (value: T) => FieldOf,
): AsyncGenerator<MinedRow[]> {
  for await (const batch of batches) {
    yield batch.flatMap((item) =>
      'problem' in item ? [] : [{ fieldOf: read(item.value), id: String(item.number) }],
    );
  }
}
