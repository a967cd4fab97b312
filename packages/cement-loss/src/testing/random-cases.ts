/** Random cases of the Cement loss with value, gradients and budget by the definition: for implementations in other languages. */
import fc from 'fast-check';
import { hundredths, randomProblem } from './random-batch';
import {
  differences,
  type Reference,
  type ReferenceBatch,
  referenceLoss,
  referenceRanks,
  withoutCopies,
} from './reference';

type Rows = number[][];

/** A margin as the golden file writes it. */
interface MarginEntry {
  readonly kind: 'none' | 'static' | 'adaptive' | 'balanced';
  readonly unit?: 'logit' | 'cosine' | undefined;
  readonly value?: number;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly scale?: 'linear' | 'rank' | undefined;
  readonly share?: number;
}

/** A case in the form of fixtures/losses.json; `budget` is that of `gradientBudget`. */
export interface RandomCase {
  readonly name: string;
  readonly layout: 'captions' | 'triplet' | 'paired';
  readonly tau: number;
  readonly margin: MarginEntry;
  readonly images: Rows;
  readonly captions: Rows;
  readonly hardCaptions: Rows[];
  readonly hardImages: Rows;
  readonly concreteness: Rows;
  readonly valid: Rows | undefined;
  readonly groups: number[] | undefined;
  readonly textIds: number[][] | undefined;
  readonly loss: number;
  readonly gradients: Readonly<
    Record<'images' | 'captions' | 'hardCaptions' | 'hardImages' | 'logScale', unknown>
  >;
  readonly budget: Readonly<
    Record<'imageToText' | 'textToImage', Readonly<Record<'pull' | 'hard' | 'easy', number[]>>>
  >;
}

/** How exact gradients by differences are, relative to a tensor's largest entry. */
const gradientTolerance = 1e-8;

const unit = fc.constantFrom('logit' as const, 'cosine' as const, undefined);
const margins: fc.Arbitrary<MarginEntry> = fc.oneof(
  fc.constant({ kind: 'none' as const }),
  fc.record({ kind: fc.constant('static' as const), value: hundredths(-3, 3), unit }),
  fc.record({
    kind: fc.constant('adaptive' as const),
    min: fc.option(hundredths(-2, 2), { nil: undefined }),
    max: fc.option(hundredths(-3, 3), { nil: undefined }),
    scale: fc.constantFrom('linear' as const, 'rank' as const, undefined),
    unit,
  }),
  fc.record({ kind: fc.constant('balanced' as const), share: hundredths(0.05, 0.95) }),
);

const problem = randomProblem(margins);

/** `count` cases of a seed. */
export function randomCases(seed: number, count: number): RandomCase[] {
  return fc.sample(problem, { seed, numRuns: count }).map((drawn, index) => {
    const { batch, layout, margin, holes, grouped, named } = drawn;
    const perRow = batch.hard.length / batch.images.length;
    const [images, captions, hard, hardImages] = [
      batch.images,
      batch.captions,
      batch.hard,
      drawn.hardImages,
    ].map(unitRows) as [Rows, Rows, Rows, Rows];
    const hardCaptions = images.map((_, i) => hard.slice(i * perRow, (i + 1) * perRow));
    const valid = holes ? batch.valid : undefined;
    const textIds = named ? batch.textIds : undefined;
    const there = withoutCopies(valid ?? batch.valid.map((row) => row.map(() => 1)), textIds);
    const groups = grouped ? batch.groups : undefined;
    const state = { logScale: Math.log(1 / batch.tau) };
    const balanced = new Map<string, number>();
    const reference = (): Reference => {
      const scale = Math.exp(state.logScale);
      return referenceLoss({
        images,
        captions,
        hardCaptions,
        hardImages,
        valid: there,
        groups: groups ?? images.map((_, i) => i),
        textIds,
        layout,
        margins: marginsOf(margin, drawn.concreteness, there, scale),
        balanced,
        tau: 1 / scale,
        normalize: false,
      });
    };
    const { loss, imageRows, textRows } = reference();
    const gradientOf = (x: Rows): Rows => {
      const flat = fineDifferences(x, () => reference().loss);
      return x.map((row, i) => flat.slice(i * row.length, (i + 1) * row.length));
    };
    const ofHard = gradientOf(hard);
    const scaleRow = [[state.logScale]];
    const ofScale = fineDifferences(scaleRow, () => {
      state.logScale = scaleRow[0]?.[0] ?? Number.NaN;
      return reference().loss;
    });
    state.logScale = Math.log(1 / batch.tau);
    const budgetOf = (rows: typeof imageRows) => {
      const all = (of: (row: (typeof rows)[number]) => number): number[] => {
        const entries = Array<number>(images.length * (layout === 'captions' ? 1 : 2)).fill(0);
        for (const row of rows) entries[row.at] = of(row) / batch.tau;
        return entries;
      };
      return {
        pull: all(({ hard: own, easy }) => own + easy),
        hard: all(({ hard: own }) => own),
        easy: all(({ easy }) => easy),
      };
    };
    return {
      name: `random ${seed}/${index}: ${layout}, ${margin.kind}, K ${perRow}${holes ? ', holes' : ''}${grouped ? ', groups' : ''}${named ? ', equal texts' : ''}`,
      layout,
      tau: batch.tau,
      margin,
      images,
      captions,
      hardCaptions,
      hardImages,
      concreteness: drawn.concreteness,
      valid,
      groups,
      textIds,
      loss,
      gradients: {
        images: gradientOf(images),
        captions: gradientOf(captions),
        hardCaptions: images.map((_, i) => ofHard.slice(i * perRow, (i + 1) * perRow)),
        hardImages: gradientOf(hardImages),
        logScale: ofScale[0],
      },
      budget: { imageToText: budgetOf(imageRows), textToImage: budgetOf(textRows) },
    };
  });
}

/** What the reference takes: margins in logits, or the share of the balanced one. */
function marginsOf(
  entry: MarginEntry,
  concreteness: Rows,
  valid: Rows,
  scale: number,
): ReferenceBatch['margins'] {
  if (entry.kind === 'balanced') return entry.share ?? Number.NaN;
  const { value = 0, min = 0, max = 2 } = entry;
  const factor = entry.unit === 'cosine' ? scale : 1;
  const ranks = entry.scale === 'rank' ? referenceRanks(concreteness, valid) : undefined;
  return concreteness.map((row, i) =>
    row.map((c, k) => {
      if (entry.kind !== 'adaptive') return value * factor;
      return (min + (max - min) * (ranks?.[i]?.[k] ?? (c - 1) / 4)) * factor;
    }),
  );
}

/** Central differences of two steps, together of the fourth order. */
function fineDifferences(x: Rows, f: () => number): number[] {
  const step = 5e-4;
  const [near, far] = [differences(x, f, step), differences(x, f, 2 * step)];
  return near.map((entry, index) => (4 * entry - (far[index] ?? Number.NaN)) / 3);
}

/** Of unit length, with six digits. */
function unitRows(x: Rows): Rows {
  return x.map((row) => row.map((entry) => Math.round((entry / Math.hypot(...row)) * 1e6) / 1e6));
}

/** The text of a file of cases, numbers with twelve digits. */
export function casesFile(seed: number, count: number): string {
  const content = {
    dtype: 'float64',
    note: `npx tsx packages/cement-loss/scripts/random-cases.ts --seed ${seed} --cases ${count}; gradients by differences`,
    gradientTolerance,
    cement: randomCases(seed, count),
  };
  const short = (_: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(12)) : value;
  return `${JSON.stringify(content, short).replaceAll('{"name"', '\n{"name"')}\n`;
}
