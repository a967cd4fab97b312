import { shareOf } from '../pairs/contrast';
import { type PairMeasure, RECALL } from '../pairs/measures';
import type { Judged } from './demo-judged';

/** What stands upwards in a panel, and its title. */
export type FrontierPanel = readonly [title: string, measure: PairMeasure];

/** An arm in a panel: its mean over seeds and each seed, in per cent. */
interface Place {
  readonly mean: readonly [search: number, binding: number];
  readonly seeds: readonly (readonly [search: number, binding: number])[];
}

/** A stretch of an axis with its ticks. */
interface Axis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

const START = 'checkpoint';
const EDGE = 300;
const LEFT = 56;
const TOP = 40;
const WIDTH = 1000;
const HEIGHT = TOP + EDGE + 56;
const COLOURS = [
  '#1d1f24',
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#a3478b',
  '#8a6d00',
  '#4b5bb8',
  '#b0303b',
  '#3f7f7f',
  '#6b6b6b',
];

/**
 * Binding against search as an SVG: one panel a measure, a numbered mark for each arm's mean and a dot for each of its seeds. Up and to
 * the right of the dashed cross an arm gains both on the checkpoint, where it is among them.
 */
export function frontierSvg(
  { questions, answers }: Judged<string>,
  panels: readonly FrontierPanel[],
): string {
  const arms = [...answers.keys()];
  const drawn = panels.map(([title, measure], at) => {
    const places = arms.map((arm): Place => {
      const bySeed = answers.get(arm)!;
      const both = (own: typeof bySeed) =>
        [RECALL, measure].map((each) => 100 * shareOf(each, questions, own).value) as [number, number];
      return { mean: both(bySeed), seeds: [...bySeed].map(([seed, own]) => both(new Map([[seed, own]]))) };
    });
    return panel(title, places, places[arms.indexOf(START)], LEFT + at * (EDGE + LEFT + 14));
  });
  const legend = arms.map((arm, at) => {
    const [x, y] = [LEFT + panels.length * (EDGE + LEFT + 14) - 24, TOP + 14 + 26 * at];
    return `${mark(at, x, y)}<text x="${x + 18}" y="${y + 4}">${escaped(arm === START ? `${arm} (the start)` : arm)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="system-ui, sans-serif" font-size="13" fill="#1d1f24" role="img">
<title>Binding against search: ${arms.length} arms, each with a mean over its seeds</title>
<rect width="100%" height="100%" fill="white"/>
${[...drawn, ...legend].join('\n')}
</svg>
`;
}

function panel(title: string, places: readonly Place[], start: Place | undefined, left: number): string {
  const all = places.flatMap(({ mean, seeds }) => [mean, ...seeds]);
  const [across, up] = [0, 1].map((part) => axisOf(all.map((place) => place[part as 0 | 1])));
  const x = (value: number) =>
    (left + (EDGE * (value - across!.low)) / (across!.high - across!.low)).toFixed(1);
  const y = (value: number) => (TOP + EDGE - (EDGE * (value - up!.low)) / (up!.high - up!.low)).toFixed(1);
  const line = (x1: string, y1: string, x2: string, y2: string, more: string) =>
    `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" ${more}/>`;
  const ends = [x(across!.low), x(across!.high), y(up!.low), y(up!.high)] as const;
  return [
    `<text x="${left}" y="${TOP - 18}" font-weight="600">${escaped(title)}, per cent</text>`,
    ...across!.ticks.map(
      (tick) =>
        `${line(x(tick), ends[2], x(tick), ends[3], 'stroke="#e3e4e8"')}<text x="${x(tick)}" y="${TOP + EDGE + 18}" text-anchor="middle">${tick}</text>`,
    ),
    ...up!.ticks.map(
      (tick) =>
        `${line(ends[0], y(tick), ends[1], y(tick), 'stroke="#e3e4e8"')}<text x="${left - 8}" y="${Number(y(tick)) + 4}" text-anchor="end">${tick}</text>`,
    ),
    `<text x="${left + EDGE / 2}" y="${TOP + EDGE + 40}" text-anchor="middle">recall@10, per cent</text>`,
    ...(start
      ? [
          line(
            x(start.mean[0]),
            ends[2],
            x(start.mean[0]),
            ends[3],
            'stroke="#8a8d96" stroke-dasharray="4 4"',
          ),
          line(
            ends[0],
            y(start.mean[1]),
            ends[1],
            y(start.mean[1]),
            'stroke="#8a8d96" stroke-dasharray="4 4"',
          ),
        ]
      : []),
    ...places.flatMap(({ seeds }, at) =>
      seeds.map(
        ([search, binding]) =>
          `<circle cx="${x(search)}" cy="${y(binding)}" r="3" fill="${colourOf(at)}" fill-opacity="0.6"/>`,
      ),
    ),
    ...places.map(({ mean: [search, binding] }, at) => mark(at, Number(x(search)), Number(y(binding)))),
  ].join('\n');
}

/** The number of an arm in its colour. */
function mark(at: number, x: number, y: number): string {
  return `<g class="arm-${at}" transform="translate(${x} ${y})"><circle r="9" fill="${colourOf(at)}" stroke="white"/><text y="4" text-anchor="middle" font-size="11" font-weight="600" fill="white">${at}</text></g>`;
}

const colourOf = (at: number) => COLOURS[at % COLOURS.length]!;

/** From a tick below the least to one above the most, three to eight ticks. */
function axisOf(values: readonly number[]): Axis {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const step = [0.5, 1, 2, 5, 10, 20].find((each) => (most - least) / each <= 6) ?? 25;
  const low = step * Math.floor(least / step - 0.25);
  const high = step * Math.ceil(most / step + 0.25);
  return {
    low,
    high,
    ticks: Array.from({ length: Math.round((high - low) / step) + 1 }, (_, at) => low + at * step),
  };
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
