import { mkdirSync, writeFileSync } from 'node:fs';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { expect, test } from 'vitest';
import { registerBenchmark } from '../loaders/registry';
import { useOwnBenchmarks } from '../testing/own-benchmarks';
import { runInputs } from './run';
import { suiteBenchmarks } from './suite-table';
import { benchmarksOfModules, importModules, parseWanted } from './wanted-benchmark';

const folder = useFolder();
useOwnBenchmarks();

test('a folder stands for the file in it, as in a suite', () => {
  mkdirSync(folder.path('suite/cola'), { recursive: true });
  mkdirSync(folder.path('suite/aro'));
  const files = [
    'cola/COLA_multiobjects_matching_benchmark.json',
    'aro/visual_genome_attribution.json',
    'aro/visual_genome_relation.json',
  ].map((name) => folder.path(`suite/${name}`));
  for (const file of files) writeFileSync(file, '[]');
  const wanted = ['cola', 'aro'].map((name) => `${name}=${folder.path(`suite/${name}`)}`);
  expect(parseWanted(wanted).map(({ path }) => path)).toEqual(files);
  const found = suiteBenchmarks(`composition=${folder.path('suite')}`);
  expect(found.map(({ path }) => path).sort()).toEqual([...files].sort());
  expect(() => parseWanted([...wanted, `cola=${files[0]}`])).toThrow('The same file may come once');
  expect(() => parseWanted([`cola=${folder.path('suite/aro')}`])).toThrow(
    /aro holds no file of Cola: COLA_multiobjects_matching_benchmark\.json and images\/\.$/,
  );
});

test.each([
  ['sugercrepe', 'sugarcrepe'],
  ['SugarCrepe++', 'sugarcrepe-pp'],
  ['half-truth', 'half-truths'],
  ["What'sUp", 'whatsup'],
  ['winogruond', 'winoground'],
])('%s: did you mean %s?', (name, meant) => {
  expect(() => parseWanted([`${name}=x`])).toThrow(
    `--benchmark ${name}=x: there is no benchmark ${name}; did you mean ${meant}?`,
  );
});

test('of a name that is near none all are listed', () => {
  expect(() => parseWanted(['imagenet=x'])).toThrow(
    /no benchmark imagenet; there are sugarcrepe, .*; others come with a module, .* --module @slipform\/icons\/files\.$/,
  );
});

test('a benchmark that a module registers may come without a path, those of this package may not', () => {
  registerBenchmark('mine', () => ({ name: 'Mine', chance: 0.5, questions: [] }));
  expect(parseWanted(['mine', 'mine=mine.json', 'sugarcrepe=data'])).toEqual([
    { name: 'mine', path: '' },
    { name: 'mine', path: 'mine.json' },
    { name: 'sugarcrepe', path: 'data' },
  ]);
  expect(benchmarksOfModules('run')).toEqual(['mine']);
  expect(() => parseWanted(['sugarcrepe'])).toThrow('one that a module registers may come without a path');
  expect(() => parseWanted(['sugarcrepe='])).toThrow('It must be NAME=PATH');
  expect(() => parseWanted(['mine', 'mine'])).toThrow('The same file may come once');
  // No path is no input that an output could take the place of.
  const benchmarks = parseWanted(['mine']);
  expect(runInputs({ model: 'm', benchmarks, images: [], captions: undefined }, 'out.json')).toEqual([
    { file: 'm', name: 'a file of the model' },
  ]);
});

test('a module may export its loaders as benchmarks; where nothing is named those are asked', async () => {
  writeFileSync(folder.path('yours.mjs'), 'export const benchmarks = { yours: (path) => path };');
  await importModules([folder.path('yours.mjs'), folder.path('yours.mjs')]);
  expect(benchmarksOfModules('run')).toEqual(['mine', 'yours']);
  await expect(importModules(['@slipform/none'])).rejects.toThrow(
    /^--module @slipform\/none can't be imported: [^\n]*$/,
  );
});
