import { captionFields, captionOf } from '@slipform/kit/captions/caption';
import { formatOfName } from '@slipform/kit/captions/caption-formats';
import { nameOf, openInput } from '@slipform/kit/captions/open-input';
import { readRows } from '@slipform/kit/captions/read-rows';
import { InputError, UsageError } from '@slipform/kit/errors/input-error';

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

/**
 * The captions of a file that was mined, in any format that `mine` reads. What is wrong with a row is passed over, as
 * `mine` passes over it.
 *
 * @throws {InputError} if it can't be read, or not one of its rows can
 */
export async function* readMined(file: string, named: MinedFields): AsyncGenerator<MinedCaption> {
  const name = nameOf(file);
  const format = file === '-' ? 'text' : formatOfName(file);
  if (format === undefined) {
    throw new UsageError(
      `--captions must be text, JSON lines, CSV, TSV, Parquet, JSON or tar by its name, got ${name}; pass what \`mine --json\` printed as --summary instead.`,
    );
  }
  const fields = captionFields({ caption: named.captionField, id: named.idField, imageId: named.imageField });
  let count = 0;
  let fault: string | undefined;
  for await (const rows of readRows(name, openInput(file), { format, fields })) {
    for (const item of rows) {
      if ('problem' in item) continue;
      try {
        const found = captionOf(item.value, fields);
        if (found === undefined) continue;
        count += 1;
        yield { ...found, id: found.id ?? item.value.id };
      } catch (error) {
        fault ??= `${item.place} ${(error as Error).message}`;
      }
    }
  }
  if (count === 0 && fault !== undefined) throw new InputError(`${name} ${fault}.`);
}
