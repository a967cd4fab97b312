/**
 * Fits the weights of src/reading/language.ts and prints them, by Newton's method on a logistic regression with a penalty of
 * half the squared weights. English are COCO's captions whole, in pieces of two to four words, and as titles with made-up brands;
 * a caption of fixtures/foreign-captions.tsv counts as 60.
 *
 *   npx tsx packages/plant/scripts/fit-language.ts
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isTitle, languageFeatures, languageFeaturesOf } from '../src/reading/language';
import { tagCaptions } from '../src/reading/tagger';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const shared = process.env.SLIPFORM_SHARED ?? join(root, '../shared');
const lastColumn = (file: string) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.slice(line.indexOf('\t') + 1));
const english = lastColumn(join(shared, 'data/captions/coco-val2017-half.tsv'));
const foreign = lastColumn(join(root, 'packages/plant/fixtures/foreign-captions.tsv'));
const weightOfForeign = 60;
const rounds = 25;

function pieceOf(caption: string, i: number): string {
  const words = caption.replace(/[.,]/g, ' ').trim().split(/\s+/);
  const size = 2 + ((i * 7) % 3);
  const start = (i * 13) % Math.max(1, words.length - size);
  return words.slice(start, start + size).join(' ');
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const longWords = english.flatMap((caption) => caption.toLowerCase().match(/[a-z]{4,}/g) ?? []);
const wordAt = (i: number) => longWords[i % longWords.length]!;

function titleOf(caption: string, i: number): string {
  const words = caption
    .replace(/[.,]/g, '')
    .split(' ')
    .filter((word) => word !== '' && !/^(?:a|an|the|of|is|are)$/i.test(word));
  const brands = Array.from({ length: i % 4 === 0 ? 0 : 1 + (i % 3) }, (_, k) => {
    const seed = 3 * i + k;
    return capitalised(wordAt(7919 * seed).slice(0, 3) + wordAt(104_729 * seed + 17).slice(-3 - (seed % 2)));
  });
  return [...brands, ...words.slice(0, 2 + (i % 4)).map(capitalised)].join(' ');
}

const rows: { features: number[]; isForeign: boolean; weight: number }[] = [];
function add(captions: readonly string[], isForeign: boolean): void {
  for (const tokens of tagCaptions(captions)) {
    const features = languageFeaturesOf(tokens, isTitle(tokens));
    rows.push({ features, isForeign, weight: isForeign ? weightOfForeign : 1 });
  }
}
add([...english, ...english.map(pieceOf), ...english.map(titleOf)], false);
add(foreign, true);

const size = languageFeatures.length;
let fitted: number[] = new Array(size).fill(0);
for (let round = 0; round < rounds; round += 1) {
  const gradient = fitted.map((value, i) => (i === 0 ? 0 : value));
  const hessian = fitted.map((_, i) => fitted.map((__, j) => (i === j && i > 0 ? 1 : 0)));
  for (const { features, isForeign, weight } of rows) {
    const chance = 1 / (1 + Math.exp(-features.reduce((sum, value, i) => sum + value * fitted[i]!, 0)));
    for (let i = 0; i < size; i += 1) {
      gradient[i]! += weight * (chance - (isForeign ? 1 : 0)) * features[i]!;
      const curve = weight * chance * (1 - chance) * features[i]!;
      if (curve !== 0) for (let j = 0; j < size; j += 1) hessian[i]![j]! += curve * features[j]!;
    }
  }
  const step = solve(hessian, gradient);
  fitted = fitted.map((value, i) => value - step[i]!);
}
for (const [i, name] of languageFeatures.entries()) console.log(`${name}: ${fitted[i]!.toFixed(2)},`);

/** Solves a symmetric system by Gauss's elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const table = matrix.map((row, i) => [...row, right[i]!]);
  for (let i = 0; i < table.length; i += 1) {
    for (let k = 0; k < table.length; k += 1) {
      if (k === i) continue;
      const factor = table[k]![i]! / table[i]![i]!;
      for (let j = i; j <= table.length; j += 1) table[k]![j]! -= factor * table[i]![j]!;
    }
  }
  return table.map((row, i) => row[table.length]! / row[i]!);
}
