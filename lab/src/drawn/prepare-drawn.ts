import type { Benchmark, Question } from '@slipform/bench';
import { hashText } from '@slipform/kit/random/hash';
import { createPlant, type HardNegative } from '@slipform/plant';
import { drawnNegatives, illustrate, STYLES, type Style } from '@slipform/scenes';
import type { Part } from '../machine/measured';
import { RECIPES } from '../pairs/mine-examples';
import type { PairExample, PreparedPictures } from '../pairs/prepared';
import { keyedQuestions, keysOf } from '../pairs/questions';
import { joined, PAIR_SIZE } from '../pairs/things';
import type { Run } from '../run';
import { type ImageCaption, readWorldCaptions } from './captions';
import { kindOf } from './measures';

export interface PrepareOptions {
  readonly evaluation: Run['evaluation'];
  readonly onProgress: (part: Part) => void;
}

/** Negatives of a caption at most, of which one is drawn each time. */
const PER_CAPTION = 3;
/** Drawings of a caption by each training artist that pretraining takes. */
const DRAWINGS = 2;
/** Of captions with one thing so many in a hundred are pretrained on. */
const OF_ONE_THING = 35;

const HELD_OUT: Style = 'fluent';

/** Captions that people wrote, with what ConcretePlant mines of them, drawn by two artists; and questions about others, drawn by the third. */
export async function prepareDrawn({ evaluation, onProgress }: PrepareOptions): Promise<PreparedPictures> {
  const { pairs, captions, seed, recipes, split } = evaluation;
  const texts = await readWorldCaptions(split);
  const pictures: Uint8Array[] = [];
  const add = (picture: Uint8Array) => pictures.push(picture) - 1;
  const artists = STYLES.filter((style) => style !== HELD_OUT);
  const training = texts.training.slice(0, captions);

  const plain: { rows: number[]; caption: string }[] = [];
  const all = new Set([...training.map(({ caption }) => caption), ...texts.further]);
  let done = 0;
  for (const caption of all) {
    if (++done % 500 === 0) onProgress({ what: 'drawing captions', done, total: all.size });
    const draw = (style: Style, own: number) => illustrate(caption, { style, size: PAIR_SIZE, seed: own });
    const { things } = await draw(artists[0]!, 0);
    if (things.length === 0 || (things.length === 1 && hashText(caption) % 100 >= OF_ONE_THING)) continue;
    const rows: number[] = [];
    for (const style of artists) {
      for (let own = 0; own < DRAWINGS; own++) rows.push(add((await draw(style, own)).picture.data));
    }
    plain.push({ rows, caption });
  }

  const examples: PairExample[] = [];
  for (const recipe of recipes) {
    const records = createPlant({ ...RECIPES[recipe], perCaption: PER_CAPTION, seed }).mineBlock(training);
    const recordOf = new Map(
      records.map((each) => [keyOf(each.positive ?? each.caption, each.negative), each]),
    );
    for (const style of artists) {
      const { samples } = await drawnNegatives(records, { style, size: PAIR_SIZE });
      for (const { caption, draw, negatives } of samples) {
        examples.push({
          rows: [add(draw().picture.data)],
          caption,
          hard: negatives.map((own) => {
            const { operation, slot, concreteness } = recordOf.get(keyOf(caption, own.negative))!;
            const row = add(own.draw().picture.data);
            return { recipe, text: own.negative, operation, slot, concreteness, row };
          }),
        });
      }
      onProgress({ what: 'drawing negatives', done: examples.length });
    }
  }

  const style = split === 'test' ? HELD_OUT : artists[0]!;
  const asked = await questionsOf(texts.questions, { style, seed, sense: 'usual' });
  const written = await questionsOf(texts.bothOrders, { style, seed, sense: 'all', isWritten: true });
  const keyed = keyedQuestions({ ...asked, questions: [...asked.questions, ...written.questions] }, pairs);
  const gallery = await galleryOf(texts.questions, style);
  const keys = [...new Set([...keysOf(keyed), ...gallery.retrieval!.images.map(String)])];
  const drawings = new Map([...asked.drawings, ...written.drawings, ...gallery.drawings]);
  const first = pictures.length;
  for (const key of keys) pictures.push(await drawings.get(key)!());
  const { name, questions, chance, chances } = keyed;
  const { retrieval } = gallery;
  return {
    ...{ examples, pretraining: plain, keys, first },
    benchmarks: [
      { name, questions, chance, ...(chances && { chances }) },
      {
        name: 'Search of drawn captions',
        questions: [],
        chance: 1 / retrieval!.images.length,
        retrieval: retrieval!,
      },
    ],
    pictures: { size: PAIR_SIZE, rgb: joined(pictures) },
  };
}

const keyOf = (caption: string, negative: string) => `${caption}\n${negative}`;

type Drawings = ReadonlyMap<string, () => Promise<Uint8Array>>;

interface AskOptions {
  readonly style: Style;
  readonly seed: number;
  readonly sense: 'usual' | 'all';
  /** Of the project's own captions swaps alone are asked. */
  readonly isWritten?: boolean;
}

/** Questions of the miner's kinds, with what they resemble others by: the words that change, and the image of the caption. */
async function questionsOf(
  captions: readonly ImageCaption[],
  { style, seed, sense, isWritten = false }: AskOptions,
): Promise<Benchmark & { readonly drawings: Drawings }> {
  const records = createPlant({ balance: 'composition', perCaption: PER_CAPTION, sense, seed }).mineBlock(
    captions,
  );
  const drawn = await drawnNegatives(records, { style, size: PAIR_SIZE });
  const drawings = new Map<string, () => Promise<Uint8Array>>();
  const short = new Map<string, string>();
  const questions = drawn.questions.flatMap((question): Question[] => {
    const [name, measure] = question.kind.split(' ');
    const kind = kindOf(name!, question.right[0]!.text, isWritten);
    if (kind === undefined || (measure !== 'pairing' && measure !== 'group')) return [];
    const place = Number(question.id.split('/')[1]);
    const pairing = ({ image, text }: (typeof question.right)[number]) => {
      const key = short.get(image.key) ?? `${style} ${isWritten ? 'written ' : ''}${short.size}`;
      short.set(image.key, key);
      drawings.set(key, async () => (await image.load()).data);
      return { image: { key, load: image.load }, text };
    };
    const { id, group, rule, right, wrong } = question;
    return [
      {
        ...{ id: isWritten ? `written ${id}` : id, kind: `${kind} ${measure}`, group, rule },
        clusters: { words: wordsOf(records[place]!), artist: style },
        right: right.map(pairing),
        wrong: wrong.map(pairing),
      },
    ];
  });
  const chances = Object.fromEntries(
    [...new Set(questions.map(({ kind }) => kind))].map((kind) => [
      kind,
      kind.endsWith('group') ? 1 / 6 : 1 / 2,
    ]),
  );
  return { name: drawn.name, questions, chance: 1 / 2, chances, drawings };
}

function wordsOf({ keyword, replacement, imageId }: HardNegative): string[] {
  return [...new Set([keyword.text.toLowerCase(), replacement.text.toLowerCase()]), `image ${imageId}`];
}

/** Of each image the first caption of which something is drawn. */
async function galleryOf(
  captions: readonly ImageCaption[],
  style: Style,
): Promise<Pick<Benchmark, 'retrieval'> & { readonly drawings: Drawings }> {
  const shown = new Map<string, { caption: string; words: string[]; picture: Uint8Array }>();
  const texts = new Set<string>();
  for (const { caption, imageId } of captions) {
    if (shown.has(imageId) || texts.has(caption)) continue;
    const { things, picture } = await illustrate(caption, { style, size: PAIR_SIZE });
    if (things.length === 0) continue;
    const words = [...new Set(things.map(({ emoji }) => emoji))].slice(0, 8);
    shown.set(imageId, { caption, words, picture: picture.data });
    texts.add(caption);
  }
  const all = [...shown.values()];
  return {
    retrieval: {
      images: all.map((_, at) => `${style} searched ${at}`),
      texts: all.map(({ caption }) => caption),
      imageOf: all.map((_, at) => at),
      traits: all.map(({ words }) => ({ clusters: { words, artist: style } })),
    },
    drawings: new Map(all.map(({ picture }, at) => [`${style} searched ${at}`, async () => picture])),
  };
}
