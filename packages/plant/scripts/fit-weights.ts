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
import { claimsOf } from '../measure/claims';
import { domainNames } from '../measure/domains';
import { readVerdicts } from '../measure/verdicts';
import { slots } from '../src/hard-negative';
import { featureNames } from '../src/scores/features';
import { lessonNames } from './weights/examples';
import { isCandidate, learn, learnBounds, leaveOut, type Row, readLessons } from './weights/learn';
import { areaUnderCurve, score, sigmoid } from './weights/logistic';

/** Slots are compared where this share of negatives is beyond objection. */
const goalAtBound = 0.5;
/** The same share where each tier but the last ends. */
const goalsOfTiers = [0.55, 0.35];
/** What the table of contrasts alone tells. */
const ofTables: readonly (typeof lessonNames)[number][] = ['listed', 'passedOver'];

const lessons = await readLessons(readVerdicts());
const { judged, pairs } = lessons;
for (const set of domainNames) {
  const own = judged.filter((row) => row.set === set);
  if (own.length === 0)
    throw new Error(`fit:weights: there is no set ${set}; set SLIPFORM_SHARED to the folder of the sets.`);
  console.log(`${set}: ${own.length} verdicts`);
}

function report(name: string, rows: readonly Row[], weightsOf: (row: Row) => Float64Array): void {
  const scores = rows.map((row) => -score(row.row, weightsOf(row)));
  const area = (isBad: (row: Row) => boolean) => areaUnderCurve(scores, rows.map(isBad)).toFixed(3);
  const hard = rows.filter(({ verdict }) => verdict.verdict === 'hard').length;
  console.log(
    `${name.padEnd(28)} ${String(rows.length).padStart(5)} ${String(hard).padStart(5)}   ${area(({ verdict }) => verdict.verdict === 'hard')}   ${area(({ verdict }) => verdict.verdict !== 'ok')}`,
  );
}

console.log('\nArea under the curve            n  hard   hard  not ok');
const without = new Map(domainNames.map((left) => [left, leaveOut(lessons, left)]));
for (const set of domainNames) {
  report(
    `${set}, learnt on the others`,
    judged.filter((row) => row.set === set),
    () => without.get(set)!,
  );
}
report('all, each set left out', judged, ({ set }) => without.get(set)!);
report(
  'its things',
  judged.filter(({ verdict }) => verdict.slot === 'object'),
  ({ set }) => without.get(set)!,
);
const blank = (row: Float64Array) => row.map((value, i) => (ofTables.includes(lessonNames[i]!) ? 0 : value));
const untold = {
  judged: judged.map((each) => ({ ...each, row: blank(each.row) })),
  pairs: pairs.map((each) => ({ ...each, row: blank(each.row) })),
};
const withoutTables = new Map(domainNames.map((left) => [left, leaveOut(untold, left)]));
report('all, without the tables', untold.judged, ({ set }) => withoutTables.get(set)!);
report(
  'its things',
  untold.judged.filter(({ verdict }) => verdict.slot === 'object'),
  ({ set }) => withoutTables.get(set)!,
);
const drawn = judged.filter(({ verdict }) => isCandidate(verdict));
report('candidates, set left out', drawn, ({ set }) => without.get(set)!);
const development = learn(lessons, (_, half) => half !== 'held-out');
report(
  'held-out captions',
  judged.filter(({ verdict }) => verdict.half === 'held-out'),
  () => development,
);

console.log('\nThe word that stands there above a candidate (set left out)');
for (const set of domainNames) {
  const own = pairs.filter((pair) => pair.set === set);
  // A pair is the difference of two words in one place: the constant is none of it.
  const right = own.filter(({ row }) => score(row, without.get(set)!) > 0).length;
  console.log(`${set.padEnd(28)} ${String(own.length).padStart(5)}  ${(right / own.length).toFixed(3)}`);
}

console.log(
  '\nNegatives that a miner chose: claimed to have nothing clearly wrong, and found (set left out)',
);
for (const set of domainNames) {
  const { negatives, claimed, found } = claimsOf(lessons, set)!;
  console.log(
    `${set.padEnd(28)} ${String(negatives).padStart(5)}  ${claimed.toFixed(3)} ${found.toFixed(3)}`,
  );
}

console.log('\nThe same by the share that should be sound (set left out)');
const bands = [0, 0.5, 0.65, 0.75, 0.85, 0.9, 0.95, 1];
const chosen = judged.filter(({ verdict }) => !isCandidate(verdict));
for (const [i, low] of bands.slice(0, -1).entries()) {
  const high = bands[i + 1]!;
  const inside = chosen
    .map((row) => ({ row, share: sigmoid(score(row.row, without.get(row.set)!)) }))
    .filter(({ share }) => share >= low && share < high);
  const sound = inside.filter(({ row }) => row.verdict.verdict !== 'hard').length;
  console.log(
    `${low.toFixed(2)}–${high.toFixed(2)} ${String(inside.length).padStart(5)}  ${(sound / inside.length).toFixed(2)}`,
  );
}

const learnt = learn(lessons, () => true);
const weightNamed = (name: (typeof lessonNames)[number]) => learnt[lessonNames.indexOf(name)]!;
console.log('');
for (const name of lessonNames) console.log(`${name.padEnd(16)} ${weightNamed(name).toFixed(3)}`);
const lines = featureNames.map((name) => `  ${Number(weightNamed(name).toFixed(4))}, // ${name}`);
console.log('\nThe surprisal at which a share of negatives is beyond objection (set left out)');
const boundsAt = learnBounds(lessons, (set) => without.get(set)!);
for (const share of [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2]) {
  const bounds = slots.map((slot) => `${slot} ${boundsAt(share)[slot].toFixed(3)}`);
  console.log(`${share.toFixed(1)}  ${bounds.join('  ')}`);
}
const bounds = boundsAt(goalAtBound);
const boundLines = slots.map((slot) => `  ${slot}: ${Number((bounds[slot] / bounds.object).toFixed(2))},`);
const tiers = goalsOfTiers.map((share) => Number(boundsAt(share).object.toFixed(2)));
writeFileSync(
  new URL('../src/scores/plausibility-weights.ts', import.meta.url),
  `import type { Slot } from '../hard-negative';

/** Log-odds that a reader finds nothing clearly wrong, for each feature; written by \`npm run fit:weights\`. */
export const weights: readonly number[] = [
${lines.join('\n')}
];

/** What is added to the log-odds of a word that another caption does not give in return. */
export const replacedWeight = ${Number(weightNamed('replaced').toFixed(4))};

/** The surprise at which every other negative of a slot is beyond objection, as a multiple of that of things. */
export const boundsBySlot: Readonly<Record<Slot, number>> = {
${boundLines.join('\n')}
};

/** The surprisal of a thing at which ${goalsOfTiers.map((share) => Math.round(100 * share)).join(', ')} % of negatives are beyond objection: where the tiers end. */
export const tierBounds: readonly number[] = [${tiers.join(', ')}];
`,
);
