import { fileURLToPath } from 'node:url';
import type { Benchmark } from '@slipform/bench';
import { createLexicon } from '@slipform/concreteness';
import {
  DUO_PADDING,
  type DuoKind,
  type DuoQuestion,
  duoCaption,
  duoQuestions,
  splitOf,
} from '@slipform/icons';
import { drawIcons, duo, openCorpus } from '@slipform/icons/files';
import { createRandom } from '@slipform/kit/random/random';
import { composed } from '../duo/duo-batches';
import { DUO_SIZE } from '../duo/duo-towers';
import { ICON_CORPUS } from '../icons/icon-folders';
import { iconWorld } from '../icons/icon-world';
import { labFolder } from '../lab-folder';
import type { Part } from '../machine/measured';
import { mean } from '../statistics/paired-contrast';
import { iconsOfKey, keyedGallery, keyedQuestions, keysOf } from './demo-questions';
import type { DemoExample, PreparedPictures } from './prepared';

export interface PrepareOptions {
  /** Pictures to train on, at most. */
  readonly captions: number;
  /** Questions of each kind at most. */
  readonly pairs: number;
  readonly seed: number;
  /** Each picture with another thing and another sign too. */
  readonly partners?: 'all';
  /** Artists of lab/corpus too. */
  readonly artists?: 'all';
  readonly onProgress: (part: Part) => void;
}

/** The core's sets are installed with the repository. */
const root = fileURLToPath(labFolder);

/** Four sets of lab/corpus: `slipform-lab duo-questions --root lab/corpus --sets uil,mage,ix,majesticons`. */
const moreArtists = new URL('src/duo/more-artists.json', labFolder);

/** So that one set, and "off" and "plus" in it, don't take all. */
const LIMITS = { perSet: 4000, perPart: 200, perPartPair: 40 };

/**
 * Pictures of two icons by training artists with captions, each with hard captions that other of these pictures show: its swap, the
 * same words bound the other way, and where it is asked for another thing and another sign. And the questions of the benchmark `duo`, about other artists.
 */
export async function prepareDemo({
  captions,
  pairs,
  seed,
  partners,
  artists,
  onProgress,
}: PrepareOptions): Promise<PreparedPictures> {
  onProgress({ what: 'reading the sets', done: 0 });
  const ofCore = await duo(undefined, { size: DUO_SIZE, root });
  const ofMore = artists && (await duo(fileURLToPath(moreArtists), { size: DUO_SIZE, root: ICON_CORPUS }));
  const asked = keyedQuestions(
    { ...ofCore, questions: [...ofCore.questions, ...(ofMore?.questions ?? [])] },
    pairs,
  );
  const corpus = await openCorpus({ root, sets: 'core' });
  const questions = duoQuestions(corpus.icons, { ...LIMITS, seed }).filter(
    (question) => splitOf(question) === 'train',
  );
  const all = partners === 'all';
  const groups = createRandom(seed).some(
    groupsOf(questions, all ? ['swap', 'thing', 'sign'] : ['swap']),
    Math.ceil(captions / (all ? 4 : 2)),
  );
  const keys = [
    ...new Set([
      ...groups.flatMap((group) => [group, ...group.partners].map(({ key }) => key)),
      ...keysOf(asked),
    ]),
  ];
  const wanted = new Set(keys.flatMap((key) => iconsOfKey(key).icons));
  const more = ofMore && (await openCorpus({ root: ICON_CORPUS, sets: setsOf(ofMore) }));
  const icons = [...corpus.icons, ...(more?.icons ?? [])].filter(({ id }) => wanted.has(id));
  const drawings = await drawIcons(icons, {
    ...{ size: DUO_SIZE / 2, padding: DUO_PADDING },
    onProgress: ({ done, total }) => onProgress({ what: 'drawing icons', done, total, unit: 'icons' }),
  });
  const world = iconWorld(icons, drawings);
  const rowOf = new Map(world.icons.map(({ id }, row) => [id, row]));
  const isDrawn = (key: string) => iconsOfKey(key).icons.every((id) => rowOf.has(id));
  const shown = keys.filter(isDrawn);
  const grey = new Uint8Array(shown.length * DUO_SIZE * DUO_SIZE);
  for (const [at, key] of shown.entries()) {
    const { icons: two, layout } = iconsOfKey(key);
    const rows = [rowOf.get(two[0])!, rowOf.get(two[1])!] as const;
    grey.set(composed(world, rows, layout), at * DUO_SIZE * DUO_SIZE);
  }
  const place = new Map(shown.map((key, at) => [key, at]));
  return {
    examples: groups
      .filter((group) => [group, ...group.partners].every(({ key }) => place.has(key)))
      .flatMap((group) => examplesOf(group, place)),
    benchmarks: [asked, keyedGallery(asked)],
    keys: shown,
    pictures: { size: DUO_SIZE, grey },
  };
}

/** Sets by which a benchmark's breakdown names its artists. */
const setsOf = ({ questions }: Benchmark) => [...new Set(questions.map(({ by }) => String(by!.set)))];

interface Captioned {
  readonly key: string;
  readonly caption: string;
}

/** A picture of two icons, and others that differ in one way. */
interface Group extends Captioned {
  readonly partners: readonly (Captioned & {
    readonly kind: DuoKind;
    /** Mean rating of the words that differ, or that change places. */
    readonly concreteness: number;
  })[];
}

/**
 * For each swap its first picture with a partner of every kind, all in one wording and of rated words. A question of another
 * thing or sign is about the same two icons, but has a wording of its own; what is taken of it is which icon gives way.
 */
function groupsOf(questions: readonly DuoQuestion[], kinds: readonly DuoKind[]): Group[] {
  const lexicon = createLexicon();
  const ratingOf = ({ parts }: DuoQuestion) =>
    mean(parts.flatMap((part) => part.split(' ').map((word) => lexicon.rate(word)?.rating ?? Number.NaN)));
  const about = ({ kind, pictures: [first] }: DuoQuestion) =>
    [kind, ...first.map(({ id }) => id).sort()].join(' ');
  const known = new Map(questions.map((question) => [about(question), question]));
  return questions.flatMap((swap): Group[] => {
    if (swap.kind !== 'swap') return [];
    const shown = (two: DuoQuestion['pictures'][number]): Captioned => ({
      key: `${swap.set}_${two[0].name}+${two[1].name}_${swap.wording.layout}.png`,
      caption: duoCaption([two[0].caption, two[1].caption], swap.wording),
    });
    const [own] = swap.pictures;
    const partners = kinds.flatMap((kind) => {
      const question = kind === 'swap' ? swap : known.get(about({ ...swap, kind }));
      const concreteness = question ? ratingOf(question) : Number.NaN;
      if (question === undefined || Number.isNaN(concreteness)) return [];
      return [{ kind, concreteness, ...shown(kind === 'swap' ? swap.pictures[1] : changed(own, question)) }];
    });
    return partners.length === kinds.length ? [{ ...shown(own), partners }] : [];
  });
}

/** Two icons, of which the one that gives way in a question about them gives way to the same icon. */
function changed(
  [one, other]: DuoQuestion['pictures'][number],
  { pictures }: DuoQuestion,
): DuoQuestion['pictures'][number] {
  const at = pictures[0].findIndex(({ id }, index) => id !== pictures[1][index]!.id);
  const [gone, come] = [pictures[0][at]!, pictures[1][at]!];
  return one.id === gone.id ? [come, other] : [one, come];
}

/** Each picture with its caption; that of a partner is hard for it, and its own is hard for each partner. */
function examplesOf(group: Group, place: ReadonlyMap<string, number>): DemoExample[] {
  const rowOf = ({ key }: Captioned) => place.get(key)!;
  return [
    {
      rows: [rowOf(group)],
      caption: group.caption,
      hard: group.partners.map((partner) => ({
        ...{ kind: partner.kind, text: partner.caption },
        ...{ concreteness: partner.concreteness, row: rowOf(partner) },
      })),
    },
    ...group.partners.map(
      (partner): DemoExample => ({
        rows: [rowOf(partner)],
        caption: partner.caption,
        hard: [
          {
            ...{ kind: partner.kind, text: group.caption },
            ...{ concreteness: partner.concreteness, row: rowOf(group) },
          },
        ],
      }),
    ),
  ];
}
