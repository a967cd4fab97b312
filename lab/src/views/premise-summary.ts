import { formatFixed, formatP, formatSigned } from '@slipform/kit/text/format-number';
import { terminalTable } from '@slipform/kit/text/terminal-table';
import type { Similarities } from '../judges/judge-premise';
import type { MeasuredRun } from '../row';
import { mean } from '../statistics/mean';
import { ofSeeds } from '../statistics/paired-contrast';
import { type PermutedSlope, permutedSlope, type WordObservation } from '../statistics/permuted-slope';
import type { DrawnExchange, EditedExchange, Exchange } from '../studies/premise';
import { ratings } from '../studies/word-table';
import type { AskedQuestion } from './icon-answers';
import { readPremise } from './read-premise';
import { valuesOf } from './variant-values';

/** As the trial's tables have them. */
const ENDS = [2.5, 3, 3.5, 4, 4.5];

/** What was seen of each exchange of words. */
export interface PremiseData {
  readonly drawn: readonly DrawnExchange[];
  readonly edited: readonly EditedExchange[];
  readonly similarities: readonly Similarities[];
  /** Natural pairs of test artists, in the order of the similarities to a partner's caption. */
  readonly questions: readonly AskedQuestion[];
}

/** Slopes over concreteness with their chance by permuted ratings, means by band, and shares by the size of the batch. */
export async function premiseSummary(runs: readonly MeasuredRun[], folder: string): Promise<string> {
  const data = await readPremise(folder, runs);
  return [...(data ? [premiseTable(data), ...slopeTexts(data)] : []), shareTable(runs)].join('\n\n');
}

/** Concreteness of what was exchanged: the mean of its words. */
export function concretenessOf({ words }: Exchange, ratingOf: (word: string) => number | undefined): number {
  return mean(words.map((word) => ratingOf(word)!));
}

/** A similarity of every edited caption, or natural pair, the mean over the seeds' models. */
export function meanSimilarity({ similarities }: PremiseData, of: keyof Similarities): number[] {
  return similarities[0]![of].map((_, at) => mean(similarities.map((each) => each[of][at]! / 1000)));
}

function premiseTable(data: PremiseData): string {
  const ratingOf = ratings();
  const bandOf = (exchange: Exchange) =>
    ENDS.filter((end) => concretenessOf(exchange, ratingOf) >= end).length;
  const names = [`< ${ENDS[0]}`, ...ENDS.slice(1).map((end, at) => `${ENDS[at]}–${end}`), `≥ ${ENDS.at(-1)}`];
  const drawn = data.drawn.map(bandOf);
  const edited = data.edited.map(bandOf);
  const seen = {
    edited: meanSimilarity(data, 'edited'),
    own: meanSimilarity(data, 'own'),
    texts: meanSimilarity(data, 'texts'),
  };
  const table = {
    gap: 2,
    head: [
      'concreteness',
      'pairs of drawings',
      'visual change',
      'edited captions',
      's(I, T)',
      's(I, T′)',
      's(T, T′)',
    ],
    rows: [] as string[][],
  };
  for (const [band, name] of names.entries()) {
    const inBand = (bands: readonly number[], values: readonly number[]) => {
      const own = values.filter((_, at) => bands[at] === band);
      return own.length > 0 ? mean(own).toFixed(3).replace(/^0/, '') : '–';
    };
    table.rows.push([
      name,
      String(drawn.filter((each) => each === band).length),
      inBand(
        drawn,
        data.drawn.map(({ change }) => change),
      ),
      String(edited.filter((each) => each === band).length),
      ...[seen.own, seen.edited, seen.texts].map((values) => inBand(edited, values)),
    ]);
  }
  return terminalTable(table);
}

/** P3 of the registration. */
export function similaritySlope(data: PremiseData): PermutedSlope {
  return slopeAsker(data)(data.edited, meanSimilarity(data, 'edited'));
}

/** Slopes over the exchanged words' concreteness, with place and set, length and frequency held fixed. */
function slopeAsker({ drawn, edited }: PremiseData) {
  const ratingOf = ratings();
  const frequencies = new Map<string, number>();
  for (const { words, frequency } of [...drawn, ...edited]) {
    for (const word of words) frequencies.set(word, frequency);
  }
  return (exchanges: readonly Exchange[], y: readonly number[]): PermutedSlope =>
    permutedSlope(
      exchanges.map(
        ({ words, group, length, frequency }, at): WordObservation => ({
          ...{ words, group, y: y[at]! },
          covariates: [length, frequency],
        }),
      ),
      {
        ratingOf: (word) => ratingOf(word)!,
        frequencyOf: (word) => frequencies.get(word)!,
      },
    );
}

/** Where the curve of similarity bends. */
const BEND = 3;

function slopeTexts(data: PremiseData): string[] {
  const slopeOf = slopeAsker(data);
  const ratingOf = ratings();
  const text = (name: string, { slope, z, p, words }: PermutedSlope) =>
    `${name}: ${formatSigned(slope, 3)} a point of concreteness (z ${formatFixed(z, 1)}, p ${formatP(p)}; ${words} words).`;
  const bySeed = data.similarities.map(
    ({ edited }) =>
      slopeOf(
        data.edited,
        edited.map((value) => value / 1000),
      ).slope,
  );
  return [
    'Slopes with set and place of the word, length of the caption and log frequency held fixed; z and p by dealing ratings to other words of like frequency 999 times:',
    [
      text(
        'visual change of natural minimal pairs',
        slopeOf(
          data.drawn,
          data.drawn.map(({ change }) => change),
        ),
      ),
      text(
        'P3, s(I, T′) of edited captions, mean of the checkpoints',
        slopeOf(data.edited, meanSimilarity(data, 'edited')),
      ),
      text('s(T, T′) of edited captions', slopeOf(data.edited, meanSimilarity(data, 'texts'))),
      text('s(I, T)', slopeOf(data.edited, meanSimilarity(data, 'own'))),
      ...[true, false].map((isBelow) => {
        const similar = meanSimilarity(data, 'edited');
        const rows = [...data.edited.keys()].filter(
          (at) => concretenessOf(data.edited[at]!, ratingOf) < BEND === isBelow,
        );
        return text(
          `s(I, T′), words ${isBelow ? 'below' : 'from'} ${BEND}${isBelow ? '' : ' on'}`,
          slopeOf(
            rows.map((at) => data.edited[at]!),
            rows.map((at) => similar[at]!),
          ),
        );
      }),
      ...partnerTexts(data, text),
      ...(bySeed.length > 1 ? [`P3 over ${bySeed.length} checkpoints: ${intervalText(bySeed)}.`] : []),
    ].join('\n'),
  ];
}

/**
 * Similarity to the caption of the natural partner over the mean concreteness of the two words; set and place of the word are held
 * fixed, and how often a word is asked about takes the place of its frequency in names, which questions do not keep.
 */
function partnerTexts(data: PremiseData, text: (name: string, slope: PermutedSlope) => string): string[] {
  const ratingOf = ratings();
  const similar = meanSimilarity(data, 'partners');
  const asked = new Map<string, number>();
  for (const word of data.questions.flatMap(({ words }) => words))
    asked.set(word, (asked.get(word) ?? 0) + 1);
  const observations = data.questions.flatMap(({ id, words, slot }, at) => {
    const apart = Math.abs(ratingOf(words[0]!)! - ratingOf(words[1]!)!);
    const group = `${id.split(':')[0]} ${slot}`;
    return similar[at] === undefined ? [] : [{ apart, words, group, y: similar[at], covariates: [] }];
  });
  if (observations.length === 0) return [];
  const slopeOf = (most: number) =>
    permutedSlope(
      observations.filter(({ apart }) => apart <= most),
      { ratingOf: (word) => ratingOf(word)!, frequencyOf: (word) => asked.get(word)! },
    );
  return [
    text(
      'similarity to the natural partner’s caption, set and slot held fixed',
      slopeOf(Number.POSITIVE_INFINITY),
    ),
    text('the same, words within a point', slopeOf(1)),
  ];
}

function intervalText(slopes: readonly number[]): string {
  const { value, interval, detectable } = ofSeeds(slopes);
  const [centre, low, high] = [value, ...interval].map((each) => formatFixed(each, 4));
  return `${centre} (${low} to ${high}) [${detectable.toFixed(4)}]`;
}

/** The hard negative's share of the push and the pull, by size of the batch: mean over checkpoints with Student's interval. */
function shareTable(runs: readonly MeasuredRun[]): string {
  const sizes = [
    ...new Set(
      runs.flatMap(({ rows }) =>
        rows.flatMap(({ metric, kind }) => (metric === 'hard share' ? [Number(kind!.split(', ')[1])] : [])),
      ),
    ),
  ].sort((a, b) => a - b);
  const table = {
    gap: 2,
    head: ['batch', 'hard share, abstract', 'hard share, concrete', 'pull'],
    rows: [] as string[][],
  };
  const text = (metric: string, kind: string) => {
    const values = [...valuesOf(runs, 'checkpoint', { metric, kind }).values()];
    if (values.length < 2) return values[0]?.toFixed(4) ?? '–';
    const { value, interval } = ofSeeds(values);
    return `${value.toFixed(4)} (${interval.map((end) => end.toFixed(4)).join(' to ')})`;
  };
  for (const size of sizes) {
    table.rows.push([
      String(size),
      text('hard share', `abstract, ${size}`),
      text('hard share', `concrete, ${size}`),
      text('pull', `concrete, ${size}`),
    ]);
  }
  return terminalTable(table);
}
