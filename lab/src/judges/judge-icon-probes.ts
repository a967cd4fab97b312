import { linearProbe, multiLabelProbe } from '@slipform/bench/probes';
import type { ClipEncoder } from '@slipform/clip';
import { hashText } from '@slipform/kit/random/hash';
import type { CachedFeatures } from '../icons/icon-batches';
import type { Measurement } from '../row';
import type { IconStudy } from '../studies/icon-study';
import { embeddedIcons } from './judge-icons';

/** Words that are asked for: the most frequent ones of the names of test artists. */
const WORDS = 60;
/** Icons of a class in each half at least. */
const LEAST = 5;
/** The same for every run, so that runs compare; not tuned. */
const STRENGTH = 10;

/**
 * What can still be read from embeddings of icons: which of sixty frequent words is the only one of them in the name (linear
 * probe), and which of them are in it (multi-label, mean average precision). Fitted on half of the families of test artists,
 * asked on the other half.
 */
export async function judgeIconProbes(
  encoder: ClipEncoder,
  { world, judged }: IconStudy,
  features: CachedFeatures,
): Promise<Measurement[]> {
  const { questions, retrieval } = judged.test;
  const rows = [...new Set([...questions.flatMap((question) => question.rows), ...retrieval])];
  const wordsOf = (row: number) => new Set(world.icons[row]!.words);
  const half = (row: number) => (isFirstHalf(world.icons[row]!.family) ? 'train' : 'test');
  const words = frequentWords(rows, wordsOf, half);
  const vectors = await embeddedIcons(encoder, features, rows);
  const part = (side: 'train' | 'test', wanted: (count: number) => boolean) => {
    const own = rows.filter(
      (row) => half(row) === side && wanted(words.filter((word) => wordsOf(row).has(word)).length),
    );
    return { own, features: own.map((row) => vectors.of(row)) };
  };
  const labelOf = (row: number) => words.find((word) => wordsOf(row).has(word))!;
  const only = { train: part('train', (count) => count === 1), test: part('test', (count) => count === 1) };
  const isClass = (word: string) =>
    Object.values(only).every(({ own }) => own.filter((row) => labelOf(row) === word).length >= LEAST);
  const classes = new Set(words.filter(isClass));
  const single = (side: 'train' | 'test') => {
    const own = only[side].own.filter((row) => classes.has(labelOf(row)));
    return { features: own.map((row) => vectors.of(row)), labels: own.map(labelOf) };
  };
  const several = (side: 'train' | 'test') => {
    const { own, features: values } = part(side, (count) => count > 0);
    return {
      features: values,
      labels: own.map((row) => words.map((word) => Number(wordsOf(row).has(word)))),
    };
  };
  const settings = { C: STRENGTH, tolerance: 1e-6, maxIterations: 100 };
  const { accuracy } = await linearProbe({ train: single('train'), test: single('test'), ...settings });
  const { mAP } = await multiLabelProbe({ train: several('train'), test: several('test'), ...settings });
  return [
    { metric: 'linear probe', value: accuracy.value },
    { metric: 'multi-label probe', value: mAP.value },
  ];
}

/** A family's half follows from its name. */
function isFirstHalf(family: string): boolean {
  return hashText(family, 0) % 2 === 0;
}

/** Words that most names have in both halves: by the smaller of the two counts. */
function frequentWords(
  rows: readonly number[],
  wordsOf: (row: number) => ReadonlySet<string>,
  half: (row: number) => 'train' | 'test',
): string[] {
  const counts = new Map<string, { train: number; test: number }>();
  for (const row of rows) {
    for (const word of wordsOf(row)) {
      const own = counts.get(word) ?? { train: 0, test: 0 };
      own[half(row)]++;
      counts.set(word, own);
    }
  }
  return [...counts]
    .map(([word, { train, test }]) => ({ word, count: Math.min(train, test) }))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, WORDS)
    .map(({ word }) => word);
}
