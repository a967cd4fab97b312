import { fileURLToPath } from 'node:url';
import { iconPairs, icons as iconSearch } from '@slipform/bench';
import { loadEncoder } from '@slipform/clip';
import { createLexicon } from '@slipform/concreteness';
import type { Icon } from '@slipform/icons';
import { minimalPairs, splitOf } from '@slipform/icons';
import { createRandom } from '@slipform/kit/random/random';
import { embedWorld } from '../icons/embed-world';
import type { HardCaption, IconExample } from '../icons/icon-example';
import type { IconWorld } from '../icons/icon-world';
import { nameExamples } from '../icons/name-examples';
import { openIconWorld } from '../icons/open-icon-world';
import { labFolder } from '../lab-folder';
import type { Part } from '../machine/measured';
import type { DemoMining } from '../run';
import { demoQuestions, iconOfKey, keyedBenchmark, keysOf } from './demo-questions';
import { type MineNamesOptions, mineNames, wordPair } from './mine-names';
import type { DemoExample, PreparedFeatures } from './prepared';

/** So that "off" and "plus" don't take all. */
const LIMITS = { perWordPair: 8, perWord: 300 };

/**
 * Natural partners beyond those that ConcretePlant finds: every minimal pair of a set whose own word is rated, up to
 * `perCaption` an icon. Among them are words that say no thing but a sign, such as "off", "plus" and "up", which ConcretePlant
 * doesn't change, since in a sentence they are function words; but words for things are as welcome.
 *
 * @param without pairs of words that are left out, in alphabetical order
 * @returns for each example its partners, with their rows
 */
function setPartners(
  { icons }: Pick<IconWorld, 'icons'>,
  examples: readonly IconExample[],
  {
    perCaption,
    seed,
    without,
  }: { readonly perCaption: number; readonly seed: number; readonly without: ReadonlySet<string> },
): HardCaption[][] {
  const lexicon = createLexicon();
  const exampleOf = new Map(examples.map(({ rows }, index) => [keyOf(icons[rows[0]!]!), index] as const));
  const byExample: HardCaption[][] = examples.map(() => []);
  const shown = examples.flatMap(({ rows }) => rows.map((row) => icons[row]!));
  for (const { icons: both, words } of minimalPairs(shown, { ...LIMITS, seed })) {
    const ratings = words.map((word) => lexicon.rate(word)?.rating);
    if (without.has(wordPair(...words))) continue;
    for (const side of [0, 1] as const) {
      const own = byExample[exampleOf.get(keyOf(both[side]))!]!;
      const rating = ratings[side];
      const other = exampleOf.get(keyOf(both[1 - side]!));
      if (rating === undefined || other === undefined || own.length >= perCaption) continue;
      own.push({ text: both[1 - side]!.caption, concreteness: rating, row: examples[other]!.rows[0]! });
    }
  }
  return byExample;
}

function keyOf({ set, caption }: Icon): string {
  return `${set} ${caption}`;
}

export interface PrepareOptions extends DemoMining {
  /** Folder of the model whose image tower stays frozen. */
  readonly model: string;
  /** Minimal pairs at most. */
  readonly pairs: number;
  readonly onProgress: (part: Part) => void;
}

/** The core's sets are installed with the repository. */
const root = fileURLToPath(labFolder);
/** Edge of the drawings in pixels. */
const SIZE = 32;

/**
 * What all runs of a demo share: the names of training artists with what ConcretePlant makes of them, the questions about
 * other artists, and what the frozen image tower makes of all drawings.
 */
export async function prepareDemo(options: PrepareOptions): Promise<PreparedFeatures> {
  const { model, icons: most, pairs: questions, onProgress, ...mining } = options;
  onProgress({ what: 'reading the sets', done: 0 });
  const pairs = keyedBenchmark(await iconPairs(undefined, { size: SIZE, root }), questions);
  const gallery = keyedBenchmark(await iconSearch(undefined, { size: SIZE, root }));
  const keys = [...new Set([...keysOf(pairs), ...keysOf(gallery)])];
  const asked = new Set(keys.map(iconOfKey));
  const { world } = await openIconWorld({
    root,
    wanted: (icon) => asked.has(icon.id) || splitOf(icon) === 'train',
    size: SIZE,
    onProgress: (done, total) => onProgress({ what: 'drawing icons', done, total, unit: 'icons' }),
  });
  const { examples, mined } = trainingExamples(world, demoQuestions(pairs, gallery), most, {
    ...mining,
    onProgress: (done, total) => onProgress({ what: 'mining names', done, total, unit: 'names' }),
  });
  const rows = [
    ...new Set(examples.flatMap(({ rows: own, hard }) => [...own, ...hard.map(({ row }) => row!)])),
  ];
  const rowOfIcon = new Map(world.icons.map(({ id }, row) => [id, row]));
  const shown = keys.map((key) => {
    const row = rowOfIcon.get(iconOfKey(key));
    if (row === undefined) throw new Error(`unreachable: ${key} is asked about, and has no drawing`);
    return row;
  });
  const encoder = await loadEncoder(model);
  try {
    const features = await embedWorld(encoder.model, world, {
      rows: [...rows, ...shown],
      of: 'features',
      onProgress: (done, total) => onProgress({ what: 'embedding icons', done, total, unit: 'icons' }),
    });
    const place = new Map(rows.map((row, at) => [row, at]));
    return {
      examples: examples.map((example) => ({
        ...example,
        rows: example.rows.map((row) => place.get(row)!),
        hard: example.hard.map((hard) => ({ ...hard, row: place.get(hard.row!)! })),
      })),
      benchmarks: [pairs, gallery],
      mined,
      icons: [...rows, ...shown].map((row) => world.icons[row]!.id),
      rowOf: Object.fromEntries(keys.map((key, at) => [key, rows.length + at])),
      width: encoder.model.config.image.width,
      features,
    };
  } finally {
    encoder.dispose();
  }
}

/**
 * Icons of training artists whose name has a natural partner, the partner's picture included. No pair of words of a question
 * is exchanged in training.
 */
function trainingExamples(
  world: IconWorld,
  { pairs }: ReturnType<typeof demoQuestions>,
  most: number,
  { onProgress, ...mining }: Omit<DemoMining, 'icons'> & Pick<MineNamesOptions, 'onProgress'>,
): Pick<PreparedFeatures, 'mined'> & { readonly examples: readonly DemoExample[] } {
  const { icons } = world;
  const found = nameExamples(world, { withTags: false }).filter(
    ({ rows }) => splitOf(icons[rows[0]!]!) === 'train',
  );
  const without = new Set(pairs.map(({ words }) => wordPair(...words)));
  const { byExample, records, seconds } = mineNames(world, found, { ...mining, without, onProgress });
  const { perCaption, seed } = mining;
  const ofSets = setPartners(world, found, { perCaption, seed, without });
  const drawn = byExample.map((hard, index) =>
    distinct([...hard.filter(({ row }) => row !== undefined), ...ofSets[index]!]),
  );
  const withHard = [...found.keys()].filter((index) => drawn[index]!.length > 0);
  const chosen =
    withHard.length > most ? createRandom(mining.seed).shuffle(withHard).slice(0, most) : withHard;
  return {
    examples: chosen
      .sort((a, b) => a - b)
      .map((index) => {
        const { rows } = found[index]!;
        return { rows, caption: icons[rows[0]!]!.caption, hard: drawn[index]! };
      }),
    mined: { records, captions: found.length, seconds },
  };
}

/** Each partner once. */
function distinct(hard: readonly HardCaption[]): HardCaption[] {
  return [...new Map(hard.map((each) => [each.row, each])).values()];
}
