/**
 * Fits the table of estimates to human norms and writes table/estimates.js.
 *
 *   npm run fit -w @slipform/concreteness -- NORMS_FILE
 *
 * The norms (Brysbaert, Warriner and Kuperman 2014) are read and never written: a word that they rate gets the
 * estimate of models that were fitted without it (5 folds, seeded), all other words that of models fitted to all.
 * Prints the cross-validated accuracy that the README quotes. Takes about ten minutes on one core and 4 GB; the first
 * run installs 120 MB of embeddings into node_modules/.cache.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { InputError } from '../src/input-error';
import { pearson } from '../src/metrics';
import { parseNorms } from '../src/parse-norms';
import { accuracyReport } from './accuracy-report';
import { dealFolds } from './deal-folds';
import { installInputs, readEmbeddings, readSpokenFrequencies } from './inputs';
import { joinSpellings } from './join-spellings';
import { prepareProducts } from './matrix-product';
import { fitStack, type StackEstimates, type StackOptions } from './stack';
import { tableWords, writeTable } from './table-words';
import { gatherWordData } from './word-data';
import { readWordNet } from './wordnet';

const seed = 0;
const folds = 5;
/** Middle of the scale, so that the bias has little to do. */
const middle = 3;
const options: StackOptions = {
  ridge: { penalty: 12, iterations: 80, tolerance: 1e-3 },
  innerFolds: 5,
  trees: { trees: 400, learningRate: 0.06, leaves: 24, smallestLeaf: 30, penalty: 5, columnShare: 0.3 },
  kernel: { gamma: 0.3, penalty: 1, landmarks: 1500, iterations: 60 },
  kernelShare: 0.5,
};

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
  installInputs();
  await prepareProducts();
  const wordNet = readWordNet();
  const embeddings = readEmbeddings();
  const spoken = readSpokenFrequencies();
  const entries = tableWords(wordNet, embeddings, spoken);
  // Rated words that are no entries still teach the models.
  const words = [...new Set([...entries, ...norms.ratings.keys()])].sort();
  console.error(`${entries.length} entries, ${norms.ratings.size} rated words, ${words.length} words in all`);

  const rated = new Map([...norms.ratings].map(([word, rating]) => [word, rating - middle]));
  const known = { wordNet, rankOf: embeddings.rankOf };
  const data = gatherWordData(words, rated, known, embeddings, spoken);
  const random = xoroshiro128plus(seed);
  const foldOf = dealFolds(data.ratedRows.length, folds, random);
  const estimates = {
    ridge: new Float64Array(words.length),
    trees: new Float64Array(words.length),
    kernel: new Float64Array(words.length),
    stack: new Float64Array(words.length),
  };
  const all = Int32Array.from(data.ratedRows, (_, index) => index);
  const isRated = new Uint8Array(words.length);
  for (const row of data.ratedRows) isRated[row] = 1;
  const tasks = Array.from({ length: folds }, (_, fold) => ({
    training: all.filter((index) => foldOf[index] !== fold),
    targets: all.filter((index) => foldOf[index] === fold).map((index) => data.ratedRows[index]!),
  }));
  tasks.push({
    training: all,
    targets: Int32Array.from(words.keys()).filter((row) => isRated[row] === 0),
  });
  for (const [index, { training, targets }] of tasks.entries()) {
    const found = fitStack(data, training, targets, options, random);
    for (const [at, row] of targets.entries()) {
      for (const stage of Object.keys(estimates) as (keyof StackEstimates)[]) {
        estimates[stage][row] = Math.min(5, Math.max(1, middle + found[stage][at]!));
      }
    }
    if (index < folds)
      console.error(
        agreement(
          found,
          Float64Array.from(targets, (row) => rated.get(words[row]!)!),
        ),
      );
    console.error(`fit ${index + 1} of ${tasks.length}, ${Math.round(performance.now() / 1000)} s`);
  }

  const rowOf = new Map(words.map((word, row) => [word, row]));
  const estimateOf = (word: string) => estimates.stack[rowOf.get(word)!]!;
  const written = await writeTable(entries, joinSpellings(entries, entries.map(estimateOf), wordNet));
  const bytes = readFileSync(written);
  const byWord = (stage: keyof StackEstimates) => (word: string) => estimates[stage][rowOf.get(word)!]!;
  console.log(
    accuracyReport(normsText, norms, new Set(entries), {
      ridge: byWord('ridge'),
      trees: byWord('trees'),
      kernel: byWord('kernel'),
      stack: byWord('stack'),
    }),
  );
  console.log(
    `\n${entries.length} entries, ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzipped`,
  );
}

/** The correlation of each stage with people in one fold. */
function agreement(found: StackEstimates, human: Float64Array): string {
  return Object.entries(found)
    .map(([stage, values]) => `${stage} ${pearson([...values], [...human]).toFixed(4)}`)
    .join(', ');
}
