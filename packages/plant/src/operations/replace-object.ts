import { articleFor } from '../inflect/article';
import { matchCase } from '../inflect/match-case';
import { plural, pluraliaTantum } from '../inflect/plural';
import type { ObjectSpan, Reading, Said } from '../reading/reading';
import { massNouns } from '../words/mass-nouns';
import { nounForm } from '../words/noun-form';
import type { Noun } from '../words/nouns';
import { genderOf, isImproper, isUnlikely, saysGender } from '../words/people';
import { breaksPhrase } from './breaks-phrase';
import { corpusFit } from './corpus-fit';
import { drawWithoutReturn } from './draw-without-return';
import { inVocabulary } from './in-vocabulary';
import { namedAlready } from './named-already';
import type { FindOptions, MiningContext, Proposal } from './operation';

/** Replaces a thing by another of its kind: WordNet co-hyponyms, near and well-known ones first. */
export const replaceObject: FindOptions = (reading, siblings, context) =>
  reading.objects.map((object) => ({
    operation: 'replace',
    slot: 'object',
    concreteness: object.concreteness,
    concretenessSource: object.concretenessSource,
    repeatable: true,
    propose(random) {
      const isJudged = !context.vocabulary && !context.isLastResort;
      const corpus = corpusFit(reading, object, context.fit);
      const proposal = drawWithoutReturn(
        context.poolOf(object.noun),
        ({ noun, weight }) => {
          const form = nounForm(noun.lemma, object.plural);
          return weight * corpus.weigh(form) * context.favour(form.text);
        },
        random,
        ({ noun, distance, refusal }): Proposal | undefined => {
          const isPluralOnly = pluraliaTantum.has(noun.lemma);
          const reason =
            refusal ??
            (!context.vocabulary && isPluralOnly !== pluraliaTantum.has(object.lemma)
              ? 'no-replacement'
              : undefined) ??
            (isBareFood(object, noun.lemma, context) ? 'no-replacement' : undefined) ??
            (object.noun.person && (contradicts(noun.lemma, reading) || isImproper(noun.lemma, reading.words))
              ? 'person'
              : undefined) ??
            (isJudged && makesNoSense(object, noun, reading) ? 'kind-mismatch' : undefined) ??
            (isJudged && corpus.speaksAgainst(nounForm(noun.lemma, object.plural))
              ? 'kind-mismatch'
              : undefined) ??
            namedAlready(noun.lemma, reading, siblings, context, object.lemma) ??
            context.refuseCompany(object, noun.lemma);
          if (reason) {
            context.refuse(reason);
            return undefined;
          }
          const text = matchCase(nounForm(noun.lemma, object.plural).text, object.text);
          if (!inVocabulary(text, object.text, context.vocabulary)) {
            context.refuse('not-in-vocabulary');
            return undefined;
          }
          const { first, start, end, lemma } = object;
          return {
            edits: [{ first, start, end, keywordLemma: lemma, text, lemma: noun.lemma }],
            replacementConcreteness: noun.rating?.rating ?? Number.NaN,
            instruction: `replace the ${object.text.toLowerCase()} with ${indefinite(object, noun.lemma)}`,
            distance: Number.isFinite(distance) ? distance : null,
          };
        },
      );
      if (!proposal) context.refuse('no-replacement');
      return proposal;
    },
  }));

function makesNoSense(object: ObjectSpan, noun: Noun, { tokens, words }: Reading): boolean {
  if (object.noun.person) return isUnlikely(noun.lemma, object, words);
  return breaksPhrase(object, noun, tokens[object.last + 1]?.lower);
}

/** "to have cake": a word that asks for an article can't follow. */
function isBareFood(
  { plural, first, phraseStart, noun }: ObjectSpan,
  lemma: string,
  context: MiningContext,
): boolean {
  const isFood = noun.kind === 'meal' || noun.kind === 'snack';
  return !context.vocabulary && isFood && !plural && first === phraseStart && !massNouns.has(lemma);
}

/** "A woman brushes his teeth": a pronoun of the caption would tell that the person has been changed. */
export function contradicts(lemma: string, { words }: Said): boolean {
  const gender = genderOf(lemma);
  return gender !== undefined && saysGender(words, gender === 'male' ? 'female' : 'male');
}

function indefinite(object: ObjectSpan, lemma: string): string {
  if (object.plural || pluraliaTantum.has(lemma)) return plural(lemma);
  return massNouns.has(lemma) ? lemma : `${articleFor(lemma)} ${lemma}`;
}
