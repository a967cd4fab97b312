import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  type CaptionedPair,
  freeWording,
  type Icon,
  isSwapWord,
  PAIR_JOINERS,
  PAIR_PADDING,
  type PairPlace,
  pairCaptions,
  pairIcons,
  splitOf,
} from '@slipform/icons';
import { drawIcons, openCorpus, pairWords } from '@slipform/icons/files';
import { hashText } from '@slipform/kit/random/hash';
import { createPlant, type HardNegative } from '@slipform/plant';
import { readPair } from '../../src/pairs/draw-pairs';
import { type Example, type PairTable, packGreys } from '../../src/pairs/pair-table';

/** Edge of a drawing in pixels: the model takes pictures of twice as much. */
const SIZE = 24;
/** Captions to train on, and questions of each held-out set. */
const CAPTIONS = 4000;
const PER_SET = 40;

/** The sets of a clone: drawings of all words that captions name, captions and questions. */
export async function pairTable(
  app: string,
): Promise<{ readonly table: PairTable; readonly drawings: Uint8Array }> {
  const corpus = await openCorpus({ root: app, sets: 'core' });
  const all = await readQuestions();
  // Those that are trained on or asked about.
  const plain = corpus.sets.filter(
    ({ set, isColoured, icons: [icon] }) => !isColoured && (splitOf(icon!) === 'train' || set in all),
  );
  const words = await pairWords();
  const asked = pairIcons(
    plain.flatMap(({ icons }) => icons),
    words,
  );
  const drawn = await drawIcons(asked, { size: SIZE, padding: PAIR_PADDING, cache: `${app}/.cache` });
  const icons = asked.filter((_, at) => drawn.has(at));
  const area = SIZE * SIZE;
  const greys = new Uint8Array(icons.length * area);
  let to = 0;
  for (const at of asked.keys()) {
    if (!drawn.has(at)) continue;
    // Black ink: its three channels are alike.
    for (let pixel = 0; pixel < area; pixel++) greys[to++] = drawn.pixels[(at * area + pixel) * 3]!;
  }
  const sets = plain.filter(({ set }) => icons.some((icon) => icon.set === set));
  const numbers = new Map(sets.map(({ set }, at) => [set, at]));
  const table: PairTable = {
    size: SIZE,
    sets: sets.map(({ title, artist, family, licence, url, icons: [icon] }) => ({
      ...{ title, artist, family, licence, url },
      isHeldOut: splitOf(icon!) === 'test',
    })),
    drawings: icons.map(({ set, caption }) => [numbers.get(set)!, caption]),
    examples: examplesOf(icons, numbers),
    questions: questionsOf(all, numbers),
  };
  return { table, drawings: packGreys(greys) };
}

/** Captions of training artists, half of them freely worded, and what ConcretePlant mines of them: as the lab's study of several wordings. */
function examplesOf(icons: readonly Icon[], numbers: ReadonlyMap<string, number>): Example[] {
  const training = icons.filter((icon) => splitOf(icon) === 'train');
  const hasDrawing = new Set(training.map(({ set, caption }) => `${set} ${caption}`));
  const captions = pairCaptions(training, { count: CAPTIONS, seed: 0 }).map(halfFreely);
  const mined = new Map<string, HardNegative>();
  const plant = createPlant({ balance: 'composition', seed: 0 });
  for (const { negatives } of plant.mineGroups(captions.map(({ id, caption }) => ({ id, caption })))) {
    for (const record of negatives) mined.set(record.id, record);
  }
  return captions.map((own): Example => {
    const { id, set, place, caption, things } = own;
    const shown = [numbers.get(set)!, place, caption] as const;
    const record = mined.get(id);
    if (record === undefined || !things.every(({ thing }) => isSwapWord(thing))) return shown;
    const hundredths = Math.round(record.concreteness * 100);
    const pair = readPair(record.negative);
    const canBeDrawn = pair?.things.every(
      ({ thing }) => isSwapWord(thing) && hasDrawing.has(`${set} ${thing}`),
    );
    if (pair === undefined || !canBeDrawn) return [...shown, [record.negative, hundredths]];
    const places: readonly PairPlace[] = PAIR_JOINERS[pair.joiner];
    // Laid out as the caption's own picture, unless the negative says otherwise.
    const laid = places.includes(place) ? place : places[0]!;
    return [...shown, [record.negative, hundredths, laid]];
  });
}

function halfFreely(pair: CaptionedPair): CaptionedPair {
  const number = hashText(pair.id);
  return number % 2 === 0 ? pair : { ...pair, caption: freeWording(pair, number >>> 1, 'training') };
}

/** As the file has them: kind, place, both captions, whether a drawing is nearly one of training, both in free wordings. */
type CommittedQuestions = Readonly<
  Record<string, readonly (readonly [string, PairPlace, string, string, string, string?, string?])[]>
>;

async function readQuestions(): Promise<CommittedQuestions> {
  const path = createRequire(import.meta.url).resolve('@slipform/icons/data/colour-pairs.json');
  return JSON.parse(await readFile(path, 'utf8')).questions;
}

/** Of the committed questions swaps about each held-out set, without near-duplicates of training drawings. */
function questionsOf(all: CommittedQuestions, numbers: ReadonlyMap<string, number>): PairTable['questions'] {
  return [...numbers].flatMap(([set, number]) =>
    (all[set] ?? [])
      .filter(([kind, , , , copy]) => kind === 'swap' && copy === '')
      .slice(0, PER_SET)
      .map(
        ([, place, first, second, , ...freely]) =>
          [number, place, first, second, freely[0]!, freely[1]!] as const,
      ),
  );
}
