import type { CorpusStats } from '../corpus/corpus-stats';
import { plural } from '../inflect/inflect';
import { isName, isSeen, type Noun, type Nouns } from '../lexicon/nouns';
import { scaleNamesOf } from '../lexicon/scales';
import { massNouns } from '../lexicon/words';
import { classOf } from '../sites/site-class';
import { SiteTable } from '../sites/site-table';
import type { SiteWord } from '../sites/site-word';
import type { WordGraph } from '../wordnet/decode-graph';
import type { NounTree } from '../wordnet/noun-tree';
import { Neighbours } from './neighbours';

/** Words heard less often than this in film subtitles (log2 of the count in 51 million) are not inserted. */
const leastFamiliarity = 9;

export interface VocabularyContext {
  readonly graph: WordGraph;
  readonly nouns: Nouns;
  /** A user's own words. */
  readonly vocabulary: ReadonlySet<string> | undefined;
}

interface Weighed {
  readonly word: SiteWord;
  readonly weight: number;
}

/** The things that may be inserted whether or not a caption of the block has them: rows of the table that stay. */
export class VocabularyRows {
  readonly sites = new SiteTable(8192);
  readonly neighbours: Neighbours;

  /** @param fit a corpus whose words are known to be used; without one, what everybody knows */
  constructor(tree: NounTree, context: VocabularyContext, fit: CorpusStats | undefined) {
    const weights: number[] = [];
    const words = fit && !context.vocabulary ? usedThings(fit, context) : knownThings(context);
    for (const { word, weight } of words) {
      this.sites.addWord(word, classOf(word));
      weights.push(weight);
    }
    this.sites.keep();
    this.neighbours = new Neighbours(this.sites, tree, weights.keys(), (row) => weights[row]!);
  }
}

function* usedThings({ vocabulary }: CorpusStats, { nouns, graph }: VocabularyContext): Generator<Weighed> {
  for (const { slot, lemma, text, form, pictures } of vocabulary) {
    const noun = slot === 'object' ? nouns.get(lemma) : undefined;
    if (!noun?.rating || !isSeen(noun) || graph.refused.has(lemma)) continue;
    yield { word: wordOf(noun, text, form === 'plural'), weight: pictures };
  }
}

function* knownThings({ graph, nouns, vocabulary }: VocabularyContext): Generator<Weighed> {
  for (const lemma of vocabulary ?? graph.familiarity.keys()) {
    const weight = graph.familiarity.get(lemma) ?? 0;
    if (!vocabulary && weight < leastFamiliarity) continue;
    const noun = nouns.get(lemma);
    if (!noun?.rating || graph.refused.has(lemma)) continue;
    // A vocabulary names attributes as well ("red", "wooden"), and WordNet knows many of them as nouns.
    if (vocabulary && scaleNamesOf(lemma).length > 0) continue;
    // "dogs" is a word of its own to WordNet, and here the plural of one that is listed.
    if (vocabulary && singularsOf(lemma).some((singular) => vocabulary.has(singular))) continue;
    if (!vocabulary && (isPluralForm(lemma, graph) || !isFirstSense(noun, graph))) continue;
    yield { word: wordOf(noun, lemma, false), weight };
    const several = plural(lemma);
    const isUsed = several !== lemma && !massNouns.has(lemma) && (!vocabulary || vocabulary.has(several));
    if (isUsed) yield { word: wordOf(noun, several, true), weight };
  }
}

/** A thing as a word that may be inserted; it has a rating. */
export function wordOf(noun: Noun, text: string, isPlural: boolean): SiteWord {
  const { lemma, rating } = noun;
  return {
    slot: 'object',
    lemma,
    text,
    concreteness: rating!.rating,
    concretenessSource: rating!.source,
    noun,
    plural: isPlural,
    isMass: massNouns.has(lemma),
  };
}

/** WordNet lists "chips", "fries" and "stays" as lemmas: they are plurals, and have no other. */
function isPluralForm(lemma: string, { noun: { senses } }: WordGraph): boolean {
  return singularsOf(lemma).some((singular) => senses.has(singular));
}

function singularsOf(lemma: string): readonly string[] {
  if (!/[^su]s$/.test(lemma)) return [];
  return [lemma.slice(0, -1), lemma.replace(/ies$/, 'y').replace(/es$/, '')].filter((word) => word !== lemma);
}

function isFirstSense({ lemma, synset }: Noun, graph: WordGraph): boolean {
  return graph.noun.senses.get(lemma)?.[0]?.synset === synset && !isName(lemma, synset, graph);
}
