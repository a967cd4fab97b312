import type { CaptionSource, Input } from '@slipform/kit/captions/read-rows';
import { InputError } from '@slipform/kit/errors/input-error';
import { counted } from '@slipform/kit/text/format-number';
import type { Format } from '../files/caption-format';
import type { FieldNames, FileCaption, Problem } from '../files/file-caption';
import type { Outlook } from '../files/find-siblings';
import { readCaptions } from '../files/read-captions';
import { cutIntoBlocks } from '../sites/cut-into-blocks';
import type { Job } from '../workers/block-miner';

interface JobSource {
  readonly source: CaptionSource;
  readonly format: Format;
  readonly fields: FieldNames;
  readonly blockSize: number;
  /** What a look at the whole file showed; missing where it can be read once only. */
  readonly outlook: Outlook | undefined;
  readonly report: (problem: Problem) => void;
}

/** The blocks of a file. @throws {InputError} if it can't be read, has no caption, or the first block has none of a column of `--keep` */
export async function* readJobs(
  from: JobSource,
): AsyncGenerator<Omit<Job, 'encode'> & { readonly bytesRead: number }> {
  const input = from.source.open();
  let start = 0;
  let broken = 0;
  const report = (problem: Problem) => {
    from.report(problem);
    broken += 1;
  };
  for await (const captions of cutIntoBlocks(withContext({ ...from, report }, input), from.blockSize)) {
    if (start === 0) refuseUnknown(from, captions);
    yield { start, captions, bytesRead: input.bytesRead() };
    start += captions.length;
  }
  if (start === 0) throw noCaption(from.source.name, broken);
}

async function* withContext(
  { source, format, fields, outlook, report }: JobSource,
  input: Input,
): AsyncGenerator<FileCaption> {
  for await (const batch of readCaptions(source.name, input, format, fields, outlook?.imageFiles)) {
    for (const problem of batch.problems) report(problem);
    for (const caption of batch.captions) {
      const { imageId } = caption;
      const siblings = imageId === undefined ? undefined : outlook?.siblingsOf?.(imageId);
      yield siblings === undefined ? caption : { ...caption, siblings };
    }
  }
}

/** An object may lack a field that is kept; a misspelt name is one that all of them lack. */
function refuseUnknown({ source, fields }: JobSource, captions: readonly FileCaption[]): void {
  for (const name of fields.keep ?? []) {
    if (captions.some(({ kept }) => kept !== undefined && Object.hasOwn(kept, name))) continue;
    throw new InputError(
      `${source.name}: --keep names "${name}", which none of the first ${captions.length} captions has; correct the name or leave it out.`,
    );
  }
}

/** The error for a file without a readable caption; nothing is written then. */
export function noCaption(name: string, brokenLines: number): InputError {
  return new InputError(
    brokenLines === 0
      ? `${name} holds no caption.`
      : `${name} holds no caption that can be read, but ${counted(brokenLines, 'broken line')}; correct them, or name the format and the fields.`,
  );
}
