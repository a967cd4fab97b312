import { linearProbe, multiLabelProbe } from '@slipform/bench/probes';
import { type Encoder, normalizePixels } from '@slipform/clip';
import {
  BACKGROUND_NAMES,
  COLOUR_NAMES,
  COUNTABLE_NAMES,
  createRandom,
  type Detail,
  OBJECT_NAMES,
  type ObjectName,
  paintScene,
  placeScene,
  type Random,
  RELATIONS_OF,
  SCENE_SIZES,
  type SceneContent,
  sampleContent,
} from '@slipform/scenes';
import type { Measurement } from '../row';

/** The same pictures for every run. */
const PROBE_SEED = 40_000;
/** Pictures of each thing that the linear probe learns from, and is asked about. */
const OF_EACH = { train: 10, test: 4 };
/** Pictures of two things for the multi-label probe. */
const OF_PAIRS = { train: 1200, test: 400 };
/** The same for every run, so that runs compare; not tuned. */
const STRENGTH = 10;

/**
 * What can still be read from pictures' embeddings: which thing (linear probe, pictures that show one thing on both
 * tiles), and which two things (multi-label probe, mean average precision).
 */
export async function judgeProbes(encoder: Encoder, detail: Detail): Promise<Measurement[]> {
  const random = createRandom(PROBE_SEED, 'probes');
  const things = detail === 'simple' ? OBJECT_NAMES : COUNTABLE_NAMES;
  const embed = (contents: readonly SceneContent[]) =>
    encoder.embedImages(contents.map((content) => pictureOf(content, detail, random)));
  const single = async (each: number) => {
    const labels = things.flatMap((name) => Array<ObjectName>(each).fill(name));
    return { labels, features: await embed(labels.map((name) => contentOfOne(name, detail, random))) };
  };
  const pairs = async (split: 'train' | 'test') => {
    const contents = Array.from({ length: OF_PAIRS[split] }, () =>
      sampleContent(random, { split, objects: OBJECT_NAMES, detail }),
    );
    const labels = contents.map(({ first, second }) =>
      things.map((name) => Number(name === first.name || name === second.name)),
    );
    return { labels, features: await embed(contents) };
  };
  const strengths = STRENGTH;
  const { accuracy } = await linearProbe({
    train: await single(OF_EACH.train),
    test: await single(OF_EACH.test),
    C: strengths,
  });
  const { mAP } = await multiLabelProbe({
    train: await pairs('train'),
    test: await pairs('test'),
    C: strengths,
  });
  return [
    { metric: 'linear probe', style: 'noto', value: accuracy.value },
    { metric: 'multi-label probe', style: 'noto', value: mAP.value },
  ];
}

function contentOfOne(name: ObjectName, detail: Detail, random: Random): SceneContent {
  const [colour1, colour2] = random.shuffle([...COLOUR_NAMES]);
  return {
    first: { name, colour: colour1! },
    relation: random.pick(RELATIONS_OF[detail]),
    second: { name, colour: colour2! },
    ...(detail === 'full' ? { background: random.pick(BACKGROUND_NAMES) } : {}),
  };
}

function pictureOf(content: SceneContent, detail: Detail, random: Random): Float32Array {
  const size = SCENE_SIZES[detail];
  const pixels = new Uint8Array(size * size * 3);
  paintScene(pixels, 0, placeScene(random, content, detail));
  return normalizePixels(pixels);
}
