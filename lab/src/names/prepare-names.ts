import type { Benchmark, Question } from '@slipform/bench';
import { type Icon, mainDrawings, minimalPairs, type Split, splitOf } from '@slipform/icons';
import { drawIcons, openCorpus } from '@slipform/icons/files';
import { streamSeed } from '@slipform/kit/random/hash';
import { createRandom } from '@slipform/kit/random/random';
import { keyedGallery, keysOf } from '../demo/demo-questions';
import type { DemoExample, PreparedPictures } from '../demo/prepared';
import { ICON_CACHE, ICON_CORPUS } from '../icons/icon-folders';
import { iconWorld } from '../icons/icon-world';
import type { Part } from '../machine/measured';
import { choosePairs } from './choose-pairs';
import { captionEditor, type EditCaption } from './edit-caption';
import { linkedWords, pairKey } from './word-links';
import { type WordTable, wordTable } from './word-table';

export interface NamesOptions {
  /** Drawings with two names to train on, at most. */
  readonly captions: number;
  /** Questions at most. */
  readonly pairs: number;
  readonly seed: number;
  /** Whose icons are asked about. */
  readonly split: Exclude<Split, 'train'>;
}

/** Two names of one drawing differ in one word by so much concreteness at least. */
const APART = 1;
/** So that "alpha" and "letter" don't take all drawings, and "off" and "check" not all questions. */
const DRAWINGS_PER_WORD_PAIR = 20;
const QUESTIONS_PER_WORD_PAIR = 8;
const SIZE = 32;

/** Pictures, captions and questions of the study of two names, of all sets of lab/corpus. */
export async function prepareNames({
  onProgress,
  ...options
}: NamesOptions & { readonly onProgress: (part: Part) => void }): Promise<PreparedPictures> {
  onProgress({ what: 'reading the sets', done: 0 });
  const { icons } = await openCorpus({ root: ICON_CORPUS, sets: 'all', tags: true });
  const { pools, asked, about } = namesStudy(icons, options);
  const wanted = new Set([...pools.map(({ icon }) => icon.id), ...keysOf(asked)]);
  const shown = icons.filter(({ id }) => wanted.has(id));
  const drawings = await drawIcons(shown, {
    ...{ size: SIZE, cache: ICON_CACHE },
    onProgress: ({ done, total }) => onProgress({ what: 'drawing icons', done, total, unit: 'icons' }),
  });
  const { icons: drawn, grey } = iconWorld(shown, drawings);
  const rowOf = new Map(drawn.map(({ id }, row) => [id, row]));
  const isDrawn = ({ right }: Question) =>
    right.every((each) => 'image' in each && rowOf.has(String(each.image)));
  const questions = { ...asked, questions: asked.questions.filter(isDrawn) };
  return {
    examples: pools.flatMap(({ icon, ...example }) =>
      rowOf.has(icon.id) ? [{ ...example, rows: [rowOf.get(icon.id)!] as const }] : [],
    ),
    benchmarks: [questions, keyedGallery(questions)],
    keys: drawn.map(({ id }) => id),
    pictures: { size: SIZE, grey },
    about,
  };
}

type PooledIcon = Omit<DemoExample, 'rows'> & { readonly icon: Icon };

/**
 * The pools `abstract` and `concrete`: drawings of training artists under either of two names, with captions in which the word that
 * differs is exchanged; row i of the one is row i of the other. And two kinds of questions about other artists, half of them each:
 *
 * - `natural`: two icons of one hand whose captions differ in one word;
 * - by the concreteness of the word (`abstract` below 3, `concrete` from 4 on, `between`, as many of each): an icon, its caption, its caption with that
 *   word exchanged as in training, and another icon of the same set. Does the own caption tell the two icons apart better than the exchanged one?
 *
 * A pair of words is never exchanged both in training and in a question.
 */
export function namesStudy(
  icons: readonly Icon[],
  { captions, pairs, seed, split }: NamesOptions,
): { readonly pools: readonly PooledIcon[]; readonly asked: Benchmark; readonly about: string } {
  const of = (wanted: Split) => icons.filter((icon) => icon.caption !== '' && splitOf(icon) === wanted);
  const [trained, judged] = [of('train'), of(split)];
  const table = wordTable(trained);
  const each = Math.ceil(pairs / 2);
  const natural = choosePairs(
    minimalPairs(judged).filter(({ words }) => words.every((word) => table.ratingOf(word) !== undefined)),
    { count: each, seed, perWordPair: QUESTIONS_PER_WORD_PAIR, perWord: Math.ceil(each / 20), perIcon: 6 },
  );
  const editor = { table, linked: linkedWords(trained), seed };
  const edit = captionEditor({ ...editor, heldOut: new Set(natural.map(({ words }) => pairKey(...words))) });
  const found = mainDrawings(trained).flatMap((icon) => twoNames(icon, table) ?? []);
  const editable = found.flatMap(({ names, slot, words, icons: [icon] }) => {
    const hard = names.map((name) => edit(name.split(' '), slot, namesOf(icon)));
    return hard.every(({ length }) => length > 0)
      ? [{ icons: [icon] as const, names, slot, words, hard }]
      : [];
  });
  const named = choosePairs(editable, {
    ...{ count: captions, seed, perWordPair: DRAWINGS_PER_WORD_PAIR },
    ...{ perWord: captions, perIcon: 1 },
  });
  const exchanged = named.flatMap(({ words, slot, hard }) =>
    hard.flatMap((texts, at) => texts.map(({ text }) => pairKey(words[at]!, text.split(' ')[slot]!))),
  );
  const edited = editedQuestions(judged, {
    ...{ seed, count: each },
    edit: captionEditor({ ...editor, heldOut: new Set(exchanged) }),
  });
  return {
    pools: (['abstract', 'concrete'] as const).flatMap((pool, at) =>
      named.map(
        ({ icons: [icon], names, hard }): PooledIcon => ({
          ...{ icon, pool, caption: names[at]! },
          hard: hard[at]!.map((other) => ({ ...other, kind: 'word' })),
        }),
      ),
    ),
    asked: benchmarkOf([
      ...natural.map(({ id, icons: two, words }) => ({
        ...{ id, icons: two, words, kind: 'natural' as const },
        captions: [two[0].caption, two[1].caption] as const,
      })),
      ...edited,
    ]),
    about: `${found.length} drawings of training artists have two names that differ in one word by a point of concreteness or more; ${editable.length} of these have captions with either word exchanged, and ${named.length} are trained on, with ${new Set(named.map(({ words }) => pairKey(...words))).size} pairs of words`,
  };
}

const namesOf = ({ caption, aliases }: Icon): ReadonlySet<string> => new Set([caption, ...aliases]);

/** For each band of concreteness icons with a word of their caption exchanged, each with another icon of its set by chance. */
function editedQuestions(
  icons: readonly Icon[],
  { edit, seed, count }: { readonly edit: EditCaption; readonly seed: number; readonly count: number },
): Asked[] {
  const random = createRandom(streamSeed(seed, 'edited questions'));
  const drawn = mainDrawings(icons);
  const candidates = drawn.flatMap((icon) =>
    icon.words.flatMap((word, slot) => {
      const [other] = edit(icon.words, slot, namesOf(icon));
      if (other === undefined) return [];
      const words = [word, other.text.split(' ')[slot]!] as const;
      return [{ icons: [icon] as const, words, text: other.text, band: bandOf(other.concreteness) }];
    }),
  );
  return BANDS.flatMap((band) =>
    choosePairs(
      candidates.filter((each) => each.band === band),
      { count: Math.ceil(count / 3), seed, perWordPair: 1, perWord: Math.ceil(count / 60), perIcon: 2 },
    ).flatMap(({ icons: [icon], words, text }): Asked[] => {
      const others = drawn.filter(
        ({ set, words: own }) => set === icon.set && !own.some((word) => words.includes(word)),
      );
      if (others.length === 0) return [];
      const captions = [icon.caption, text] as const;
      return [{ id: `${icon.id} ${text}`, icons: [icon, random.pick(others)], words, kind: band, captions }];
    }),
  );
}

const BANDS = ['abstract', 'between', 'concrete'] as const;

function bandOf(concreteness: number): (typeof BANDS)[number] {
  if (concreteness < 3) return 'abstract';
  return concreteness < 4 ? 'between' : 'concrete';
}

/** Of a drawing's names the two that differ in one word and by the most concreteness, the abstract one first. */
export function twoNames(
  icon: Icon,
  { ratingOf }: Pick<WordTable, 'ratingOf'>,
):
  | {
      readonly icons: readonly [Icon];
      readonly names: readonly [abstract: string, concrete: string];
      readonly words: readonly [abstract: string, concrete: string];
      readonly slot: number;
    }
  | undefined {
  const names = [...new Set([icon.caption, ...icon.aliases])];
  const found = names.flatMap((name) =>
    names.flatMap((other) => {
      const [own, theirs] = [name.split(' '), other.split(' ')];
      const slots = own.flatMap((word, at) => (word === theirs[at] ? [] : [at]));
      if (own.length !== theirs.length || slots.length !== 1) return [];
      const slot = slots[0]!;
      const words = [own[slot]!, theirs[slot]!] as const;
      const apart = (ratingOf(words[1]) ?? Number.NaN) - (ratingOf(words[0]) ?? Number.NaN);
      return apart >= APART
        ? [{ icons: [icon] as const, names: [name, other] as const, words, slot, apart }]
        : [];
    }),
  );
  return found.sort((a, b) => b.apart - a.apart)[0];
}

interface Asked {
  readonly id: string;
  readonly icons: readonly [Icon, Icon];
  readonly captions: readonly [string, string];
  readonly words: readonly [string, string];
  readonly kind: 'natural' | (typeof BANDS)[number];
}

/** Both ways to put two icons and two captions together, by icons' identifiers in the place of pictures. */
function benchmarkOf(asked: readonly Asked[]): Benchmark {
  return {
    name: 'Names',
    chance: 1 / 2,
    questions: asked.map(({ id, icons: [one, other], captions: [first, second], words, kind }): Question => {
      const match = (text: string, otherText: string) => [
        { image: one.id, text },
        { image: other.id, text: otherText },
      ];
      return {
        ...{ id, group: id, kind: `${kind} pairing`, rule: 'sum' },
        clusters: { words: [...words], artist: one.family },
        right: match(first, second),
        wrong: match(second, first),
      };
    }),
  };
}
