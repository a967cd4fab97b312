import { refuse } from '@slipform/kit/errors/input-error';
import { defineOptions } from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import { loadArtist, STYLE_NAMES } from './artist';
import {
  draw as drawReading,
  type IllustrateOptions,
  type Illustration,
  illustrateRows,
  type NegativeCaption,
  type PixelImage,
  readHardImage,
} from './illustrate';
import { readPicture } from './read-picture';

/** A record of `@slipform/plant`, or any object with a true and a false caption. */
export interface MinedNegative extends NegativeCaption {
  /** The true text where the negative differs from it and not from the caption. */
  readonly positive?: string;
  /** `'swap'`, `'replace'` …; default `'replace'`. */
  readonly operation?: string;
  /** `'object'`, `'attribute'` …: what was changed. */
  readonly slot?: string;
}

/** A picture that is drawn when it is needed, in the form of `@slipform/bench`. */
export interface LazyPicture {
  readonly key: string;
  load(): Promise<PixelImage>;
}

/** A caption's picture with a text. */
interface DrawnPairing {
  readonly image: LazyPicture;
  readonly text: string;
}

/** Two pictures, two captions: one of the four ways to ask which belongs to which. */
export interface DrawnQuestion {
  readonly id: string;
  /** What was changed, by SugarCrepe's names, and how it is asked: `'swap_att pairing'`. */
  readonly kind: string;
  /** Number of the caption, which its questions share. */
  readonly group: string;
  readonly right: readonly DrawnPairing[];
  readonly wrong: readonly DrawnPairing[];
  readonly rule: 'all' | 'sum';
}

/** A caption with its picture, and its negatives with theirs. */
export interface DrawnSample {
  readonly caption: string;
  draw(): Illustration;
  readonly negatives: readonly {
    /** `'swap_att'` */
    readonly kind: string;
    readonly negative: string;
    /** The hard image. */
    draw(): Illustration;
  }[];
}

/** A benchmark as `evaluate` of `@slipform/bench` takes it, with what its pictures are drawn from. */
export interface DrawnNegatives {
  readonly name: string;
  readonly samples: readonly DrawnSample[];
  readonly questions: readonly DrawnQuestion[];
  /** Every caption finds its picture, and every picture its caption. */
  readonly retrieval: {
    readonly images: readonly LazyPicture[];
    readonly texts: readonly string[];
    readonly imageOf: readonly number[];
  };
  /** Accuracy of a guess: 1/2, of `text` and `image` 1/4, of `group` 1/6. */
  readonly chance: number;
  readonly chances: Readonly<Record<string, number>>;
  /** The mean over all changes of each way to ask, pairing first. */
  readonly means: Readonly<Record<string, readonly string[]>>;
  /** Negatives whose change is not drawn, which are left out. */
  readonly notDrawn: number;
}

interface Sample extends DrawnSample {
  readonly group: string;
  readonly picture: LazyPicture;
  readonly negatives: DrawnSample['negatives'][number][];
}

const chances = { pairing: 1 / 2, text: 1 / 4, image: 1 / 4, group: 1 / 6 };
type Measure = keyof typeof chances;
const measures = Object.keys(chances) as Measure[];

/** SugarCrepe's names of what is changed. */
const slotNames: Readonly<Record<string, string>> = {
  object: 'obj',
  attribute: 'att',
  action: 'rel',
  relation: 'rel',
};
/** Whose negative has one word for another. */
const replacing = new Set(['exchange', 'natural', 'replace']);

const table = defineOptions('drawnNegatives', illustrateRows);

/**
 * Asks of mined negatives whether a model knows which of two captions belongs to which of two pictures: the caption's, and that of the
 * negative in the same layout. Negatives whose change is not drawn are left out, and so are those that stand there already.
 *
 * Each is asked four ways, s being a model's score: *pairing*, s(i, a) + s(j, b) > s(i, b) + s(j, a) (chance 1/2), where whatever is added to all scores of a
 * caption or a picture cancels; *text*, each picture finds its caption; *image*, each caption its picture (1/4); *group*, both (1/6).
 * All captions and their pictures are the retrieval task. Pictures are drawn when they are asked for, so that a large set takes no memory.
 *
 * @param negatives records of `@slipform/plant`; `balance: 'composition'` finds those that ask for word order and binding
 * @param options.size edge of the pictures in pixels, 32 to 512; default 192. `style` (default `'noto'`) and `seed` (default 0) as in `illustrate`
 * @throws InputError if a negative is not of this form, or an option is wrong
 *
 * @example
 * import { createPlant } from '@slipform/plant';
 * const plant = createPlant({ balance: 'composition' });
 * const benchmark = await drawnNegatives(plant.mineBlock(['A red car next to a green bus.', 'Two dogs on a bed.']));
 * const { kinds } = await evaluate(encoder, benchmark);
 * kinds['swap_att pairing']; // { correct, total, value, interval }
 */
export async function drawnNegatives(
  negatives: Iterable<MinedNegative>,
  options: IllustrateOptions = {},
): Promise<DrawnNegatives> {
  const drawing = table.read(options);
  const artist = await loadArtist(drawing.style);
  const samples = new Map<string, Sample>();
  const questions: DrawnQuestion[] = [];
  const kinds = new Set<string>();
  const seen = new Set<string>();
  let notDrawn = 0;
  const lazy = (text: string, paint: () => Illustration): LazyPicture => ({
    key: `${drawing.style} ${drawing.seed} ${drawing.size} ${text}`,
    load: async () => paint().picture,
  });
  for (const [place, given] of listOf(negatives).entries()) {
    const { caption, negative, operation, slot } = checked(given, place);
    const both = JSON.stringify([caption, negative]);
    if (seen.has(both)) continue;
    seen.add(both);
    const read = readHardImage({ caption, negative }, artist);
    if (read === undefined) {
      notDrawn += 1;
      continue;
    }
    const kind = kindOf(operation, slot, read.isSwap);
    let known = samples.get(caption);
    if (known === undefined) {
      const paint = () => drawReading(caption, readPicture(caption, artist.has), artist, drawing);
      known = {
        group: String(samples.size),
        picture: lazy(caption, paint),
        caption,
        draw: paint,
        negatives: [],
      };
      samples.set(caption, known);
    }
    const paint = () => drawReading(negative, read.hard, artist, drawing);
    known.negatives.push({ kind, negative, draw: paint });
    kinds.add(kind);
    const pictures = [known.picture, lazy(negative, paint)] as const;
    questions.push(...fourWays(kind, known.group, place, pictures, [caption, negative]));
  }
  const all = [...samples.values()];
  const namesOf = (measure: Measure) => [...kinds].map((kind) => `${kind} ${measure}`);
  return {
    name: `Drawn captions, by ${STYLE_NAMES[drawing.style]}`,
    samples: all.map(({ caption, draw, negatives }) => ({ caption, draw, negatives })),
    questions,
    retrieval: {
      images: all.map(({ picture }) => picture),
      texts: all.map(({ caption }) => caption),
      imageOf: all.map((_, index) => index),
    },
    chance: chances.pairing,
    chances: Object.fromEntries(
      measures.flatMap((measure) => namesOf(measure).map((kind) => [kind, chances[measure]])),
    ),
    means:
      questions.length === 0
        ? {}
        : Object.fromEntries(measures.map((measure) => [measure, namesOf(measure)])),
    notDrawn,
  };
}

function fourWays(
  kind: string,
  group: string,
  place: number,
  [first, second]: readonly [LazyPicture, LazyPicture],
  [caption, negative]: readonly [string, string],
): DrawnQuestion[] {
  const pair = (image: LazyPicture, text: string) => ({ image, text });
  const right = [pair(first, caption), pair(second, negative)];
  const otherText = [pair(first, negative), pair(second, caption)];
  const otherImage = [pair(second, caption), pair(first, negative)];
  const ways: Record<Measure, Pick<DrawnQuestion, 'right' | 'wrong'>> = {
    pairing: { right, wrong: otherText },
    text: { right, wrong: otherText },
    image: { right, wrong: otherImage },
    group: { right: [...right, ...right], wrong: [...otherText, ...otherImage] },
  };
  return measures.map((measure) => ({
    id: `${kind} ${measure}/${place}`,
    kind: `${kind} ${measure}`,
    group,
    rule: measure === 'pairing' ? 'sum' : 'all',
    ...ways[measure],
  }));
}

function listOf(negatives: unknown): readonly unknown[] {
  if (typeof negatives === 'object' && negatives !== null && Symbol.iterator in negatives)
    return [...(negatives as Iterable<unknown>)];
  refuse('drawnNegatives', 'negatives', 'must be a list of { caption, negative }', shown(negatives));
}

interface Checked {
  readonly caption: string;
  readonly negative: string;
  readonly operation: string;
  readonly slot: string;
}

function checked(given: unknown, place: number): Checked {
  const { caption, positive = caption, negative, operation = 'replace', slot = 'other' } = Object(given);
  const wrong = Object.entries({ caption, positive, negative, operation, slot }).find(
    ([, value]) => typeof value !== 'string',
  );
  if (wrong !== undefined) {
    refuse('drawnNegatives', `${wrong[0]} of negatives[${place}]`, 'must be a text', shown(wrong[1]));
  }
  const name = Object.entries({ operation, slot }).find(([, value]) => !/^[a-z]+$/.test(value as string));
  if (name !== undefined) {
    refuse(
      'drawnNegatives',
      `${name[0]} of negatives[${place}]`,
      'must be of the letters a to z',
      shown(name[1]),
    );
  }
  return { caption: positive, negative, operation, slot };
}

/** A swap of which one word alone is drawn asks for that word: "a black cat with white patches" is a black cat. */
function kindOf(operation: string, slot: string, isSwap: boolean): string {
  const verb = replacing.has(operation) || (operation === 'swap' && !isSwap) ? 'replace' : operation;
  return `${verb}_${slotNames[slot] ?? slot}`;
}
