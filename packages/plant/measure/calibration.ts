/**
 * What verdicts of a user correct in a domain that nobody has met: each set is left out of the fit, so many of its judged negatives
 * calibrate, and the others test. Prints claimed against found before and after, on the mean over draws, and what bounds
 * let pass: how many, and what share of those is without a hard fault.
 *
 *   npx tsx packages/plant/measure/calibration.ts [--verdicts 60] [--goal 0.9] [--draws 200]
 */
import { parseArgs } from 'node:util';
import { isCandidate, leaveOut, readLessons } from '../scripts/weights/learn';
import { score } from '../scripts/weights/logistic';
import { calibrate, neededBy } from '../src/run/calibrate';
import { createRandom } from '../src/seeded-random';
import { domainNames } from './domains';
import { readVerdicts } from './verdicts';

const { values } = parseArgs({
  options: {
    verdicts: { type: 'string', default: '60' },
    goal: { type: 'string', default: '0.9' },
    draws: { type: 'string', default: '200' },
  },
});
const [size, goal, draws] = [values.verdicts, values.goal, values.draws].map(Number) as [
  number,
  number,
  number,
];

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const percent = (share: number) => (Number.isNaN(share) ? '–' : (100 * share).toFixed(0));

const lessons = await readLessons(readVerdicts());
console.log(
  '| set | calibrate, test | gap before → after, points | by chance | bound as claimed: passes, sound | calibrated: passes, sound | no bound |',
);
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const set of domainNames) {
  const weights = leaveOut(lessons, set);
  const judged = lessons.judged
    .filter((row) => row.set === set && !isCandidate(row.verdict))
    .map(({ row, verdict: { slot, verdict } }) => ({
      slot,
      verdict,
      surprise: Math.log1p(Math.exp(-score(row, weights))),
    }));
  if (judged.length === 0) continue;
  const random = createRandom(1, 'calibration', set);
  const read = Math.min(size, Math.floor(0.7 * judged.length));
  const gaps = { before: [] as number[], after: [] as number[], chance: [] as number[] };
  const passing = { claimed: [] as boolean[], told: [] as boolean[] };
  let unreached = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    for (let i = judged.length - 1; i > 0; i -= 1) {
      const j = random.below(i + 1);
      [judged[i], judged[j]] = [judged[j]!, judged[i]!];
    }
    const [own, test] = [judged.slice(0, read), judged.slice(read)];
    const found = mean(test.map(({ verdict }) => Number(verdict !== 'hard')));
    const before = calibrate([], judged, goal);
    const after = calibrate(own, judged, goal);
    const claims = (shift: number) =>
      mean(test.map(({ surprise }) => 1 / (1 + Math.exp(Math.log(Math.expm1(surprise)) - shift))));
    gaps.before.push(Math.abs(claims(0) - found));
    gaps.after.push(Math.abs(claims(after.shift) - found));
    const all = mean(judged.map(({ verdict }) => Number(verdict !== 'hard')));
    gaps.chance.push(Math.abs(found - all));
    const sound = (sense: number | undefined) =>
      test.filter((one) => neededBy(one) <= (sense ?? -1)).map(({ verdict }) => verdict !== 'hard');
    passing.claimed.push(...sound(before.sense));
    passing.told.push(...sound(after.sense));
    if (after.sense === undefined) unreached += 1;
  }
  const tested = draws * (judged.length - read);
  const passes = (some: readonly boolean[]) =>
    `${percent(some.length / tested)}, ${percent(mean(some.map(Number)))}`;
  const gap = (some: readonly number[]) => (100 * mean(some)).toFixed(1);
  console.log(
    `| ${set} | ${read}, ${judged.length - read} | ${gap(gaps.before)} → ${gap(gaps.after)} | ${gap(gaps.chance)} | ${passes(passing.claimed)} | ${passes(passing.told)} | ${percent(unreached / draws)} % |`,
  );
}
