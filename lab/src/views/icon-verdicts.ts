import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { holm, signFlipTest } from '@slipform/bench';
import { formatP, formatPoints } from '@slipform/kit/text/format-number';
import { batchSlope } from '../experiments/icons-batch';
import { ResultFile } from '../machine/result-file';
import type { MeasuredRun } from '../row';
import { pairedContrast, pOf } from '../statistics/paired-contrast';
import { pairedAnswers, readIconAnswers } from './icon-answers';
import { similaritySlope } from './premise-summary';
import { readPremise } from './read-premise';

/** A primary contrast of the registration, as far as its runs are there. */
interface Primary {
  readonly name: string;
  readonly text: string;
  readonly p: number;
}

/**
 * The five primary contrasts that the registration names, with Holm's correction over those that can be asked: the table of
 * docs/findings.md. P1, P2 and P5 have the larger p of the sign-flip test over seeds and of the crossed clusters, P3 that of
 * permuted ratings, P4 that of the sign-flip test.
 */
export async function iconVerdicts(results: string): Promise<string> {
  const runsOf = async (name: string) => {
    const file = join(results, `${name}.jsonl`);
    return existsSync(file) ? ResultFile.read(file, name) : [];
  };
  const found = [
    await answered('P1', 'icons-policy', ['concrete 3', 'abstract 3']),
    await answered('P2', 'icons-policy', ['adaptive', 'random 3']),
    await similarity(),
    await batches(),
    await answered('P5', 'icons-partners', ['pairs 3', 'edited 3']),
  ].filter((each) => each !== undefined);
  const corrected = holm(found.map(({ p }) => p));
  return found
    .map(({ name, text, p }, at) => `${name}: ${text}; p ${formatP(p)}, by Holm ${formatP(corrected[at]!)}`)
    .join('\n');

  async function answered(
    name: string,
    experiment: string,
    arms: readonly [string, string],
  ): Promise<Primary | undefined> {
    const runs = await runsOf(experiment);
    const answers = runs.length > 0 ? await readIconAnswers(results, experiment, runs) : undefined;
    const paired = answers ? pairedAnswers(answers, seedsOf(runs), arms) : [];
    if (paired.length === 0) return undefined;
    const contrast = pairedContrast(paired);
    const { value, interval, detectable } = contrast.wider;
    const range = interval.map((end) => formatPoints(end, 2)).join(' to ');
    const text = `${arms.join(' − ')} ${formatPoints(value, 2)} points (${range}) [${(100 * detectable).toFixed(2)}], ${contrast.seeds} seeds`;
    return { name, text, p: pOf(contrast) };
  }

  async function similarity(): Promise<Primary | undefined> {
    const runs = await runsOf('icons-premise');
    const data = runs.length > 0 ? await readPremise(results, runs) : undefined;
    if (!data) return undefined;
    const { slope, z, p } = similaritySlope(data);
    return {
      name: 'P3',
      text: `slope of s(I, T′) ${slope.toFixed(4)} a point of concreteness (z ${z.toFixed(1)})`,
      p,
    };
  }

  async function batches(): Promise<Primary | undefined> {
    const slope = await batchSlope(await runsOf('icons-batch'), results, 'as many steps');
    if (!slope || slope.seeds < 2) return undefined;
    const { value, interval, detectable } = slope.wider;
    const range = interval.map((end) => formatPoints(end, 2)).join(' to ');
    const least = `${slope.seeds} seeds, which cannot give a p below ${String(2 ** (1 - slope.seeds)).slice(1)}`;
    const text = `random − none ${formatPoints(value, 2)} points a doubling of the batch (${range}) [${(100 * detectable).toFixed(2)}], ${least}`;
    return { name: 'P4', text, p: signFlipTest(slope.bySeed) };
  }
}

function seedsOf(runs: readonly MeasuredRun[]): number[] {
  return [...new Set(runs.map(({ seed }) => seed))].sort((a, b) => a - b);
}
