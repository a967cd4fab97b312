import { defineOptions } from '@slipform/kit/options/options';
import { type Benchmark, nothingAsked } from '../../questions/benchmark';
import { collectQuestions } from '../collect-questions';
import { matchTwo, PAIR_KINDS, pairScores } from '../match-two';
import { rowOf } from '../row';
import { type IconImageOptions, iconImageRows, iconPictures, namesBySet } from './icon-pictures';
import { bandNames, bandOf, drawingOf, type PairEntry, readIconQuestions } from './question-file';

const table = () => defineOptions('iconPairs', iconImageRows());

/**
 * Natural minimal pairs of icons: one artist drew both, and their names differ in one word, "cloud off" and "cloud check".
 * Which name goes with which picture? Both were made by people, so that nothing can be learned of a generator.
 *
 * Kinds as in Winoground: `text` (the right name for both pictures, chance 1/4), `image` (the right picture for both names,
 * 1/4), `group` (both, 1/6), which is the headline, and `pairing` (the two together rather than crosswise, 1/2). A tie is wrong. By `concreteness` of the two words (mean of
 * their ratings), `drawing` (whether one of the two is nearly that of a training set), `words` (whether training sets
 * exchange the same two), and `set`; intervals hold for other words and other artists.
 *
 * @param file a file of questions as those of this package, or its parsed content; default the 6,294 of
 *   this package, from eight sets of artists that no model of ours is trained on
 * @throws InputError with file and row where the file is not of this kind, or if no set is installed
 * @example
 * const result = await evaluate(encoder, await iconPairs());
 * result.by?.concreteness?.['4 to 4.5']?.group; // { correct, total, value, interval }
 */
export async function iconPairs(file?: unknown, options: IconImageOptions = {}): Promise<Benchmark> {
  const given = table().read(options);
  const { sets, pairs } = readIconQuestions('iconPairs', file, 'icon-pairs.json');
  const entries = Object.entries(pairs).flatMap(([set, list]) => list.map((pair) => ({ set, pair })));
  if (entries.length === 0) throw nothingAsked('iconPairs: the file of questions holds no pairs.');
  const names = namesBySet(pairs, (pair) => pair.names);
  const find = await iconPictures('iconPairs', { sets, names }, given);
  const collected = collectQuestions();
  for (const { set, pair } of entries) {
    const match = matchTwo([find(set, pair.names[0]), find(set, pair.names[1])], pair.captions);
    const key = `${set}/${pair.names.join('+')}`;
    const traits = traitsOf(pair, set, sets[set]!.family);
    for (const kind of PAIR_KINDS) collected.add(rowOf('iconPairs', key, {}), kind, key, match[kind], traits);
  }
  return {
    name: 'Icon pairs',
    questions: collected.questions,
    withoutImage: collected.withoutImage,
    coverage: collected.coverage(),
    ...pairScores(),
    parts: { concreteness: bandNames() },
  };
}

function traitsOf(pair: PairEntry, set: string, artist: string) {
  const { words, ratings, isSeen } = pair;
  return {
    clusters: { words, artist },
    by: {
      concreteness: bandOf(ratings),
      drawing: drawingOf(pair),
      words: isSeen ? 'exchanged in training' : 'never exchanged in training',
      set,
    },
  };
}
