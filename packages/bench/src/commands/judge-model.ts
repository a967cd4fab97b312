import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ClipEncoder } from '@slipform/clip';
import { captionFields, captionOf } from '@slipform/kit/captions/caption';
import { formatOfName } from '@slipform/kit/captions/caption-formats';
import { openInput } from '@slipform/kit/captions/open-input';
import { readRows } from '@slipform/kit/captions/read-rows';
import type { Progress } from '@slipform/kit/command/progress';
import { InputError } from '@slipform/kit/errors/input-error';
import { inFull } from '@slipform/kit/formats/placed';
import { printable } from '@slipform/kit/text/printable';
import type { Encoder } from '../encoders/encoder';
import { importClip } from '../encoders/import-peer';
import { precomputedEncoder } from '../files/precomputed-encoder';
import { isBuiltIn, loadBenchmark } from '../loaders/registry';
import { asksNothing, type Benchmark } from '../questions/benchmark';
import { collectInputs } from '../questions/inputs';
import { blindQuestions, evaluateBlind } from '../scoring/blind-baseline';
import { evaluate, isAnswerable, refuseUnanswerable } from '../scoring/evaluate';
import type { Result } from '../scoring/result';
import { startBackend } from './options';
import type { RunFlags } from './run-options';
import type { RunPart, WantedModel } from './run-plan';
import type { WantedBenchmark } from './wanted-benchmark';

/** A model, or embeddings that another made. */
type OpenEncoder = Encoder & Partial<Pick<ClipEncoder, 'tokenizer' | 'dispose'>>;

const fields = captionFields({}, 'rename the field that it is');

/** Captions of a file that `mine` and `train` read (of Karpathy's, the split train); of a text one a line, behind a tab where there is one. */
async function readTrainingCaptions(file: string): Promise<string[]> {
  const format = formatOfName(file) ?? 'text';
  const captions: string[] = [];
  for await (const rows of readRows(file, openInput(file), { format, fields, splits: ['train'] })) {
    for (const item of rows) {
      if ('problem' in item) throw new InputError(`${file} ${item.place} ${inFull(item)}.`);
      const text = captionIn(item.value, `${file} ${item.place}`);
      if (text === undefined) continue;
      captions.push(format === 'text' ? text.slice(text.lastIndexOf('\t') + 1).trim() : text);
    }
  }
  if (captions.length === 0) throw new InputError(`${file} holds no captions.`);
  return captions.filter(Boolean);
}

function captionIn(row: Parameters<typeof captionOf>[0], place: string): string | undefined {
  try {
    return captionOf(row, fields)?.caption;
  } catch (error) {
    throw new InputError(`${place} ${(error as Error).message}.`);
  }
}

/**
 * Judges one part of a run after the other. Files are read before a model is, so that a mistake in their names costs no
 * time; a model stays open until another one is needed.
 */
export function createJudge(
  flags: Pick<RunFlags, 'seed' | 'images' | 'size' | 'blind' | 'backend' | 'workers' | 'answers'>,
  progress: Progress,
) {
  const { seed } = flags;
  const loaded = new Map<string, Promise<Benchmark>>();
  const leftOut: LeftOut = new Map();
  const told = new Set<WantedBenchmark>();
  const tellLeftOut = () => {
    for (const each of leftOut) {
      if (!told.has(each[0])) progress.log(printable(describeLeftOut(each), 1000));
      told.add(each[0]);
    }
  };
  let open: { readonly folder: string; readonly encoder: OpenEncoder } | undefined;

  const loadOne = async ({ name, path, images: own = flags.images, fromSuite }: WantedBenchmark) => {
    const key = `${name}=${path}`;
    const images = own ? { images: own } : {};
    const size = flags.size === undefined || isBuiltIn(name) ? {} : { size: flags.size };
    loaded.set(key, loaded.get(key) ?? loadBenchmark(name, path, { seed, ...images, ...size }));
    const benchmark = await loaded.get(key)!;
    // A text-only model, if it is wanted, needs no picture.
    if (!(flags.blind || fromSuite) || blindQuestions(benchmark).length === 0) refuseUnanswerable(benchmark);
    return benchmark;
  };
  const load = async (all: readonly WantedBenchmark[]): Promise<Benchmark[]> => {
    const benchmarks: Benchmark[] = [];
    const wanted: WantedBenchmark[] = [];
    for (const each of all) {
      try {
        benchmarks.push(await loadOne(each));
        wanted.push(each);
      } catch (error) {
        if (!asksNothing(error)) throw error;
        if (!leftOut.has(each)) leftOut.set(each, error);
      }
    }
    // Where there is no other, it is the error that the command ends with.
    if (benchmarks.length > 0) tellLeftOut();
    return tellApart(benchmarks, wanted);
  };
  const openOf = async ({ folder, name }: WantedModel): Promise<OpenEncoder> => {
    if (open?.folder === folder) return open.encoder;
    open?.encoder.dispose?.();
    open = undefined;
    const embeddings = embeddingsIn(folder);
    if (embeddings !== undefined) {
      open = { folder, encoder: await precomputedEncoder(embeddings) };
      return open.encoder;
    }
    const { activationWarning, loadEncoder } = await importClip('run');
    await startBackend(flags.backend);
    const encoder = await loadEncoder(folder, { workers: flags.workers });
    open = { folder, encoder };
    const { image, text } = encoder.model.config;
    const kinds = [...new Set([image.activation, text.activation])].join(' (images) and ');
    progress.log(printable(`${name}: activation ${kinds}, by its config`, 1000));
    const warning = await activationWarning(folder, encoder.model.config);
    if (warning) progress.log(printable(`${name}: ${warning}`, 1000));
    return encoder;
  };
  const measure = (encoder: Parameters<typeof evaluate>[0], benchmark: Benchmark, name: string) => {
    const bar = progress.start(`${printable(name)}, ${printable(benchmark.name)}`, 100);
    const onProgress = (done: number) => bar.update(Math.round(100 * done));
    const keepScores = flags.answers !== undefined;
    return evaluate(encoder, benchmark, { name, seed, keepScores, onProgress });
  };

  async function judge({
    models,
    benchmarks: wanted,
  }: Pick<RunPart, 'models' | 'benchmarks'>): Promise<Result[]> {
    const benchmarks = await load(wanted);
    if (benchmarks.length === 0) return [];
    const captions = typeof flags.blind === 'string' ? await readTrainingCaptions(flags.blind) : undefined;
    const results: Result[] = [];
    const blind = new Map<string, Result>();
    for (const model of models) {
      const encoder = await openOf(model);
      for (const benchmark of benchmarks) {
        if (isAnswerable(benchmark)) {
          const { tokenizer } = encoder;
          const unknown =
            tokenizer && describeUnknownWords(wordsOf(benchmark), tokenizer, `${benchmark.name}'s`);
          if (unknown) progress.log(printable(`${model.name}: ${unknown}`, 1000));
          results.push(await measure(encoder, benchmark, model.name));
        } else {
          progress.log(
            `${printable(benchmark.name)}: no picture was found, so only a text-only model is judged`,
          );
        }
        const wantsBlind = flags.blind !== false;
        // The text-only model is the same for every model.
        if (!wantsBlind || blind.has(benchmark.name) || blindQuestions(benchmark).length === 0) continue;
        const result = await evaluateBlind(benchmark, { seed, ...(captions ? { captions } : {}) });
        blind.set(benchmark.name, result);
        results.push(result);
      }
    }
    for (const result of results) {
      const ties = describeTies(result);
      if (ties) progress.log(printable(`${result.model} on ${ties}`, 400));
    }
    return results;
  }
  return {
    load,
    judge,
    leftOut: leftOut as ReadonlyMap<WantedBenchmark, InputError>,
    tellLeftOut,
    close: () => open?.encoder.dispose?.(),
  };
}

/** Benchmarks that ask nothing, and what their loaders said. */
type LeftOut = Map<WantedBenchmark, InputError>;

/** "negations=captions.csv is left out: …": why a benchmark is in no table. */
export function describeLeftOut([{ name, path }, { message }]: readonly [
  WantedBenchmark,
  InputError,
]): string {
  return `${path === '' ? name : `${name}=${path}`} is left out: ${message}`;
}

/** COCO and Flickr30k are both "Retrieval": benchmarks of one name are named by their files. */
function tellApart(benchmarks: readonly Benchmark[], wanted: readonly WantedBenchmark[]): Benchmark[] {
  const names = benchmarks.map((benchmark) => benchmark.name);
  const files = wanted.map(({ path }) => basename(path).replace(/\.\w+$/, ''));
  return benchmarks.map((benchmark, index) => {
    const others = files.filter((_, at) => at !== index && names[at] === benchmark.name);
    if (others.length === 0) return benchmark;
    const file = others.includes(files[index]!) ? wanted[index]!.path : files[index]!;
    return { ...benchmark, name: `${benchmark.name} (${file})` };
  });
}

/** Says how many of a result's questions are ties, which count as wrong. */
function describeTies({ benchmark, answers }: Result): string | undefined {
  const ties = answers.filter(({ right, wrong }) => right === wrong).length;
  if (ties === 0) return undefined;
  const share = ((100 * ties) / answers.length).toFixed(ties === answers.length ? 0 : 1);
  return `${benchmark}: ${ties} of ${answers.length} questions (${share} %) are ties, which count as wrong`;
}

type Tokenizer = ClipEncoder['tokenizer'];

/** Whether a tokenizer tells a word from all others; one of words makes one token of all that it doesn't know. */
function knowsWord(tokenizer: Tokenizer): (word: string) => boolean {
  return (word) =>
    !('unknownToken' in tokenizer) || !tokenizer.encode(word).includes(tokenizer.unknownToken as number);
}

/** Says how many of some captions' words a tokenizer doesn't know; undefined where it knows them all. */
function describeUnknownWords(
  words: readonly string[],
  tokenizer: Tokenizer,
  whose: string,
): string | undefined {
  const knows = knowsWord(tokenizer);
  const unknown = words.filter((word) => !knows(word));
  if (unknown.length === 0) return undefined;
  const shown = unknown.slice(0, 5).join(', ') + (unknown.length > 5 ? ' …' : '');
  return `The tokenizer doesn't know ${unknown.length} of the ${words.length} words of ${whose} captions (${shown}); captions that differ only in such words are the same to this model`;
}

/** All words of a benchmark's captions, each once. */
function wordsOf(benchmark: Benchmark): string[] {
  const { texts } = collectInputs(benchmark, true);
  return [...new Set(texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []))];
}

/** The vectors of pictures and of texts in a folder, where it is one of embeddings: .npy, .parquet, or a folder of such files. */
function embeddingsIn(folder: string): { readonly images: string; readonly texts: string } | undefined {
  const find = (name: string) =>
    ['.npy', '.parquet', ''].map((end) => join(folder, `${name}${end}`)).find((each) => existsSync(each));
  const [images, texts] = [find('images'), find('texts')];
  // A model may have a folder of either name.
  const isModel = ['', 'open_clip_'].some((each) => existsSync(join(folder, `${each}config.json`)));
  if (images === undefined || texts === undefined || isModel) return undefined;
  return { images, texts };
}
