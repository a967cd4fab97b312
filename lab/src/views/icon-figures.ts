import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as Plot from '@observablehq/plot';
import { ResultFile } from '../machine/result-file';
import type { MeasuredRun } from '../row';
import { loess } from '../statistics/loess';
import { mean } from '../statistics/mean';
import { ofSeeds, pairedContrast } from '../statistics/paired-contrast';
import { ratings } from '../studies/word-table';
import { drawFigure } from './draw-figure';
import { type IconAnswers, pairedAnswers, readIconAnswers } from './icon-answers';
import { concretenessOf, meanSimilarity, type PremiseData } from './premise-summary';
import { readPremise } from './read-premise';
import { differencesBySeed, valuesOf } from './variant-values';

const BLUE = '#0b66b0';
const ORANGE = '#b8560a';
const GREEN = '#0a7a5c';

/** Places of the curves: where both ends have words enough. */
const PLACES = Array.from({ length: 33 }, (_, at) => 1.8 + at * 0.1);
const SPAN = 0.4;
/** Height of a label's line in points of group score. */
const LINE = 0.075;

/** The figures of the studies on icons, by name: those whose rows are there. */
export async function iconFigures(results: string): Promise<Readonly<Record<string, string>>> {
  const runsOf = async (name: string) => {
    const file = join(results, `${name}.jsonl`);
    return existsSync(file) ? ResultFile.read(file, name) : [];
  };
  const premise = await runsOf('icons-premise');
  const data = premise.length > 0 ? await readPremise(results, premise) : undefined;
  const asked = [
    { title: 'exchanges of one word', name: 'icons-policy', against: 'none' },
    { title: 'natural partners', name: 'icons-partners', against: 'unpaired' },
  ].map(async ({ name, ...about }) => {
    const runs = await runsOf(name);
    return { ...about, runs, answers: await readIconAnswers(results, name, runs) };
  });
  const studies = (await Promise.all(asked)).filter(({ runs }) => runs.length > 0);
  return {
    ...(data ? { premise: premiseFigure(data) } : {}),
    ...(premise.length > 0 ? { 'batch-share': shareFigure(premise) } : {}),
    ...(studies.length > 0 ? { 'trade-off': tradeOffFigure(studies) } : {}),
  };
}

/** LOESS of visual change and of similarities over concreteness, beside each other. */
function premiseFigure(data: PremiseData): string {
  const ratingOf = ratings();
  const curve = (panel: string, title: string, x: readonly number[], y: readonly number[]) => {
    const low = Math.min(...x);
    const high = Math.max(...x);
    const places = PLACES.filter((place) => place >= low && place <= high);
    const values = loess(x, y, places, SPAN);
    return places.map((place, at) => ({ panel, title, x: place, y: values[at]! }));
  };
  const drawn = data.drawn.map((each) => concretenessOf(each, ratingOf));
  const edited = data.edited.map((each) => concretenessOf(each, ratingOf));
  const changed = 'visual change: 1 − correlation of two drawings';
  const similar = 'similarity: cosine of icon and caption';
  const lines = [
    curve(
      changed,
      'visual change between minimal pairs',
      drawn,
      data.drawn.map(({ change }) => change),
    ),
    curve(similar, 'similarity of icon and own caption', edited, meanSimilarity(data, 'own')),
    curve(similar, 'similarity of icon and edited caption', edited, meanSimilarity(data, 'edited')),
  ];
  const label = { fx: 'panel', x: 'x', y: 'y', text: 'title', fill: 'title', textAnchor: 'start' } as const;
  return drawFigure({
    width: 760,
    height: 320,
    marginBottom: 44,
    marginLeft: 60,
    x: { label: 'concreteness of the exchanged words', grid: true, labelAnchor: 'center', labelOffset: 38 },
    y: { label: '1 − correlation (left), cosine (right)', grid: true, zero: false, labelAnchor: 'center' },
    fx: { label: null, domain: [changed, similar] },
    color: { domain: lines.map(([first]) => first!.title), range: [BLUE, GREEN, ORANGE] },
    marks: [
      Plot.line(lines.flat(), { fx: 'panel', x: 'x', y: 'y', stroke: 'title', strokeWidth: 2.5 }),
      Plot.text(
        lines.slice(0, 2).map((line) => line[line.length >> 2]!),
        { ...label, dy: 18 },
      ),
      // This line falls, so that there is room above it.
      Plot.text([lines[2]![lines[2]!.length >> 2]!], { ...label, dy: -12 }),
    ],
  });
}

/** The hard negative's share of the push over the size of the batch, both logarithmic. */
function shareFigure(runs: readonly MeasuredRun[]): string {
  const kinds = runs.flatMap(({ rows }) =>
    rows.flatMap(({ metric, kind }) => (metric === 'hard share' && kind ? [kind] : [])),
  );
  const points = [...new Set(kinds)].map((kind) => {
    const [word, size] = kind.split(', ') as [string, string];
    const share = mean([...valuesOf(runs, 'checkpoint', { metric: 'hard share', kind }).values()]);
    return { word: `${word} word changed`, size: Number(size), share };
  });
  const words = [...new Set(points.map(({ word }) => word))];
  return drawFigure({
    width: 620,
    height: 320,
    marginBottom: 44,
    marginLeft: 76,
    marginRight: 176,
    x: {
      type: 'log',
      base: 2,
      label: 'pictures in a batch',
      ticks: [...new Set(points.map(({ size }) => size))],
      tickFormat: (size: number) => size.toLocaleString('en'),
      labelAnchor: 'center',
      labelOffset: 38,
    },
    y: {
      type: 'log',
      label: 'hard negative’s share of the push',
      grid: true,
      labelAnchor: 'center',
      ticks: [0.002, 0.01, 0.05, 0.2],
      tickFormat: (share: number) => `${100 * share} %`,
    },
    color: { domain: words, range: [GREEN, ORANGE] },
    marks: [
      Plot.line(points, { x: 'size', y: 'share', stroke: 'word', strokeWidth: 2 }),
      Plot.dot(points, { x: 'size', y: 'share', fill: 'word' }),
      Plot.text(points, {
        filter: ({ size }: { size: number }) => size === Math.max(...points.map((each) => each.size)),
        ...{ x: 'size', y: 'share', text: 'word', fill: 'word', dx: 8, textAnchor: 'start' },
      }),
    ],
  });
}

/** Runs of an experiment, and the arm that the others are held against. */
interface TradeOff {
  readonly title: string;
  readonly runs: readonly MeasuredRun[];
  readonly answers: IconAnswers | undefined;
  readonly against: string;
}

/**
 * Composition gained on natural questions against retrieval kept: a cross for each arm, 95 % intervals; of composition over
 * seeds, words and artists, of retrieval over seeds alone, since no run kept its single searches.
 */
function tradeOffFigure(studies: readonly TradeOff[]): string {
  const recall = [{ metric: 'recall@10 images' }, { metric: 'recall@10 texts' }];
  const points = studies.flatMap(({ title, runs, answers, against }) =>
    [...new Set(runs.map(({ variant }) => variant))].flatMap((variant) => {
      const contrast = { variant, against };
      const kept = differencesBySeed(runs, contrast, recall);
      if (!answers || variant === against || variant === 'checkpoint' || kept.length < 2) return [];
      const seeds = runs.flatMap((run) => (run.variant === variant ? [run.seed] : []));
      const gained = pairedAnswers(answers, seeds, [variant, against]);
      if (gained.length === 0) return [];
      const [y, x] = [pairedContrast(gained).wider, ofSeeds(kept)];
      const points = (value: number) => 100 * value;
      return [
        {
          ...{ title, variant },
          ...{ x: points(x.value), x1: points(x.interval[0]), x2: points(x.interval[1]) },
          ...{ y: points(y.value), y1: points(y.interval[0]), y2: points(y.interval[1]) },
        },
      ];
    }),
  );
  const labels = studies.flatMap(({ title }) => spreadLabels(points.filter((each) => each.title === title)));
  return drawFigure({
    width: 940,
    height: 460,
    marginBottom: 44,
    marginLeft: 60,
    x: {
      label: 'recall@10 kept, points against the same steps of InfoNCE (bars: over seeds alone)',
      domain: [
        Math.min(0, ...points.map(({ x1 }) => x1)) - 0.1,
        Math.max(0, ...labels.map((each) => each.labelX)) + 1.1,
      ],
      grid: true,
      labelAnchor: 'center',
      labelOffset: 38,
    },
    y: {
      label: 'group score gained, points (bars: seeds, words and artists)',
      grid: true,
      labelAnchor: 'center',
    },
    fx: { label: null, domain: studies.map(({ title }) => title) },
    color: { domain: studies.map(({ title }) => title), range: [BLUE, ORANGE] },
    marks: [
      Plot.ruleY([0]),
      Plot.ruleX([0]),
      Plot.ruleX(points, { fx: 'title', x: 'x', y1: 'y1', y2: 'y2', stroke: 'title', strokeOpacity: 0.3 }),
      Plot.ruleY(points, { fx: 'title', y: 'y', x1: 'x1', x2: 'x2', stroke: 'title', strokeOpacity: 0.3 }),
      Plot.dot(points, { fx: 'title', x: 'x', y: 'y', fill: 'title', r: 3.5 }),
      Plot.link(labels, {
        ...{ fx: 'title', x1: 'x', y1: 'y', x2: 'labelX', y2: 'labelY' },
        ...{ stroke: 'title', strokeOpacity: 0.25 },
      }),
      Plot.text(labels, {
        ...{ fx: 'title', x: 'labelX', y: 'labelY', text: 'variant', fill: 'title' },
        ...{ dx: 4, textAnchor: 'start', fontSize: 11 },
      }),
    ],
  });
}

/** Labels to the right of all points, none nearer to the one above than a line. */
function spreadLabels<Point extends { readonly x2: number; readonly y: number }>(points: readonly Point[]) {
  const labelX = Math.max(0.3, ...points.map(({ x2 }) => x2 + 0.1));
  let above = Number.POSITIVE_INFINITY;
  return [...points]
    .sort((a, b) => b.y - a.y)
    .map((point) => {
      above = Math.min(point.y, above - LINE);
      return { ...point, labelX, labelY: above };
    });
}
