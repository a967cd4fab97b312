import { gzipSync } from 'node:zlib';
import { InputError } from '@slipform/concreteness';
import { CorpusStats } from '../corpus/corpus-stats';
import { fitCaptions } from '../corpus/fit-captions';
import { type Format, formatOf, isGzipName } from '../files/caption-format';
import type { FieldNames, FileCaption } from '../files/file-caption';
import { findSiblings } from '../files/find-siblings';
import { openInput, sizeOf } from '../files/open-input';
import { openOutput } from '../files/open-output';
import { nameOf, readCaptions } from '../files/read-captions';
import { readText } from '../files/read-text';
import { watchInputs } from '../files/unchanged-input';
import { createTextTable } from '../hashes/text-table';
import { createProblemReport, noCaption } from './problem-report';

/** A file of counts has at most so much, unpacked. */
const mebibytes = 256;

export interface FitFileOptions {
  readonly output: string;
  readonly format?: Format | undefined;
  readonly captionField?: string | undefined;
  readonly idField?: string | undefined;
  readonly imageField?: string | undefined;
  readonly skipInvalid?: boolean | undefined;
  readonly force?: boolean | undefined;
  /** Counts below this are dropped. Default: 1, none. */
  readonly least?: number | undefined;
}

export interface FitFileResult {
  readonly captions: number;
  readonly pictures: number;
  readonly brokenLines: number;
}

/** Counts files of captions, each after the other, for `mineFile`'s option `fit`. */
export async function fitFiles(files: readonly string[], options: FitFileOptions): Promise<FitFileResult> {
  const formats = files.map((file) => options.format ?? formatOf(file));
  // Problems of the input are reported before the output is opened.
  for (const file of files) sizeOf(file);
  const reports = files.map((file) => createProblemReport(file, options.skipInvalid === true));
  let stats: CorpusStats | undefined;
  return write(files, options, async () => {
    for (const [i, file] of files.entries()) {
      const captions = captionsOf(file, formats[i]!, options, reports[i]!);
      const fitted = await fitCaptions(captions);
      if (fitted.captions === 0) throw noCaption(file, reports[i]!.count());
      stats = stats ? stats.with(fitted) : fitted;
    }
    for (const report of reports) report.end();
    const brokenLines = reports.reduce((sum, report) => sum + report.count(), 0);
    return { stats: stats!, brokenLines };
  });
}

/** Adds what `fitFiles` wrote of parts of a corpus: the counts are those of the whole, if no image is in two parts. */
export async function mergeFits(files: readonly string[], options: FitFileOptions): Promise<FitFileResult> {
  for (const file of files) sizeOf(file);
  return write(files, options, async () => {
    let stats: CorpusStats | undefined;
    for (const file of files) {
      const read = parseFit(file, await readText(file, mebibytes));
      stats = stats ? stats.with(read) : read;
    }
    return { stats: stats!, brokenLines: 0 };
  });
}

async function write(
  files: readonly string[],
  options: FitFileOptions,
  make: () => Promise<{ readonly stats: CorpusStats; readonly brokenLines: number }>,
): Promise<FitFileResult> {
  const watch = watchInputs(files);
  const output = await openOutput(options.output, {
    read: files.map((file) => ({ file, name: 'the input' })),
    force: options.force === true,
  });
  try {
    const { stats, brokenLines } = await make();
    const { least = 1 } = options;
    const text = Buffer.from(String(least === 1 ? stats : stats.pruned(least)));
    watch.assertUnchanged();
    await output.write(isGzipName(options.output) ? gzipSync(text) : text);
    await output.commit();
    return { captions: stats.captions, pictures: stats.pictures, brokenLines };
  } catch (error) {
    await output.discard(error);
    throw error;
  }
}

/** The captions of a file; those of one image follow each other, wherever they stand in it. */
async function* captionsOf(
  file: string,
  format: Format,
  options: FitFileOptions,
  problems: ReturnType<typeof createProblemReport>,
): AsyncGenerator<FileCaption> {
  const fields: FieldNames = {
    caption: options.captionField,
    id: options.idField,
    imageId: options.imageField,
  };
  const siblingsOf =
    sizeOf(file) === undefined ? undefined : await findSiblings(file, format, fields, () => {});
  const seen = createTextTable();
  for await (const batch of readCaptions(file, openInput(file), format, fields)) {
    for (const problem of batch.problems) problems.report(problem);
    for (const caption of batch.captions) {
      const { imageId } = caption;
      if (imageId === undefined || !siblingsOf) yield caption;
      else if (seen.isNew(imageId)) {
        for (const sibling of siblingsOf(imageId)) yield { ...caption, caption: sibling };
      }
    }
  }
}

function parseFit(file: string, text: string): CorpusStats {
  try {
    return CorpusStats.parse(text);
  } catch (error) {
    if (!InputError.isInstance(error)) throw error;
    const fault = error.message.replace(/^[\w.]+: /, '').replace(/(; [^;]*)?\.?$/, '');
    throw new InputError(`${nameOf(file)}: ${fault}; --merge takes what \`slipform-plant fit\` wrote.`);
  }
}
