import type { Comparison } from '@slipform/bench';
import { formatP, formatPoints, formatShare } from '@slipform/kit/format-number';
import type { Run } from '../run';
import type { Lead, LeadCell } from './lead';

/** How much a run did, beside what the whole experiment does. */
export interface Sizes {
  readonly captions: number;
  readonly steps: number;
  readonly questions: number;
}

/** What the sentences need to know of the runs. */
export interface Concluding {
  /** How many checkpoints the fine-tunings start from. */
  readonly pretrainings: number;
  readonly sizes?: { readonly done: Sizes; readonly whole: Sizes };
}

export function sizesOf({ training, evaluation }: Run): Sizes {
  return {
    captions: training?.captions ?? 0,
    steps: training?.steps ?? 0,
    questions: evaluation.asks === 'scenes' ? evaluation.count : 0,
  };
}

/** The demo has no control for concreteness, so a lead of Cement is easily taken for more than it is. */
const NOT_THE_REASON =
  'This does not show that concreteness is the reason: in the study of losses a margin that is the same for all words did as well, within noise.';

/**
 * Says in words how far one model is ahead of another on each benchmark and where it is behind, that concreteness need
 * not be the reason, whether the run was a short one, and which noise the intervals cover: with one training seed that
 * of the questions, with several that of training.
 *
 * @param comparisons of the two models on the same questions; read where there is one seed
 */
export function conclude(
  leads: readonly Lead[],
  comparisons: readonly Comparison[],
  { pretrainings, sizes }: Concluding = { pretrainings: 1 },
): string[] {
  const sentences = leads.map((lead) =>
    lead.seeds > 1 ? overSeeds(lead, noiseOf(pretrainings)) : overItems(lead, comparisons),
  );
  sentences.push(NOT_THE_REASON, ...(sizes ? shortRun(sizes) : []));
  const seeds = Math.max(0, ...leads.map((lead) => lead.seeds));
  if (seeds === 1) {
    sentences.push(
      'This is one training seed: the intervals cover the noise of the questions, not that of training. --seeds 0,1,2,3 --pretrain measures how far trainings differ.',
    );
  }
  if (seeds > 1) sentences.push(whatSeedsCover(seeds, pretrainings));
  return sentences;
}

function noiseOf(pretrainings: number): string {
  return pretrainings > 1 ? 'the noise of pretraining and fine-tuning' : 'the noise of fine-tuning';
}

/** A short run often shows no difference, which says little. */
function shortRun({ done, whole }: NonNullable<Concluding['sizes']>): string[] {
  const units = [
    ['captions', 'captions'],
    ['steps', 'steps'],
    ['questions', 'questions of each kind'],
  ] as const;
  const cut = units.filter(([size]) => done[size] < whole[size]);
  // Fewer captions alone do not make it shorter.
  if (cut.every(([size]) => size === 'captions')) return [];
  const number = (value: number) => value.toLocaleString('en');
  const parts = cut.map(([size, unit]) => `${number(done[size])} of ${number(whole[size])} ${unit}`);
  return [
    `This was a short run (${parts.join(', ')} of the whole demo): it is often too short to show a difference between the losses.`,
  ];
}

/** An interval over seeds is easily taken for more than it is. */
function whatSeedsCover(seeds: number, pretrainings: number): string {
  const covered =
    pretrainings > 1
      ? `The intervals over seeds cover ${seeds} trainings, each with a pretraining of its own, judged on one set of test pictures. The pictures do not vary: with others the difference can lie outside.`
      : `The intervals over seeds cover ${seeds} fine-tunings of one checkpoint, judged on one set of test pictures. The pretraining and the pictures do not vary: with another checkpoint or other pictures the difference can lie outside.`;
  // Two signs in 2ⁿ patterns are the least that the test can give.
  const least = 2 / 2 ** seeds;
  if (least < 0.05) return covered;
  return `${covered} With ${seeds} seeds they rest on Student’s t alone (${seeds - 1} ${seeds === 2 ? 'degree' : 'degrees'} of freedom): a sign-flip test over ${seeds} seeds cannot get below p = ${formatShare(least)}.`;
}

function overItems(lead: Lead, comparisons: readonly Comparison[]): string {
  const { benchmark, model, against } = lead;
  const found = comparisons.find(
    ({ a, b, ...pair }) => a === against && b === model && pair.benchmark === benchmark,
  );
  if (!found) return `${benchmark}: ${model} and ${against} were not compared.`;
  const { difference, interval, differs, kinds } = found;
  const range = `${formatPoints(interval[0])} to ${formatPoints(interval[1])}`;
  const count = Object.keys(kinds).length;
  const clear = Object.entries(kinds).filter(([, kind]) => kind.p < 0.05 / count);
  // Each kind is one more occasion for an accident, so each must pass a stricter test (Bonferroni).
  const test = `McNemar’s test, p below .05 divided by the ${count} kinds`;
  const byKind =
    clear.length === 0
      ? `No kind by itself differs beyond chance (${test})`
      : `Kinds that differ beyond chance (${test}): ${clear.map(([kind, { difference, p }]) => `${kind.replaceAll('_', ' ')} ${formatPoints(difference)} (p ${formatP(p)})`).join(', ')}`;
  const retrieval = retrievalOf(lead).map(([name, cell]) => `${name} ${formatPoints(cell.value)}`);
  const recall = retrieval.length > 0 ? ` Retrieval: ${retrieval.join(', ')}.` : '';
  return `${benchmark}: ${verdict(differs ? interval : [0, 0], model, against, 'the noise of the questions')} in the mean (${formatPoints(difference)} points, 95 % interval ${range}). ${byKind}.${recall}`;
}

function overSeeds(lead: Lead, noise: string): string {
  const { benchmark, model, against, seeds, mean } = lead;
  const cells: (readonly [name: string, cell: LeadCell])[] = [
    ...Object.entries(lead.kinds).map(([kind, cell]) => [kind.replaceAll('_', ' '), cell] as const),
    ...retrievalOf(lead),
  ];
  const list = (title: string, isIn: (low: number, high: number) => boolean) => {
    const own = cells.filter(([, { interval }]) => interval && isIn(...interval));
    if (own.length === 0) return '';
    return ` ${title}: ${own.map(([name, cell]) => `${name} ${formatPoints(cell.value)} (${rangeOf(cell)})`).join(', ')}.`;
  };
  const each = mean.bySeed.map((each) => formatPoints(each)).join(', ');
  return [
    `${benchmark}: ${verdict(mean.interval!, model, against, noise)} in the mean (${formatPoints(mean.value)} points over ${seeds} seeds, 95 % interval ${rangeOf(mean)}; seed by seed ${each}).`,
    list('Higher', (low) => low > 0),
    list('Lower', (_, high) => high < 0),
    list('No difference seen', (low, high) => low <= 0 && high >= 0),
  ].join('');
}

function retrievalOf({ imageToText, textToImage }: Lead): (readonly [name: string, cell: LeadCell])[] {
  return [
    ...(imageToText ? [['image → text recall@1', imageToText] as const] : []),
    ...(textToImage ? [['text → image recall@1', textToImage] as const] : []),
  ];
}

function rangeOf({ interval }: LeadCell): string {
  return interval ? `${formatPoints(interval[0])} to ${formatPoints(interval[1])}` : '';
}

function verdict(interval: readonly [number, number], model: string, against: string, noise: string): string {
  if (interval[0] > 0) return `${model} is ahead of ${against} beyond ${noise}`;
  if (interval[1] < 0) return `${model} is behind ${against} beyond ${noise}`;
  return `no difference between ${model} and ${against} is seen beyond ${noise}`;
}
