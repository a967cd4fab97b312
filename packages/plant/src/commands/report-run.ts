import type { PairsOptionsRead } from './pairs-options';

/** What a run with one output says of itself. */
interface EndedRun {
  readonly doneBefore: boolean;
  readonly brokenLines: number;
}

/**
 * The end of a run with one output: says that there was nothing to do, or prints the summary. JSON goes to standard output,
 * unless the records go there.
 *
 * @param fail called if lines were broken and nobody asked to skip them
 */
export function reportRun<Result extends EndedRun>(
  result: Result,
  { output, json, quiet, skipInvalid }: Pick<PairsOptionsRead, 'output' | 'json' | 'quiet' | 'skipInvalid'>,
  summaries: { readonly json: (result: Result) => string; readonly text: (result: Result) => string },
  fail: () => void,
): void {
  if (result.doneBefore) {
    process.stderr.write(
      `slipform-plant: ${output} is finished already, from the same input with the same options; nothing to do; pass --force without --resume to write it again.\n`,
    );
  }
  if (json) (output === '-' ? process.stderr : process.stdout).write(`${summaries.json(result)}\n`);
  else if (!quiet && !result.doneBefore) process.stderr.write(`${summaries.text(result)}\n`);
  if (result.brokenLines > 0 && !skipInvalid) fail();
}
