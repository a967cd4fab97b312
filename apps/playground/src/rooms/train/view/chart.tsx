/** A line of a chart, or the band between two. */
export type Point = readonly [x: number, y: number];

export interface ChartProps {
  /** What is seen, in words: for who does not see it. */
  readonly label: string;
  readonly line: readonly Point[];
  /** The same of the others, drawn faintly behind. */
  readonly others: readonly (readonly Point[])[];
  readonly band?: readonly (readonly [x: number, low: number, high: number])[] | undefined;
  /** What a guess gets. */
  readonly reference?: number | undefined;
  readonly maxX: number;
  readonly maxY: number;
}

const [width, height] = [200, 72];

/** A small line over the steps, without axes: the numbers stand above it. */
export function Chart({ label, line, others, band = [], reference, maxX, maxY }: ChartProps) {
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
export function thinned(values: readonly number[], most = 80): Point[] {
  const size = Math.max(1, Math.ceil(values.length / most));
  const points: Point[] = [];
  for (let start = 0; start < values.length; start += size) {
    const part = values.slice(start, start + size);
    points.push([start + part.length, part.reduce((sum, value) => sum + value, 0) / part.length]);
  }
  return points;
}
