/**
 * Finds the weights of plausibility and writes src/scores/plausibility-weights.ts:
 *
 *   npm run fit:weights -w @slipform/plant
 *
 * From verdicts of readers (measure/verdicts) and from pairs of the word that stands at a site and a candidate of the
 * miner's own, on the sets beside the project (SLIPFORM_SHARED, else ../shared). Prints how well it does on sets and on
 * captions that it has not seen. What is written are some twenty numbers, which hold no word of the captions.
 */
import { writeFileSync } from 'node:fs';
import { domainNames, readDomain } from '../measure/domains';
import { readVerdicts } from '../measure/verdicts';
import { featureCount, featureNames } from '../src/scores/features';
import { type JudgedRow, judgedRows, pairRows } from './weights/examples';
import { areaUnderCurve, type Examples, fitLogistic, score, sigmoid } from './weights/logistic';

/** What a verdict says of the odds that nothing is clearly wrong. */
const soundness = { ok: 1, mild: 0.8, hard: 0 } as const;
/** Of each feature's weight; and how much a pair counts beside a verdict. */
const penalty = 20;
const pairWeight = 0.005;
const pairsOfSet = 1500;
/** The reader of candidates drawn by chance, not of negatives that a miner chose: they tell how high the odds are. */
const readerOfCandidates = 'C';

interface Row extends JudgedRow {
  readonly set: string;
}

const judged: Row[] = [];
const pairs: { readonly set: string; readonly row: Float64Array }[] = [];
const verdicts = readVerdicts().filter(({ operation }) => operation !== 'swap' && operation !== 'natural');
for (const set of domainNames) {
  const domain = readDomain(set);
  if (!domain)
    throw new Error(`fit:weights: there is no set ${set}; set SLIPFORM_SHARED to the folder of the sets.`);
  const own = verdicts.filter((verdict) => verdict.set === set);
  const rows = judgedRows(domain, own);
  judged.push(...rows.map((row) => ({ ...row, set })));
  pairs.push(...(await pairRows(domain, pairsOfSet)).map((row) => ({ set, row })));
  console.log(`${set}: ${rows.length} of ${own.length} verdicts`);
}

/** Learns from some verdicts and pairs; the constant is such that the candidates are as often sound as they were judged. */
function learn(isUsed: (set: string, half?: string) => boolean): Float64Array {
  const rows = judged.filter(({ set, verdict }) => isUsed(set, verdict.half));
  const used = pairs.filter(({ set }) => isUsed(set));
  const examples: Examples = {
    rows: [...rows.map(({ row }) => row), ...used.map(({ row }) => row)],
    labels: [...rows.map(({ verdict }) => soundness[verdict.verdict]), ...used.map(() => 1)],
    weights: [...rows.map(() => 1), ...used.map(() => pairWeight)],
  };
  const weights = fitLogistic(examples, penalty);
  const drawn = rows.filter(({ verdict }) => verdict.reader === readerOfCandidates);
  const sound = drawn.filter(({ verdict }) => verdict.verdict !== 'hard').length / drawn.length;
  let [low, high] = [-10, 10];
  for (let step = 0; step < 50; step += 1) {
    weights[featureCount - 1] = (low + high) / 2;
    const mean = drawn.reduce((sum, { row }) => sum + sigmoid(score(row, weights)), 0) / drawn.length;
    if (mean > sound) high = weights[featureCount - 1]!;
    else low = weights[featureCount - 1]!;
  }
  return weights;
}

function report(name: string, rows: readonly Row[], weightsOf: (row: Row) => Float64Array): void {
  const scores = rows.map((row) => -score(row.row, weightsOf(row)));
  const area = (isBad: (row: Row) => boolean) => areaUnderCurve(scores, rows.map(isBad)).toFixed(2);
  const hard = rows.filter(({ verdict }) => verdict.verdict === 'hard').length;
  console.log(
    `${name.padEnd(28)} ${String(rows.length).padStart(5)} ${String(hard).padStart(5)}   ${area(({ verdict }) => verdict.verdict === 'hard')}   ${area(({ verdict }) => verdict.verdict !== 'ok')}`,
  );
}

console.log('\nArea under the curve            n  hard   hard  not ok');
const without = new Map(domainNames.map((left) => [left, learn((set) => set !== left)]));
for (const set of domainNames) {
  report(
    `${set}, learnt on the others`,
    judged.filter((row) => row.set === set),
    () => without.get(set)!,
  );
}
report('all, each set left out', judged, ({ set }) => without.get(set)!);
const drawn = judged.filter(({ verdict }) => verdict.reader === readerOfCandidates);
report('candidates, set left out', drawn, ({ set }) => without.get(set)!);
const development = learn((_, half) => half !== 'held-out');
report(
  'held-out captions',
  judged.filter(({ verdict }) => verdict.half === 'held-out'),
  () => development,
);

console.log('\nThe word that stands there above a candidate (set left out)');
for (const set of domainNames) {
  const own = pairs.filter((pair) => pair.set === set);
  const right = own.filter(
    ({ row }) =>
      score(row, without.get(set)!) > without.get(set)![featureCount - 1]! * row[featureCount - 1]!,
  ).length;
  console.log(`${set.padEnd(28)} ${String(own.length).padStart(5)}  ${(right / own.length).toFixed(3)}`);
}

console.log('\nCandidates by the share that should be sound, and was (set left out)');
const bands = [0, 0.5, 0.65, 0.75, 0.85, 1];
for (const [i, low] of bands.slice(0, -1).entries()) {
  const high = bands[i + 1]!;
  const inside = drawn
    .map((row) => ({ row, share: sigmoid(score(row.row, without.get(row.set)!)) }))
    .filter(({ share }) => share >= low && share < high);
  const sound = inside.filter(({ row }) => row.verdict.verdict !== 'hard').length;
  console.log(
    `${low.toFixed(2)}–${high.toFixed(2)} ${String(inside.length).padStart(5)}  ${(sound / inside.length).toFixed(2)}`,
  );
}

const weights = learn(() => true);
console.log('');
for (const [i, name] of featureNames.entries()) console.log(`${name.padEnd(16)} ${weights[i]!.toFixed(3)}`);
const lines = featureNames.map((name, i) => `  ${Number(weights[i]!.toFixed(4))}, // ${name}`);
writeFileSync(
  new URL('../src/scores/plausibility-weights.ts', import.meta.url),
  `/** Log-odds that a reader finds nothing clearly wrong, for each feature; written by \`npm run fit:weights\`. */
export const weights: readonly number[] = [
${lines.join('\n')}
];
`,
);
