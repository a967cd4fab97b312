import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonl } from '@slipform/kit/formats/read-jsonl';
import { InputError } from '@slipform/kit/input-error';
import { remarkIfInterrupted } from '@slipform/kit/interruption';
import { withOutputFolder } from '@slipform/kit/output-folder';
import { refuseOverwrites } from '@slipform/kit/output-guard';
import type { JsonObject } from '@slipform/kit/parse-json';
import { createProgress } from '@slipform/kit/progress';
import { watchInputs } from '@slipform/kit/unchanged-input';
import { writeFileWhole } from '@slipform/kit/write-file';
import { nameOf, openInput, sizeOf } from '../files/open-input';
import type { Endpoint, EndpointCounts } from '../hooks/endpoint';
import type { ExtraFields } from '../hooks/extra-fields';
import { inOrder } from '../hooks/in-order';
import { createEditor, type Outcome, outcomes } from '../images/edit-images';
import { shardOf } from '../images/write-shard';
import { createProblemReport } from './problem-report';

export interface ImagesFileOptions {
  readonly endpoint: Endpoint;
  readonly model: string;
  readonly prompt: string;
  readonly fields: ExtraFields;
  readonly concurrency: number;
  /** The folder of the photographs, that of the edited pictures, and a shard of both, if it is wanted. */
  readonly images: string;
  readonly output: string;
  readonly tar?: string | undefined;
  readonly force?: boolean | undefined;
  readonly skipInvalid?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

export interface ImagesFileResult {
  readonly records: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly brokenLines: number;
  readonly endpoint: EndpointCounts;
  readonly seconds: number;
}

/** What of the output folder holds the records. */
const recordsName = 'records.jsonl';

/**
 * Has the photograph of each record edited as its instruction says, and writes the pictures and the records that name them
 * (`negativeFilepath`) into a folder. The pictures of an earlier run are not asked for again.
 */
export async function imagesFile(file: string, options: ImagesFileOptions): Promise<ImagesFileResult> {
  const { images, output, tar, endpoint } = options;
  const started = performance.now();
  const bytes = sizeOf(file);
  if (!statSync(images, { throwIfNoEntry: false })?.isDirectory()) {
    throw new InputError(`--images must be the folder of the photographs, got ${images}.`);
  }
  return withOutputFolder({ folder: output, name: '-o' }, async (lock) => {
    const records = join(output, recordsName);
    const outputs = [records, ...(tar === undefined ? [] : [tar])];
    refuseOverwrites({
      inputs: [{ file, name: 'the input' }],
      outputs: outputs.map((each) => ({
        file: each,
        name: each === tar ? '--tar' : `the ${recordsName} of -o`,
      })),
    });
    for (const each of outputs) {
      if (existsSync(each) && options.force !== true) {
        throw new InputError(`${each} exists; name another output, or --force to overwrite it.`);
      }
    }
    const forgetRemark = remarkIfInterrupted(
      () => `${output} keeps the pictures so far: run the same command again to go on.`,
    );
    const watch = watchInputs([file]);
    const problems = createProblemReport(file, options.skipInvalid === true);
    const progress = createProgress(process.stderr, { quiet: options.quiet === true });
    const input = openInput(file);
    const bar = progress.start('editing', bytes, 'records');
    bar.update(0);
    const edit = createEditor(options);
    const counts: Record<Outcome, number> = { edited: 0, kept: 0, copied: 0, refused: 0, broken: 0, none: 0 };
    let count = 0;

    async function* given(): AsyncGenerator<{ readonly place: string; readonly record: JsonObject }> {
      for await (const batch of readJsonl(input.stream, nameOf(file))) {
        for (const item of batch) {
          if ('value' in item) yield { place: item.place, record: item.value };
          else {
            const { place, problem, isEncoding = false } = item;
            problems.report({ message: `${place} ${problem}`, isEncoding });
          }
        }
      }
    }

    async function* lines(): AsyncGenerator<string> {
      const edited = inOrder(given(), 2 * options.concurrency, async ({ place, record }) => ({
        place,
        ...(await edit(record)),
      }));
      for await (const { place, record, outcome, problem } of edited) {
        counts[outcome] += 1;
        count += 1;
        if (problem !== undefined) problems.report({ message: `${place} ${problem}` });
        bar.update(input.bytesRead(), said(counts), count);
        yield `${JSON.stringify(record)}\n`;
      }
      if (count === 0) throw new InputError(`${nameOf(file)} holds no record.`);
      watch.assertUnchanged();
      lock.assertHeld();
    }

    try {
      await writeFileWhole(records, lines());
      if (tar !== undefined) await writeFileWhole(tar, shardOf(records, images, output));
    } catch (error) {
      await endpoint.idle();
      throw error;
    } finally {
      progress.stop();
      forgetRemark();
    }
    problems.end();
    return {
      records: count,
      outcomes: counts,
      brokenLines: problems.count(),
      endpoint: endpoint.counts(),
      seconds: (performance.now() - started) / 1000,
    };
  });
}

function said(counts: Readonly<Record<Outcome, number>>): string {
  return outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${counts[outcome]} ${outcome}`)
    .join(', ');
}
