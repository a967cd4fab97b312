import type { ComponentChildren } from 'preact';
import type { PairTable } from '../../../pairs/pair-table';
import type { History } from '../run/history';
import type { Answers } from '../run/judge';
import { type ArmName, armNames } from '../run/losses';
import { groupChance, type Score, scoreOf } from '../scores';
import { arms } from './arms';

/** Answers that have been scored, so that each is scored once and not with every step. */
const known = new WeakMap<Answers, Score>();

function scored(answers: Answers, table: PairTable): Score {
  const score = known.get(answers) ?? scoreOf('group', answers, table);
  known.set(answers, score);
  return score;
}

export interface MeasuresProps {
  readonly histories: Readonly<Record<ArmName, History>>;
  readonly steps: number;
  readonly table: PairTable;
}

/** Loss, gradient budget and composition of the three, small and side by side. */
export function Measures({ histories, steps, table }: MeasuresProps) {
  const losses = mapArms((arm) => thinned(histories[arm].losses));
  const shares = mapArms((arm) => histories[arm].shares.map(([step, share]): Point => [step, share]));
  const scores = mapArms((arm) =>
    histories[arm].judged.map(([step, answers]) => [step, scored(answers, table)] as const),
  );
  const most = (lines: Readonly<Record<ArmName, readonly Point[]>>, least: number) =>
    Math.max(least, ...armNames.flatMap((arm) => lines[arm].map(([, y]) => y)));
  const highest = Math.max(
    0.4,
    ...armNames.flatMap((arm) => scores[arm].map(([, { interval }]) => interval[1])),
  );
  return (
    <>
      <Measure
        title="Loss"
        text="How far the captions are from right in the batches that it trains on. Each of the three counts other wrong captions, so compare a curve with its own beginning."
        lines={losses}
        numberOf={(arm) => ({ value: losses[arm].at(-1)?.[1].toFixed(2) })}
        {...{ maxX: steps, maxY: most(losses, 1) * 1.05 }}
      />
      <Measure
        title="Gradient share of the mined captions"
        text="Of all the gradient on wrong captions, the part on the mined one. A margin raises it; InfoNCE has none."
        lines={shares}
        numberOf={(arm) => ({ value: percent(shares[arm].at(-1)?.[1]) })}
        {...{ maxX: steps, maxY: most(shares, 0.1) * 1.05 }}
      />
      <Measure
        title="Which caption belongs to which picture?"
        text={`${table.questions.length} swaps by ${table.sets.filter(({ isHeldOut }) => isHeldOut).length} held-out artists: two captions of the same words, so that only attribute binding answers. All four choices have to be right; the dashed line is chance, 17 %.`}
        lines={mapArms((arm) => scores[arm].map(([step, { value }]): Point => [step, value]))}
        bands={mapArms((arm) =>
          scores[arm].map(([step, { interval }]) => [step, interval[0], interval[1]] as const),
        )}
        numberOf={(arm) => shownScore(scores[arm].at(-1)?.[1])}
        reference={groupChance}
        {...{ maxX: steps, maxY: highest * 1.02 }}
      />
    </>
  );
}

interface MeasureProps extends Pick<ChartProps, 'maxX' | 'maxY' | 'reference'> {
  readonly title: string;
  readonly text: ComponentChildren;
  readonly lines: Readonly<Record<ArmName, readonly Point[]>>;
  readonly bands?: Readonly<Record<ArmName, NonNullable<ChartProps['band']>>>;
  readonly numberOf: (arm: ArmName) => Shown;
}

interface Shown {
  readonly value: string | undefined;
  /** The interval, where there is one. */
  readonly beside?: string | undefined;
}

function Measure({ title, text, lines, bands, numberOf, ...scale }: MeasureProps) {
  return (
    <section class="measure">
      <h2>{title}</h2>
      <p class="explain">{text}</p>
      <ul class="measure-charts">
        {armNames.map((arm) => {
          const { value = '–', beside } = numberOf(arm);
          return (
            <li key={arm}>
              <p class="measure-head">
                <span>{arms[arm].title}</span>
                <strong>{value}</strong>
                {beside !== undefined && <span class="measure-beside">{beside}</span>}
              </p>
              <Chart
                {...scale}
                label={`${title}, ${arms[arm].title}: ${[value, beside].join(' ')}`}
                line={lines[arm]}
                others={armNames.filter((other) => other !== arm).map((other) => lines[other])}
                band={bands?.[arm]}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function shownScore(score: Score | undefined): Shown {
  if (score === undefined) return { value: undefined };
  const [low, high] = score.interval.map((end) => Math.round(end * 100));
  return { value: percent(score.value), beside: `${low}–${high} %` };
}

function percent(share: number | undefined): string | undefined {
  return share === undefined ? undefined : `${(share * 100).toFixed(1)} %`;
}

function mapArms<Value>(of: (arm: ArmName) => Value): Readonly<Record<ArmName, Value>> {
  return { infoNce: of('infoNce'), mined: of('mined'), slipform: of('slipform') };
}

/** A line of a chart, or the band between two. */
type Point = readonly [x: number, y: number];

interface ChartProps {
  /** What is seen, in words: for who does not see it. */
  readonly label: string;
  readonly line: readonly Point[];
  /** The same of the others, drawn faintly behind. */
  readonly others: readonly (readonly Point[])[];
  readonly band?: readonly (readonly [x: number, low: number, high: number])[] | undefined;
  /** Chance. */
  readonly reference?: number | undefined;
  readonly maxX: number;
  readonly maxY: number;
}

const [width, height] = [200, 72];

/** A small line over the steps, without axes: the numbers stand above it. */
function Chart({ label, line, others, band = [], reference, maxX, maxY }: ChartProps) {
  const x = (step: number) => ((step / Math.max(1, maxX)) * width).toFixed(1);
  const y = (value: number) => (height - Math.min(1, value / maxY) * height).toFixed(1);
  const path = (points: readonly Point[]) =>
    points.map(([step, value]) => `${x(step)},${y(value)}`).join(' ');
  const edges = [
    ...band.map(([step, , high]): Point => [step, high]),
    ...band.map(([step, low]): Point => [step, low]).reverse(),
  ];
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <line class="chart-floor" x1="0" x2={width} y1={height} y2={height} />
      {band.length > 1 && <polygon class="chart-band" points={path(edges)} />}
      {reference !== undefined && (
        <line class="chart-reference" x1="0" x2={width} y1={y(reference)} y2={y(reference)} />
      )}
      {others.map((points, at) => (
        <polyline key={String(at)} class="chart-other" points={path(points)} />
      ))}
      <polyline class="chart-line" points={path(line)} />
    </svg>
  );
}

/** At most so many points, each the mean of its neighbours. */
function thinned(values: readonly number[], most = 80): Point[] {
  const size = Math.max(1, Math.ceil(values.length / most));
  const points: Point[] = [];
  for (let start = 0; start < values.length; start += size) {
    const part = values.slice(start, start + size);
    points.push([start + part.length, part.reduce((sum, value) => sum + value, 0) / part.length]);
  }
  return points;
}
