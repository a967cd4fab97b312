import { distance, median, rateText } from '../yardstick/figures';

export type Tower = 'image' | 'text';

/** What a side answers: rows of one tower, embedded in batches of one size. */
export interface Run {
  readonly tower: Tower;
  readonly batch: number;
  /** How many rows were embedded. */
  readonly count: number;
  /** Of unit length, of the last pass over the rows. */
  readonly embeddings: readonly (readonly number[])[];
  readonly seconds: number;
  /** Of all threads of the process. */
  readonly cpuSeconds: number;
}

/** Rows of one tower and batch in a second, a number for each round. */
interface Rates {
  readonly wall: number[];
  readonly cpu: number[];
}

/** What one side did in all rounds. */
export interface Racer {
  readonly name: string;
  /** Which kernels compute, where a process said so. */
  about: string | undefined;
  /** By {@link runName}. */
  readonly rates: Map<string, Rates>;
  /** Seconds from the start of the process until one image and one text were embedded, in each round. */
  readonly cold: number[];
  /** The most resident memory of each round's process; none where the system does not say. */
  readonly peaks: number[];
  /** The least cosine to the measure's embeddings. */
  cosine: number;
  /** The largest difference of one number from the measure's. */
  off: number;
}

export function newRacer(name: string): Racer {
  return { name, about: undefined, rates: new Map(), cold: [], peaks: [], cosine: 1, off: 0 };
}

/** One process of a side. */
interface Round {
  readonly runs: readonly Run[];
  readonly first: number;
  readonly peak: number | undefined;
  readonly about: string | undefined;
}

/** In which order a side's runs of a round come. */
const runNames = ['image, 1', 'image, 8', 'text, 1', 'text, 8'] as const;
const runName = ({ tower, batch }: Pick<Run, 'tower' | 'batch'>) => `${tower}, ${batch}`;
type RunName = (typeof runNames)[number];
const minCosine = 0.9999;

/**
 * Adds a round to a side's figures, if its embeddings are the measure's: a time of other embeddings counts for nothing.
 *
 * @throws where a row's cosine is below .9999, or a row or a number is missing
 */
export function addRound(
  racer: Racer,
  { runs, first, peak, about }: Round,
  measure: readonly Run[],
  names: readonly RunName[] = runNames,
): void {
  const found = names.map((name) => compared(name, runs, measure));
  const [cosine, off] = [
    Math.min(...found.map((each) => each.cosine)),
    Math.max(...found.map((each) => each.off)),
  ];
  if (!(cosine >= minCosine && Number.isFinite(off))) {
    throw new Error(
      `${racer.name}: the embeddings must have a cosine of at least ${minCosine} to those of the first side, got ${cosine} and a difference of up to ${off}; no time of this side counts.`,
    );
  }
  racer.cosine = Math.min(racer.cosine, cosine);
  racer.off = Math.max(racer.off, off);
  for (const run of runs) {
    const rates = racer.rates.get(runName(run)) ?? { wall: [], cpu: [] };
    rates.wall.push(run.count / run.seconds);
    rates.cpu.push(run.count / run.cpuSeconds);
    racer.rates.set(runName(run), rates);
  }
  racer.cold.push(first);
  if (peak !== undefined) racer.peaks.push(peak);
  racer.about = about;
}

function compared(
  name: string,
  runs: readonly Run[],
  measure: readonly Run[],
): { cosine: number; off: number } {
  const [rows = [], right = []] = [runs, measure].map(
    (all) => all.find((run) => runName(run) === name)?.embeddings,
  );
  const isWhole = rows.length > 0 && rows.length === right.length;
  return {
    cosine: isWhole ? Math.min(...rows.map((row, at) => cosineOf(row, right[at]!))) : Number.NaN,
    off: distance(rows.flat(), right.flat()),
  };
}

/** How far apart the closest two embeddings of different rows are, by their largest difference: an agreement says nothing where it is no smaller. */
export function leastApart(measure: readonly Run[]): number {
  const apart = measure.flatMap(({ embeddings }) =>
    embeddings.flatMap((row, at) => embeddings.slice(0, at).map((other) => distance(row, other))),
  );
  return Math.min(...apart);
}

function cosineOf(a: readonly number[], b: readonly number[]): number {
  const dot = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, value, i) => sum + value * y[i]!, 0);
  return a.length === b.length ? dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)) : Number.NaN;
}

/** What the two numbers of a rate are, above the names of the sides. */
const corner = 'rates: clock / processor';

/** Medians of the rounds, a row for each side; the first row is the head. */
export function raceRows(racers: readonly Racer[]): string[][] {
  const head = [
    'images/s, 1',
    'images/s, 8',
    'texts/s, 1',
    'texts/s, 8',
    'first, s',
    'peak, MiB',
    '1 − cosine',
    'off',
  ];
  const body = racers.map((racer) => [
    title(racer),
    ...runNames.map((run) => ratesText(racer, run)),
    rateText(median(racer.cold)),
    peakText(racer),
    ...agreement(racer),
  ]);
  return [[corner, ...head], ...body];
}

const title = ({ name, about }: Racer) => (about === undefined ? name : `${name} (${about})`);

function ratesText({ rates }: Racer, run: RunName): string {
  const { wall = [], cpu = [] } = rates.get(run) ?? {};
  return `${rateText(median(wall))} / ${rateText(median(cpu))}`;
}

const peakText = ({ peaks }: Racer) => (peaks.length === 0 ? '–' : Math.max(...peaks).toFixed(0));

const agreement = ({ cosine, off }: Racer) => [
  Math.max(0, 1 - cosine).toExponential(0),
  off.toExponential(1),
];
