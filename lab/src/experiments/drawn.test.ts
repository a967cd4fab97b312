import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { labFolder } from '../lab-folder';
import { settingsOf } from '../machine/result-file';
import { drawn, drawnMargins } from './drawn';

test.each([drawn, drawnMargins])('$name: the committed rows are of the settings that it has now', (study) => {
  const file = new URL(`results/${study.name}.jsonl`, labFolder);
  const ended = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"metric":"done"'))
    .map((line) => JSON.parse(line));
  const runs = study.seeds.flatMap((seed) => study.runs(seed, { firstSeed: seed }));
  const settings = new Map(runs.map((run) => [`${run.variant} ${run.seed}`, settingsOf(run)]));
  expect(ended.length).toBeGreaterThan(0);
  for (const row of ended) expect(settings.get(`${row.variant} ${row.seed}`)).toBe(row.settings);
});

test('the arms with hard pictures whose margins are compared differ in their loss alone', () => {
  const kept = drawnMargins.runs(11, { firstSeed: 11 }).filter(({ keep }) => keep !== undefined);
  const [first, ...others] = kept.map(({ variant: _, loss: __, ...rest }) => rest);
  expect(new Set(kept.map(({ loss }) => JSON.stringify(loss))).size).toBe(3);
  expect(others).toEqual([first, first]);
});
