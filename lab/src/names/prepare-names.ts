import type { Benchmark, Question } from '@slipform/bench';
import { type Icon, mainDrawings, minimalPairs, type Split, splitOf } from '@slipform/icons';
import { drawIcons, openCorpus } from '@slipform/icons/files';
import { keyedGallery, keysOf } from '../demo/demo-questions';
import type { DemoExample, PreparedPictures } from '../demo/prepared';
import { ICON_CACHE, ICON_CORPUS } from '../icons/icon-folders';
import { iconWorld } from '../icons/icon-world';
import type { Part } from '../machine/measured';
import { choosePairs } from './choose-pairs';
import { captionEditor } from './edit-caption';
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
 * differs is exchanged; row i of the one is row i of the other. The pool `partners`, as large: icons of training artists whose
 * captions differ in one word, each with the other's caption. And natural minimal pairs of the artists that are asked about. A pair of words
 * that a question is about is exchanged in no caption.
 */
export function namesStudy(
  icons: readonly Icon[],
  { captions, pairs, seed, split }: NamesOptions,
): { readonly pools: readonly PooledIcon[]; readonly asked: Benchmark; readonly about: string } {
  const of = (wanted: Split) => icons.filter((icon) => icon.caption !== '' && splitOf(icon) === wanted);
  const trained = of('train');
  const table = wordTable(trained);
  const rated = (own: readonly Icon[]) =>
    minimalPairs(own).filter(({ words }) => words.every((word) => table.ratingOf(word) !== undefined));
  const limits = (count: number) => ({ count, seed, perWord: Math.ceil(count / 20) });
  const questions = choosePairs(rated(of(split)), {
    ...limits(pairs),
    ...{ perWordPair: QUESTIONS_PER_WORD_PAIR, perIcon: 6 },
  });
  const heldOut = new Set(questions.map(({ words }) => pairKey(...words)));
  const edit = captionEditor({ table, linked: linkedWords(trained), heldOut, seed });
  const found = mainDrawings(trained).flatMap((icon) => twoNames(icon, table) ?? []);
  const editable = found.flatMap(({ names, slot, words, icons: [icon] }) => {
    const known = new Set([icon.caption, ...icon.aliases]);
    const hard = names.map((name) => edit(name.split(' '), slot, known));
    return hard.every(({ length }) => length > 0) ? [{ icons: [icon] as const, names, words, hard }] : [];
  });
  const named = choosePairs(editable, {
    ...{ count: captions, seed, perWordPair: DRAWINGS_PER_WORD_PAIR },
    ...{ perWord: captions, perIcon: 1 },
  });
  const partners = choosePairs(
    rated(trained).filter(({ words }) => !heldOut.has(pairKey(...words))),
    { ...limits(Math.ceil(named.length / 2)), perWordPair: QUESTIONS_PER_WORD_PAIR, perIcon: 1 },
  );
  const ratingOf = ([a, b]: readonly [string, string]) => (table.ratingOf(a)! + table.ratingOf(b)!) / 2;
  return {
    pools: [
      ...(['abstract', 'concrete'] as const).flatMap((pool, at) =>
        named.map(
          ({ icons: [icon], names, hard }): PooledIcon => ({
            ...{ icon, pool, caption: names[at]! },
            hard: hard[at]!.map((each) => ({ ...each, kind: 'word' })),
          }),
        ),
      ),
      ...partners.flatMap(({ icons: two, words }) =>
        two.map(
          (icon, at): PooledIcon => ({
            ...{ icon, pool: 'partners', caption: icon.caption },
            hard: [{ text: two[1 - at]!.caption, concreteness: ratingOf(words), kind: 'word' }],
          }),
        ),
      ),
    ],
    asked: benchmarkOf(
      questions.map((question) => ({ ...question, kind: kindOf(ratingOf(question.words)) })),
    ),
    about: `${found.length} drawings of training artists have two names that differ in one word by a point of concreteness or more; ${editable.length} of these have captions with either word exchanged, and ${named.length} are trained on (${new Set(named.map(({ words }) => pairKey(...words))).size} pairs of words)`,
  };
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

/** The band of a question by the mean rating of its two words. */
function kindOf(concreteness: number): 'abstract' | 'between' | 'concrete' {
  if (concreteness < 3) return 'abstract';
  return concreteness < 4 ? 'between' : 'concrete';
}

interface Asked {
  readonly id: string;
  readonly icons: readonly [Icon, Icon];
  readonly words: readonly [string, string];
  readonly kind: ReturnType<typeof kindOf>;
}

/** Both ways to put two icons and two captions together, by icons' identifiers in the place of pictures. */
function benchmarkOf(asked: readonly Asked[]): Benchmark {
  return {
    name: 'Names',
    chance: 1 / 2,
    questions: asked.map(({ id, icons: [one, other], words, kind }): Question => {
      const match = (first: string, second: string) => [
        { image: one.id, text: first },
        { image: other.id, text: second },
      ];
      return {
        ...{
          id,
          group: id,
          kind: `${kind} pairing`,
          rule: 'sum',
          clusters: { words: [...words], artist: one.family },
        },
        right: match(one.caption, other.caption),
        wrong: match(other.caption, one.caption),
      };
    }),
  };
}
