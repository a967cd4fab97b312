/**
 * Fits the table of estimates to human norms and writes table/estimates.js.
 *
 *   npm run fit -w @slipform/concreteness -- NORMS_FILE
 *
 * The norms (Brysbaert, Warriner and Kuperman 2014) are read and never written: a word that they rate gets the
 * estimate of a model that was fitted without it (5 folds, seeded), all other words that of a model fitted to
 * all. Prints the cross-validated accuracy that the README quotes.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { createFeatures, groupScales } from '../src/fit/features';
import { fitRidge } from '../src/fit/ridge';
import { buildRows, collectColumns, dotRow } from '../src/fit/sparse-rows';
import { tableWords } from '../src/fit/table-words';
import { readWordNet } from '../src/fit/wordnet';
import { writeTable } from '../src/fit/write-table';
import { InputError } from '../src/input-error';
import { parseNorms } from '../src/parse-norms';

const seed = 0;
const folds = 5;
/** A feature that fewer rated words have says more of them than of the language. */
const fewestWords = 3;
const ridge = { penalty: 12, iterations: 200, tolerance: 1e-4 } as const;
/** Middle of the scale, so that the bias has little to do. */
const middle = 3;

const file = process.argv[2];
if (file === undefined) {
  console.error('usage: npm run fit -w @slipform/concreteness -- NORMS_FILE');
  process.exit(2);
}
try {
  // npm runs this in the package's folder; the path is meant from where npm was called.
  await fitTable(readFileSync(resolve(process.env.INIT_CWD ?? '.', file), 'utf8'));
} catch (error) {
  if (!InputError.isInstance(error) && !(error instanceof Error && 'code' in error)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function fitTable(normsText: string): Promise<void> {
  const norms = parseNorms(normsText);
  const wordNet = readWordNet();
  const words = tableWords(wordNet);
  const rated = words.flatMap((word, row) => {
    const rating = norms.ratings.get(word);
    return rating === undefined ? [] : [{ word, row, rating }];
  });
  console.error(
    `${words.length} entries, ${rated.length} of them among the ${norms.ratings.size} rated words`,
  );

  const describe = createFeatures(wordNet);
  const columns = collectColumns(
    rated.map(({ word }) => word),
    describe,
    fewestWords,
  );
  const matrix = buildRows(
    words,
    describe,
    columns,
    (name) => groupScales[name.slice(0, name.indexOf(':'))]!,
  );
  console.error(`${columns.size} features, ${(matrix.values.length / words.length).toFixed(0)} an entry`);

  const targets = new Float64Array(words.length);
  for (const { row, rating } of rated) targets[row] = rating - middle;
  const estimates = new Float64Array(words.length);
  const estimate = (row: number, weights: Float64Array) =>
    Math.min(5, Math.max(1, middle + dotRow(matrix, row, weights)));

  const all = fitRidge(
    matrix,
    targets,
    rated.map(({ row }) => row),
    ridge,
  );
  for (let row = 0; row < words.length; row += 1) estimates[row] = estimate(row, all);

  const foldOf = dealFolds(rated.length);
  for (let fold = 0; fold < folds; fold += 1) {
    const others = rated.filter((_, index) => foldOf[index] !== fold).map(({ row }) => row);
    const weights = fitRidge(matrix, targets, others, ridge);
    for (const [index, { row }] of rated.entries()) {
      if (foldOf[index] === fold) estimates[row] = estimate(row, weights);
    }
    console.error(`fold ${fold + 1} of ${folds}`);
  }

  const written = writeTable(words, estimates);
  const bytes = readFileSync(written);
  // Imported only now: it finds the lemmas of inflected forms by the exception lists just written.
  const { accuracyTable } = await import('../src/fit/accuracy-table');
  console.log(accuracyTable(normsText, norms, new Map(words.map((word, row) => [word, estimates[row]!]))));
  console.log(
    `\n${words.length} entries, ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzipped`,
  );
}

/** The fold of each of `count` words: equal shares, shuffled (Fisher and Yates) by the seed. */
function dealFolds(count: number): Uint8Array {
  const random = xoroshiro128plus(seed);
  const foldOf = Uint8Array.from({ length: count }, (_, index) => index % folds);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = uniformInt(random, 0, last);
    [foldOf[last], foldOf[other]] = [foldOf[other]!, foldOf[last]!];
  }
  return foldOf;
}
