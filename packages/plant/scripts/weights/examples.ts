import type { Domain } from '../../measure/domains';
import type { Verdict } from '../../measure/verdicts';
import { Candidates } from '../../src/candidates/candidates';
import { ClosedWords } from '../../src/candidates/closed-words';
import { VocabularyRows } from '../../src/candidates/vocabulary';
import type { Caption } from '../../src/caption';
import { createChecks } from '../../src/checks/create-checks';
import { loadCommonCaptions } from '../../src/corpus/common-captions';
import type { CorpusStats } from '../../src/corpus/corpus-stats';
import { Evidence } from '../../src/corpus/evidence';
import { vectorsFor } from '../../src/corpus/word-vectors';
import { createReaders } from '../../src/create-readers';
import { fitCaptions } from '../../src/fit-captions';
import { resolveOptions } from '../../src/options';
import { Features, featureCount, featureNames } from '../../src/scores/features';
import { createRandom } from '../../src/seeded-random';
import type { BlockReading } from '../../src/sites/block-reading';
import { Frames } from '../../src/sites/frames';
import { readBlock } from '../../src/sites/read-block';
import { loadNounTree } from '../../src/wordnet/load-graph';

const options = resolveOptions({ fit: null });
const readers = createReaders(options);
const checks = createChecks(readers.words, {});
const tree = loadNounTree();

/** What of the features is about a word in its place alone, not about the word that stands there. */
const ofPlace = ['leftLift', 'rightLift', 'governorLift', 'acting', 'worstCompany', 'meanCompany', 'met'].map(
  (name) => featureNames.indexOf(name as (typeof featureNames)[number]),
);

export interface JudgedRow {
  readonly verdict: Verdict;
  readonly row: Float64Array;
}

/** What is learnt: a weight for each feature, and for whether no caption gives the word in return. The constant is last. */
export const lessonNames = [...featureNames.slice(0, -1), 'replaced', 'always'] as const;

function lessonOf(features: Float64Array, isReplaced: boolean): Float64Array {
  const last = featureCount - 1;
  return Float64Array.from([...features.subarray(0, last), isReplaced ? 1 : 0, features[last]!]);
}

/** The statistics that come with the package, for a set that is not of them. */
const commonFor = (name: string) => (name === 'coco' ? undefined : loadCommonCaptions());

function read(captions: Domain['captions'], fit: CorpusStats | undefined) {
  const vocabulary = new VocabularyRows(tree, readers.words, fit);
  const inputs: Caption[] = captions.map((caption) => ({ ...caption }));
  return { vocabulary, block: readBlock(inputs, readers, new Set(options.slots), vocabulary.sites) };
}

/** The features of judged words, by the counts that the miner has: the set as a block, and the package's statistics. */
export function judgedRows({ name, captions }: Domain, verdicts: readonly Verdict[]): JudgedRow[] {
  const fit = commonFor(name);
  const { block } = read(captions, fit);
  const evidence = new Evidence(block, fit);
  const features = new Features(block, evidence, vectorsFor(block, fit, evidence), tree);
  const { sites } = block;
  const givers = new Map<string, number>();
  for (let row = sites.size - 1; row >= 0; row -= 1) {
    givers.set(`${sites.slot(row)} ${sites.span(row).text.toLowerCase()}`, row);
  }
  const places = new Map<string, number>();
  for (let caption = 0; caption < block.size; caption += 1) places.set(block.caption(caption).id!, caption);
  const values = new Float64Array(featureCount);
  return verdicts.flatMap((verdict) => {
    const caption = places.get(verdict.id);
    const site = caption === undefined ? -1 : siteOf(block, caption, verdict);
    const giver = givers.get(`${verdict.slot} ${verdict.replacement.toLowerCase()}`);
    if (site < 0 || giver === undefined) return [];
    // Of a closed set's words: a change that is no longer made teaches nothing.
    const { lemma, exclude } = sites.span(site);
    if (exclude && !exclude(lemma, sites.span(giver).lemma)) return [];
    features.write(site, giver, values);
    return [{ verdict, row: lessonOf(values, verdict.operation === 'replace') }];
  });
}

function siteOf(block: BlockReading, caption: number, { keyword, slot }: Verdict): number {
  const { sites } = block;
  for (let site = block.firstSite(caption); site < block.endOfSites(caption); site += 1) {
    const { text } = sites.span(site);
    if (sites.slot(site) === slot && text.toLowerCase() === keyword.toLowerCase()) return site;
  }
  return -1;
}

/**
 * Pairs of the word that stands at a site and a candidate of the miner's own that passes the checks of words: the
 * features of the one less those of the other, for captions of one half of the images, counted in the other half.
 */
export async function pairRows({ name, captions }: Domain, most: number): Promise<Float64Array[]> {
  const random = createRandom(1, name);
  const halves = new Map<string, number>();
  const halfOf = ({ imageId, id }: Domain['captions'][number]) => {
    const image = imageId ?? id;
    const half = halves.get(image) ?? random.below(2);
    halves.set(image, half);
    return half;
  };
  const counted = captions.filter((caption) => halfOf(caption) === 0);
  const asked = captions.filter((caption) => halfOf(caption) === 1);
  const own = await fitCaptions(counted);
  const common = commonFor(name);
  const fit = common ? common.with(own) : own;
  const { vocabulary, block } = read(asked, fit);
  const { sites } = block;
  const evidence = new Evidence(undefined, fit);
  const features = new Features(block, evidence, vectorsFor(block, fit, evidence), tree);
  const candidates = new Candidates(
    block,
    vocabulary,
    new ClosedWords(block, readers.words),
    tree,
    new Frames(block),
  );
  const captionsAsked = Array.from({ length: block.size }, (_, i) => i).filter(
    () => random.below(block.size) < most,
  );
  const pairs: Float64Array[] = [];
  const [there, other] = [new Float64Array(featureCount), new Float64Array(featureCount)];
  for (const caption of captionsAsked) {
    const first = block.firstSite(caption);
    const size = block.endOfSites(caption) - first;
    if (size === 0) continue;
    const site = first + random.below(size);
    const found = candidates
      .of(site)
      .filter((giver) => checks.words(sites.span(site), sites.span(giver)) === undefined);
    if (found.length === 0) continue;
    features.write(site, site, there);
    features.write(site, found[random.below(found.length)]!, other);
    const pair = new Float64Array(featureCount);
    for (const place of ofPlace) pair[place] = there[place]! - other[place]!;
    pairs.push(lessonOf(pair, false));
  }
  return pairs;
}
