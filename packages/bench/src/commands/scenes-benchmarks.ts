import type { ClipEncoder } from '@slipform/clip';
import { InputError } from '@slipform/kit/errors/input-error';
import type { ObjectName } from '@slipform/scenes';
import type { Benchmark } from '../questions/benchmark';
import type { RunFlags } from './run-options';
import { describeUnknownWords, knowsWord } from './unknown-words';

type Scenes = typeof import('@slipform/scenes');

/** What `run` asks without --benchmark: scenes of @slipform/scenes, an optional peer. */
export interface SceneBenchmarks {
  readonly benchmarks: readonly Benchmark[];
  /** What of the captions the tokenizer doesn't know, if there is any. */
  readonly remark: string | undefined;
  /** What a text-only model learns from. */
  readonly captions: readonly string[];
}

/** @throws InputError if @slipform/scenes is not installed */
export async function sceneBenchmarks(
  { tokenizer, model }: ClipEncoder,
  { style, count, seed }: Pick<RunFlags, 'style' | 'count' | 'seed'>,
): Promise<SceneBenchmarks> {
  const library = await importScenes();
  const { scenes, SCENE_SIZES, STYLES } = library;
  const knows = knowsWord(tokenizer);
  const objects = askedObjects(library, knows);
  // Raw, so that the model's own preprocessing sees them.
  const format = model.config.image.imageSize === SCENE_SIZES.simple ? 'raw' : 'png';
  return {
    benchmarks: (style ? [style] : STYLES).map((each) =>
      scenes({ style: each, count, seed, format, objects }),
    ),
    remark: describeWords(library, objects, tokenizer),
    captions: scenes({ split: 'train', count: 3000, seed }).captions,
  };
}

async function importScenes(): Promise<Scenes> {
  try {
    return await import('@slipform/scenes');
  } catch (error) {
    throw new InputError(
      `run without --benchmark judges on scenes, which needs the package @slipform/scenes (${String(error).split('\n')[0]}); npm install @slipform/scenes, or pass --benchmark NAME=PATH.`,
    );
  }
}

/**
 * The things that a model can be asked about: those whose names its tokenizer knows, since one of words makes one token
 * of all others. All of them if it knows less than half: such a model was not made for scenes, and ties will say so.
 */
function askedObjects({ OBJECT_NAMES }: Scenes, knows: (word: string) => boolean): readonly ObjectName[] {
  const known = OBJECT_NAMES.filter(knows);
  return 2 * known.length < OBJECT_NAMES.length ? OBJECT_NAMES : known;
}

function describeWords(
  { COLOUR_NAMES, OBJECT_NAMES, RELATIONS_OF }: Scenes,
  asked: readonly ObjectName[],
  tokenizer: ClipEncoder['tokenizer'],
): string | undefined {
  const relations = new Set(RELATIONS_OF.simple.flatMap((relation) => relation.split(' ')));
  const leftOut = OBJECT_NAMES.length - asked.length;
  const sentences = [
    leftOut > 0 &&
      `${leftOut} of the ${OBJECT_NAMES.length} things in the scenes are left out: the tokenizer doesn't know their names`,
    describeUnknownWords([...COLOUR_NAMES, ...asked, ...relations], tokenizer, "the scenes'"),
  ].filter((sentence) => typeof sentence === 'string');
  return sentences.length === 0 ? undefined : sentences.join('. ');
}
