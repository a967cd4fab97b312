/** Random cases of the Cement loss with value, gradients and budget by the definition: for implementations in other languages. */
import fc from 'fast-check';
import {
  type FormulaLogits,
  formulaLogits,
  hnNce,
  infoNce,
  rankLoss,
  sigLip,
  thresholdsOf,
} from './baseline-formulas';
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

/** A baseline of a random batch, with the options that Python calls it with. */
interface BaselineCase {
  readonly loss: 'SigLipLoss' | 'HnNceLoss' | 'CeClipLoss';
  readonly options: Readonly<Record<string, number | boolean>>;
  /** Of a call of SigLipLoss. */
  readonly bias?: number;
  readonly value: (z: FormulaLogits, threshold: number) => number;
}

const baselines: readonly BaselineCase[] = [false, true].flatMap((withHard) => {
  const options = { use_hard_captions: withHard };
  const [alpha, beta] = withHard ? [0, 1.3] : [0.7, 0.4];
  return [
    { loss: 'SigLipLoss', options, bias: -1.5, value: (z) => sigLip(z, withHard, -1.5) },
    {
      loss: 'HnNceLoss',
      options: { ...options, alpha, beta },
      value: (z) => hnNce(z, withHard, alpha, beta),
    },
    {
      loss: 'CeClipLoss',
      options: { ...options, rank_weight: 0.5 },
      value: (z, threshold) => infoNce(z, withHard) + 0.5 * rankLoss(z, Array<number>(4).fill(threshold)),
    },
  ] satisfies BaselineCase[];
});

/** A threshold for CeClipLoss that keeps all hard captions away from the kink, where differences are no gradient. */
function thresholdOf({ own, positives }: FormulaLogits): number {
  const isClear = (threshold: number) =>
    own.every((row, i) => row.every(({ logit }) => Math.abs(logit - positives[i]! + threshold) > 0.01));
  return [0.31, 0.5, 0.77, 1.1, 0.03].find(isClear) ?? 1e3;
}

/** Each baseline on `count` batches of a seed, with value, gradients, and for CE-CLIP the thresholds that follow. */
function baselineCases(seed: number, count: number) {
  return fc.sample(problem, { seed, numRuns: baselines.length * count }).map((drawn, index) => {
    const { value, ...baseline } = baselines[index % baselines.length]!;
    const { batch } = drawn;
    const perRow = batch.hard.length / batch.images.length;
    const [images, captions, hard] = [batch.images, batch.captions, batch.hard].map(unitRows) as [
      Rows,
      Rows,
      Rows,
    ];
    const perPair = (x: Rows) => images.map((_, i) => x.slice(i * perRow, (i + 1) * perRow));
    const valid = drawn.holes ? batch.valid : batch.valid.map((row) => row.map(() => 1));
    const textIds = drawn.named ? batch.textIds : undefined;
    const groups = drawn.grouped ? batch.groups : images.map((_, i) => i);
    const logScale = [[Math.log(1 / batch.tau)]];
    const withHard = baseline.options.use_hard_captions === true;
    const logits = () => {
      const read = { images, captions, hardCaptions: perPair(hard), valid, groups, textIds };
      return formulaLogits(read, Math.exp(logScale[0]![0]!), withHard, false);
    };
    const threshold = thresholdOf(logits());
    const gradientOf = (x: Rows): Rows => {
      const flat = fineDifferences(x, () => value(logits(), threshold));
      return x.map((row, i) => flat.slice(i * row.length, (i + 1) * row.length));
    };
    return {
      name: `random ${seed}/${index}: ${baseline.loss}${withHard ? ', hard captions' : ''}, K ${perRow}`,
      ...baseline,
      tau: batch.tau,
      images,
      captions,
      hardCaptions: perPair(hard),
      valid,
      groups,
      textIds,
      ...(baseline.loss === 'CeClipLoss' ? { thresholds: threshold } : {}),
      expected: value(logits(), threshold),
      nextThresholds: thresholdsOf(logits(), perRow, 10),
      gradients: {
        images: gradientOf(images),
        captions: gradientOf(captions),
        hardCaptions: perPair(gradientOf(hard)),
        logScale: gradientOf(logScale)[0]![0],
      },
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
    baselines: baselineCases(seed, Math.ceil(count / 20)),
  };
  const short = (_: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(12)) : value;
  return `${JSON.stringify(content, short).replaceAll('{"name"', '\n{"name"')}\n`;
}
