import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judgedRows } from '../scripts/weights/examples';
import { isCandidate } from '../scripts/weights/learn';
import { areaUnderCurve, score } from '../scripts/weights/logistic';
import * as plant from '../src/index';
import { replacedWeight, weights } from '../src/scores/plausibility-weights';
import { safetyFault } from '../src/testing/safety-fault';
import { readDomain } from './domains';
import { readVerdicts } from './verdicts';

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
const learnt = Float64Array.from([...weights.slice(0, -1), replacedWeight, weights.at(-1)!]);
const verdicts = readVerdicts().filter(
  (verdict) => verdict.operation !== 'swap' && verdict.operation !== 'natural' && !isCandidate(verdict),
);

// Today .729 and .737 of 817 verdicts, .866 and .791 of 797.
test.each([
  ['newsmuseum', 0.7, 0.7],
  ['mixed', 0.83, 0.76],
])('%s: today’s weights tell faults apart', (name, leastHard, leastAny) => {
  const rows = judgedRows(
    readDomain(name)!,
    verdicts.filter(({ set }) => set === name),
  );
  expect(rows.length).toBeGreaterThan(700);
  const surprises = rows.map(({ row }) => -score(row, learnt));
  const area = (isFault: (verdict: string) => boolean) =>
    areaUnderCurve(
      surprises,
      rows.map(({ verdict }) => isFault(verdict.verdict)),
    );
  expect(area((verdict) => verdict === 'hard')).toBeGreaterThan(leastHard);
  expect(area((verdict) => verdict !== 'ok')).toBeGreaterThan(leastAny);
});

test('so many changes of each kind are made, and refused by each check, as when this was written', () => {
  const sets = ['newsmuseum', 'mixed'].flatMap((name) => readDomain(name)!.captions);
  const miner = plant.createPlant({ balance: 'composition', perCaption: 3, sense: 0.4 });
  miner.mineBlock([...sets, ...fixture('captions.txt').map((caption) => ({ caption }))]);
  const { slots, operations, checks } = miner.stats();
  const counts: Readonly<Record<string, number>> = { ...slots, ...operations, ...checks };
  const usual = JSON.parse(readFileSync(new URL('mined-quality.json', import.meta.url), 'utf8')) as Record<
    string,
    number
  >;
  // What is left of a class of words, or is new in it, shows where a count is halved or three times as high.
  const off = Object.entries(usual).flatMap(([id, then]) => {
    const now = counts[id] ?? 0;
    return now >= then / 2 && now <= 3 * then ? [] : [`${id}: ${now}, was ${then}`];
  });
  expect(off).toEqual([]);
});

test('the traps of safety hold', () => {
  const rows = fixture('safety.tsv')
    .slice(1)
    .map((line) => line.split('\t'));
  const never = new Map(rows.map(([caption, what = '']) => [caption, what]));
  const records = plant
    .createPlant({ balance: 'composition', perCaption: 4, sense: 0.4 })
    .mineBlock(rows.map(([caption = '']) => ({ caption })));
  expect(records.length).toBeGreaterThan(50);
  expect(records.flatMap((record) => safetyFault(record, never.get(record.caption)) ?? [])).toEqual([]);
});
