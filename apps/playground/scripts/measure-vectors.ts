// What rounding to bytes costs the search, of the icons' vectors and of the text tower: tags that people gave and training never saw, on what a match of names misses, as
// `npm run lab -- icons-judge` asks them; and how many of the first ten stay the same.
//
//   npx tsx scripts/measure-vectors.ts [folder with the corpus]      after npm ci --prefix lab/corpus
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadEncoder, useBackend } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';
import { tensor } from '@tensorflow/tfjs-core';
import type { IconWorld } from '../../../lab/src/icons/icon-world';
import { judgeTags } from '../../../lab/src/icons/judge-tags';
import { openIconWorld } from '../../../lab/src/icons/open-icon-world';
import { similarities } from '../../../lab/src/icons/ranks';
import { type Towers, towersOf } from '../../../lab/src/icons/towers';
import { isRounded } from '../src/rooms/search/index/packed-weights';
import { packVectors, unpackVectors } from '../src/rooms/search/index/vectors';

const SETS = ['lucide', 'tabler', 'fa7-solid'];
const lab = fileURLToPath(new URL('../../../lab/', import.meta.url));

await useBackend('wasm');
await useWasmKernels({ relaxed: false });
const encoder = await loadEncoder(join(lab, 'model'));
const exact = towersOf(encoder.model, encoder.tokenizer);
const { width } = exact;
const { world } = await openIconWorld({ root: process.argv[2] ?? join(lab, 'corpus'), sets: SETS });

type Round = (rows: Float32Array, width: number) => Float32Array;
const exactly: Round = (rows) => rows;
const bytes: Round = (rows, width) => {
  const vectors = unpackVectors(packVectors(rows, width), width);
  return Float32Array.from(
    { length: rows.length },
    (_, at) => vectors.values[at]! * vectors.scales[Math.floor(at / width)]!,
  );
};
/** Four bits, each row with a scale of its own: what half the bytes would cost. */
const halfBytes: Round = (rows, width) => {
  const rounded = new Float32Array(rows.length);
  for (let start = 0; start < rows.length; start += width) {
    const row = rows.subarray(start, start + width);
    const scale = Math.max(...row.map(Math.abs)) / 7 || 1;
    rounded.set(
      row.map((value) => Math.round(value / scale) * scale),
      start,
    );
  }
  return rounded;
};
const forms = { 'float16 or more': exactly, 'a byte': bytes, 'half a byte': halfBytes } as const;
type Form = keyof typeof forms;

/** Rounds the matrices of the text tower. Returns a function that puts the right numbers back. */
async function roundTextTower(round: Round): Promise<() => void> {
  const undo: (() => void)[] = [];
  for (const [name, variable] of encoder.model.parameters) {
    if (!/^text_/.test(name) || !isRounded(variable.shape)) continue;
    const right = (await variable.data<'float32'>()).slice();
    const put = (values: Float32Array) => {
      const value = tensor(values, variable.shape);
      variable.assign(value);
      value.dispose();
    };
    put(round(right, variable.shape.at(-1)!));
    undo.push(() => put(right));
  }
  if (undo.length < 10) throw new Error('The text tower has few matrices; its names must have changed.');
  return () => {
    for (const each of undo) each();
  };
}

const kept = new Map<string, Float32Array>();
async function embedded(of: IconWorld, rows: readonly number[]): Promise<Float32Array> {
  const key = rows.join();
  const known = kept.get(key) ?? (await exact.embedIcons(of, rows));
  kept.set(key, known);
  return known;
}

console.log(
  '| a number of the text tower | of an icon’s vector | set | icons | queries | found by name | a right icon in ten | precision@10 |',
);
console.log('| --- | --- | --- | --: | --: | --: | --: | --: |');
const pairs: readonly (readonly [text: Form, vectors: Form])[] = [
  ['float16 or more', 'float16 or more'],
  ['float16 or more', 'a byte'],
  ['a byte', 'a byte'],
  ['half a byte', 'a byte'],
  ['a byte', 'half a byte'],
];
for (const [text, vectors] of pairs) {
  const putBack = await roundTextTower(forms[text]);
  const towers: Towers = {
    width,
    embedTexts: (texts) => exact.embedTexts(texts),
    embedIcons: async (of, rows) => forms[vectors](await embedded(of, rows), width),
  };
  for (const set of SETS) {
    const { icons, missedQueries, foundByName, hitAt10, precisionAt10 } = await judgeTags(towers, world, set);
    const figures = [foundByName, hitAt10, precisionAt10].map((figure) =>
      figure.toFixed(3).replace(/^0/, ''),
    );
    console.log(`| ${text} | ${vectors} | ${set} | ${icons} | ${missedQueries} | ${figures.join(' | ')} |`);
  }
  putBack();
}

const rows = [...world.icons.keys()];
const all = await exact.embedIcons(world, rows);
const names = [...new Set(world.icons.map(({ caption }) => caption))].slice(0, 500);
const texts = await exact.embedTexts(names);
const ten = (form: Float32Array, query: Float32Array) => {
  const scores = similarities(query, form);
  return [...rows].sort((a, b) => scores[b]! - scores[a]!).slice(0, 10);
};
for (const [form, round] of Object.entries(forms).slice(1)) {
  const rounded = round(all, width);
  const shared = names.map((_, at) => {
    const query = texts.subarray(at * width, (at + 1) * width);
    const right = new Set(ten(all, query));
    return ten(rounded, query).filter((row) => right.has(row)).length;
  });
  console.log(
    `${form}: ${(shared.reduce((a, b) => a + b, 0) / names.length).toFixed(2)} of the first ten among ${rows.length} icons stay, ${names.length} names`,
  );
}
encoder.dispose();
