import { InputError } from '@slipform/kit/errors/input-error';
import { defineOptions } from '@slipform/kit/options/options';
import { type Benchmark, nothingAsked, type RetrievalTask } from '../../questions/benchmark';
import { type BenchmarkImage, isMissingImage } from '../../questions/question';
import { type IconImageOptions, iconImageRows, iconPictures, namesBySet } from './icon-pictures';
import { drawingOf, type IconEntry, readIconQuestions } from './question-file';

const table = () => defineOptions('icons', iconImageRows());

/**
 * Retrieval of icons by their names, and of names by icons: recall@1, 5 and 10 both ways, among 2,000 icons of all sets,
 * each name once (the headline, from picture to name), and among all icons of each set.
 *
 * In the gallery over all sets intervals hold for other artists. There results are also given by `name` (whether a training
 * set has an icon of this name) and `drawing` (whether its picture is nearly that of one); the candidates stay the same. A
 * tie with a wrong answer counts that one as ranked before it.
 *
 * @param file a file of questions as those of this package, or its parsed content; default the file of this
 *   package, of eight sets of artists that no model of ours is trained on
 * @throws InputError with file and row where the file is not of this kind, or if no set is installed
 *
 * @example
 * const result = await evaluate(encoder, await icons());
 */
export async function icons(file?: unknown, options: IconImageOptions = {}): Promise<Benchmark> {
  const given = table().read(options);
  const questions = readIconQuestions('icons', file, 'icons.json');
  const entries = Object.entries(questions.icons).flatMap(([set, list]) =>
    list.map((icon) => ({ set, icon, artist: questions.sets[set]!.family })),
  );
  if (entries.length === 0) throw nothingAsked('icons: the file of questions holds no icons.');
  const find = await iconPictures(
    'icons',
    { sets: questions.sets, names: namesBySet(questions.icons, ({ name }) => [name]) },
    given,
  );
  const pictured = entries.map((entry) => ({ ...entry, image: find(entry.set, entry.icon.name) }));
  const inAll = pictured.filter(({ icon }) => icon.isInAll);
  const all = inAll.length > 0 ? inAll : pictured;
  const galleries = Object.keys(questions.icons).flatMap((set) => {
    const task = taskOf(pictured.filter((entry) => entry.set === set));
    return task.images.length > 1 ? [[set, task] as const] : [];
  });
  const retrieval = taskOf(all, true);
  if (retrieval.images.length === 0) {
    throw new InputError('icons: no picture of the gallery was found; install its sets, or pass images.');
  }
  return {
    name: 'Icons',
    questions: [],
    retrieval,
    galleries: Object.fromEntries(galleries),
    chance: 1 / retrieval.images.length,
  };
}

interface Pictured {
  readonly icon: IconEntry;
  readonly artist: string;
  readonly image: BenchmarkImage;
}

function taskOf(entries: readonly Pictured[], withTraits = false): RetrievalTask {
  const found = entries.filter(({ image }) => !isMissingImage(image));
  return {
    images: found.map(({ image }) => image),
    texts: found.map(({ icon }) => icon.caption),
    imageOf: found.map((_, at) => at),
    coverage: { scored: found.length, total: entries.length },
    ...(withTraits ? { traits: found.map(traitsOf) } : {}),
  };
}

function traitsOf({ icon, artist }: Pictured) {
  return {
    clusters: { artist },
    by: {
      name: icon.isSeen ? 'seen in training' : 'never seen',
      drawing: drawingOf(icon),
    },
  };
}
