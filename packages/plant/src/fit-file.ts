import { gzipSync } from 'node:zlib';
import { type Format, formatOf, isGzipName } from './files/caption-format';
import type { FieldNames } from './files/file-caption';
import { openInput, sizeOf } from './files/open-input';
import { openOutput } from './files/open-output';
import { readCaptions } from './files/read-captions';
import { watchInputs } from './files/unchanged-input';
import { fitCaptions } from './fit/fit-captions';
import { createProblemReport, noCaption } from './problem-report';

export interface FitFileOptions {
  readonly output: string;
  readonly format?: Format | undefined;
  readonly captionField?: string | undefined;
  readonly idField?: string | undefined;
  readonly imageField?: string | undefined;
  readonly skipInvalid?: boolean | undefined;
  readonly force?: boolean | undefined;
}

/** Learns from a file of captions which words stand beside which, and writes that for `mineFile`'s option `fit`. */
export async function fitFile(
  file: string,
  options: FitFileOptions,
): Promise<{ captions: number; brokenLines: number }> {
  const format = options.format ?? formatOf(file);
  const fields: FieldNames = {
    caption: options.captionField,
    id: options.idField,
    imageId: options.imageField,
  };
  // Problems of the input are reported before the output is opened.
  sizeOf(file);
  const watch = watchInputs([file]);
  const output = await openOutput(options.output, {
    read: [{ file, name: 'the input' }],
    force: options.force === true,
  });
  const problems = createProblemReport(file, options.skipInvalid === true);
  async function* captions() {
    for await (const batch of readCaptions(file, openInput(file), format, fields)) {
      for (const problem of batch.problems) problems.report(problem);
      yield* batch.captions;
    }
  }
  try {
    const table = await fitCaptions(captions());
    if (table.captions === 0) throw noCaption(file, problems.count());
    const text = Buffer.from(table.toString());
    watch.assertUnchanged();
    await output.write(isGzipName(options.output) ? gzipSync(text) : text);
    await output.commit();
    problems.end();
    return { captions: table.captions, brokenLines: problems.count() };
  } catch (error) {
    await output.discard(error);
    throw error;
  }
}
