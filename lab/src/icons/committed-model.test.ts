import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadEncoder, useBackend } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';
import { familyOf, splitOf, TEST_FAMILIES, VALIDATION_FAMILIES } from '@slipform/icons';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ICON_MODEL } from './icon-folders';
import type { IconModelScores } from './judge-icon-model';
import { judgeNames } from './judge-names';
import type { TrainingRecord } from './make-icon-model';
import { openIconWorld } from './open-icon-world';
import { scoresText } from './scores-text';
import { towersOf } from './towers';

const read = (file: string) => readFileSync(join(ICON_MODEL, file), 'utf8');
const record: TrainingRecord = JSON.parse(read('training.json'));
const notice = read('NOTICE');
const scores: IconModelScores = JSON.parse(read('scores.json'));
let encoder: Awaited<ReturnType<typeof loadEncoder>>;

beforeAll(async () => {
  await useBackend('wasm');
  await useWasmKernels({ relaxed: false });
  encoder = await loadEncoder(ICON_MODEL);
});
afterAll(() => encoder.dispose());

it('has four megabytes at most', () => {
  expect(statSync(join(ICON_MODEL, 'model.safetensors')).size).toBeLessThanOrEqual(4_000_000);
  expect(encoder.model.parameterCount).toBe(record.parameters);
});

it('was trained on no artist of the test or of the validation', () => {
  expect(record.sets.length).toBeGreaterThan(100);
  for (const each of record.sets) {
    expect(splitOf(each.family)).toBe('train');
    expect(splitOf(familyOf(each.set, each.artist))).toBe('train');
  }
  const families = new Set(record.sets.map(({ family }) => family));
  const heldOut = [...TEST_FAMILIES, ...VALIDATION_FAMILIES];
  expect(heldOut.filter((family) => families.has(family))).toEqual([]);
  expect(heldOut.length).toBeGreaterThan(15);
});

it('names every artist that it learned from', () => {
  for (const { set, title } of record.sets) expect(notice).toContain(`${title} (${set}`);
});

it('has the tables of its scores in its card', () => {
  expect(scores.split).toBe('test');
  expect(read('README.md')).toContain(scoresText(scores));
});

it('names icons of artists that it never saw', async () => {
  const { world } = await openIconWorld({ splits: ['test'] });
  const { all } = await judgeNames(towersOf(encoder.model, encoder.tokenizer), world, {
    ...{ count: 500, seenNames: new Set(), leastNames: Number.POSITIVE_INFINITY },
  });
  // By chance .02.
  expect(all.count).toBe(500);
  expect(all.iconToName.at10).toBeGreaterThan(0.2);
  expect(all.nameToIcon.at10).toBeGreaterThan(0.2);
});
