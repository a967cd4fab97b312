import { createLexicon } from '@slipform/concreteness';
import {
  type Icon,
  type IconSet,
  type MinimalPair,
  mainDrawings,
  minimalPairs,
  nearDuplicates,
  splitOf,
} from '@slipform/icons';
import { drawIcons } from '@slipform/icons/files';
import { packGreys, type TrainingFiles, type TrainingTable } from '../../src/rooms/train/data/training-table';

/** Edge of a picture in pixels: the grid that most of these icons are drawn on. */
const SIZE = 24;

/** Writes what the training room loads: pictures of icons, their names, partners, and the questions. */
export async function writeTraining(
  core: readonly IconSet[],
  write: (name: string, extension: string, content: string | Uint8Array) => Promise<string>,
  cache: string,
): Promise<TrainingFiles> {
  const { training, questions } = await chooseIcons(
    core.flatMap(({ icons }) => icons),
    async (icons, of) => {
      const [own, others] = [
        await drawIcons(icons, { size: SIZE, cache }),
        await drawIcons(of, { size: SIZE, cache }),
      ];
      const { duplicates } = await nearDuplicates(own, others);
      return new Set([...duplicates.map((at) => icons[at]!), ...own.skipped.map(({ icon }) => icon)]);
    },
  );
  const learned = [...training.keys()];
  const asked = [...new Set(questions.flatMap(({ icons }) => icons))];
  const icons = [...learned, ...asked];
  const { pixels, skipped } = await drawIcons(icons, { size: SIZE, cache });
  const [missing] = skipped;
  if (missing !== undefined) throw new Error(`${missing.icon.id} has no picture: ${missing.why}.`);
  const places = new Map(icons.map((icon, at) => [icon, at]));
  const table: TrainingTable = {
    size: SIZE,
    sets: core.map(({ title, artist, family, licence, url }) => ({ title, artist, family, licence, url })),
    icons: icons.map(({ set, name, caption }) => [core.findIndex((one) => one.set === set), name, caption]),
    partners: learned.map((icon) =>
      training
        .get(icon)!
        .map((partner) => [places.get(partner.icon)!, Math.round(partner.concreteness * 100)]),
    ),
    questions: questions.map(({ icons: [first, second], words }) => [
      places.get(first)!,
      places.get(second)!,
      ...words,
    ]),
  };
  const text = JSON.stringify(table);
  const packed = packGreys(greyOf(pixels));
  return {
    table: await write('training', 'json', text),
    pictures: await write('training-pictures', 'bin', packed),
    bytes: Buffer.byteLength(text) + packed.length,
  };
}

/** Luminance of pixels of red, green and blue: Rec. 601, as Pillow's and sharp's greys. */
function greyOf(rgb: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: rgb.length / 3 }, (_, at) =>
    Math.round(0.299 * rgb[3 * at]! + 0.587 * rgb[3 * at + 1]! + 0.114 * rgb[3 * at + 2]!),
  );
}

/** A word is known if so many icons to train on have it in their name, by so many families of artists. */
const LEAST_ICONS = 10;
const LEAST_FAMILIES = 2;
/** Names of more words are left out. */
const MAX_WORDS = 3;
/** Hard captions of one icon at most. */
const MAX_PARTNERS = 4;
/** So that "off" doesn't take all. */
const TRAINING_LIMITS = { perWordPair: 8, perWord: 300, seed: 0 };
const QUESTION_LIMITS = { perWordPair: 2, perWord: 10, seed: 0 };

interface RatedPartner {
  readonly icon: Icon;
  /** Rating of the own word that the partner's name has another one for, 1 to 5. */
  readonly concreteness: number;
}

interface ChosenIcons {
  /** Icons by training artists, each with hard captions. */
  readonly training: ReadonlyMap<Icon, readonly RatedPartner[]>;
  /** By artists whom training does not see. */
  readonly questions: readonly MinimalPair[];
}

/**
 * Chooses what a page can learn in a minute: icons whose words occur often, with naturally occurring minimal pairs as hard captions, and questions
 * of the same words about icons by other artists. No two words that a question exchanges are exchanged in training.
 *
 * @param isCopy whether a test artist's icon nearly is one of training
 */
async function chooseIcons(
  icons: readonly Icon[],
  isCopy: (icons: readonly Icon[], of: readonly Icon[]) => Promise<ReadonlySet<Icon>>,
): Promise<ChosenIcons> {
  const lexicon = createLexicon();
  const ratings = ({ words }: MinimalPair) => words.map((word) => lexicon.rate(word)?.rating);
  const isRated = (pair: MinimalPair) => !ratings(pair).includes(undefined);
  const training = mainDrawings(icons.filter((icon) => splitOf(icon) === 'train'));
  const known = knownWords(training);
  const isKnown = ({ words }: Icon) => words.length <= MAX_WORDS && words.every((word) => known.has(word));
  const seen = training.filter(isKnown);
  const unseen = mainDrawings(icons.filter((icon) => splitOf(icon) === 'test')).filter(isKnown);
  const copies = await isCopy(unseen, seen);
  const questions = minimalPairs(
    unseen.filter((icon) => !copies.has(icon)),
    QUESTION_LIMITS,
  ).filter(isRated);
  const asked = new Set(questions.map(wordsOf));
  const partners = new Map<Icon, RatedPartner[]>();
  for (const pair of minimalPairs(seen, TRAINING_LIMITS)) {
    if (!isRated(pair) || asked.has(wordsOf(pair))) continue;
    for (const side of [0, 1] as const) {
      const own = partners.get(pair.icons[side]) ?? [];
      if (own.length >= MAX_PARTNERS) continue;
      own.push({ icon: pair.icons[1 - side]!, concreteness: ratings(pair)[side]! });
      partners.set(pair.icons[side], own);
    }
  }
  return { training: partners, questions };
}

/** Two words as one text, whichever comes first. */
function wordsOf({ words }: MinimalPair): string {
  return [...words].sort().join(' ');
}

function knownWords(icons: readonly Icon[]): ReadonlySet<string> {
  const uses = new Map<string, { readonly icons: Set<Icon>; readonly families: Set<string> }>();
  for (const icon of icons) {
    for (const word of icon.words) {
      const use = uses.get(word) ?? { icons: new Set(), families: new Set() };
      use.icons.add(icon);
      use.families.add(icon.family);
      uses.set(word, use);
    }
  }
  const isFrequent = (word: string) =>
    uses.get(word)!.icons.size >= LEAST_ICONS && uses.get(word)!.families.size >= LEAST_FAMILIES;
  return new Set([...uses.keys()].filter(isFrequent));
}
