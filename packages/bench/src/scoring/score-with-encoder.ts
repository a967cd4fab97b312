import type { Encoder } from '../encoders/encoder';
import type { Benchmark } from '../questions/benchmark';
import { collectInputs } from '../questions/inputs';
import type { BenchmarkText } from '../questions/question';
import { answerQuestion } from './answer-question';
import { rankVectors } from './rank-vectors';
import { recallOfRanks, retrievalsOf } from './recall';
import type { Answer, Result } from './result';
import { dot, embedImages, embedTexts, ensembleVector } from './unit-vectors';

export interface Scored extends Pick<Result, 'retrieval' | 'galleries'> {
  readonly answers: Answer[];
}

export interface ScoreOptions {
  readonly batchSize?: number;
  readonly retrieval?: boolean;
  readonly seed?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
}

/** Cosines of an encoder's vectors; each picture and each text is embedded once. */
export async function scoreWithEncoder(
  model: Encoder,
  benchmark: Benchmark,
  { batchSize = 256, retrieval, seed, signal, onProgress }: ScoreOptions,
): Promise<Scored> {
  const asksRetrieval = retrieval !== false;
  const { images, texts } = collectInputs(benchmark, asksRetrieval);
  const total = images.length + texts.length;
  const options = signal ? { signal } : {};
  const imageVectors = await embedImages(images, (batch) => model.embedImages(batch, options), {
    batchSize,
    signal,
    onDone: (done) => onProgress?.(done / total),
  });
  const textVectors = await embedTexts(texts, (batch) => model.embedTexts(batch, options), {
    batchSize,
    signal,
    onDone: (done) => onProgress?.((images.length + done) / total),
  });
  const ensembles = new Map<readonly string[], Float64Array>();
  const vectorOf = (text: BenchmarkText): Float64Array => {
    if (typeof text === 'string') return textVectors.get(text)!;
    const known = ensembles.get(text);
    if (known) return known;
    const vector = ensembleVector(text.map((each) => textVectors.get(each)!));
    ensembles.set(text, vector);
    return vector;
  };
  const scores = {
    image: (image: Parameters<typeof imageVectors.get>[0], text: BenchmarkText) =>
      dot(imageVectors.get(image)!, vectorOf(text)),
    texts: (text: string, otherText: string) => dot(vectorOf(text), vectorOf(otherText)),
  };
  const answers = benchmark.questions.flatMap((question) => answerQuestion(question, scores) ?? []);
  if (!asksRetrieval) return { answers };
  return {
    answers,
    ...retrievalsOf(benchmark, (task) => {
      const ranks = rankVectors(
        task.images.map((image) => imageVectors.get(image)!),
        task.texts.map((text) => textVectors.get(text)!),
        task.imageOf,
      );
      return recallOfRanks(ranks, task, seed === undefined ? {} : { seed });
    }),
  };
}
