import { inDegree } from '../inflect/comparative';
import { matchCase } from '../inflect/match-case';
import type { AttributeSpan } from '../reading/reading';
import { contradictsScene, fitOf } from '../words/fitting-attributes';
import { groupOf, oppositesOf, scalesOf } from '../words/scales';
import { drawWithoutReturn } from './draw-without-return';
import { inVocabulary } from './in-vocabulary';
import type { FindOptions, MiningContext, Proposal } from './operation';

/** Replaces an attribute by another of its scale: a colour by a colour, a size by its opposite. */
export const replaceAttribute: FindOptions = (reading, siblings, context) =>
  reading.attributes.map((attribute) => ({
    operation: 'replace',
    slot: 'attribute',
    concreteness: attribute.concreteness,
    concretenessSource: attribute.concretenessSource,
    repeatable: true,
    propose(random) {
      const isJudged = !context.vocabulary && !context.isLastResort;
      const proposal = drawWithoutReturn(
        offersFor(attribute, context),
        (word) => weightOf(word, attribute, context) * context.favour(word),
        random,
        (word): Proposal | undefined => {
          const rating = context.lexicon.rate(word);
          const inflected = inDegree(word, attribute.degree);
          if (reading.words.includes(word)) context.refuse('in-caption');
          else if (groupOf(word).some((other) => siblings.has(other))) context.refuse('in-sibling');
          else if (isJudged && contradictsScene(attribute.lemma, word, reading.words))
            context.refuse('kind-mismatch');
          else if (!rating) context.refuse('unrated');
          else if (Math.abs(rating.rating - attribute.concreteness) > context.maxGap)
            context.refuse('concreteness-gap');
          else if (inflected === undefined) context.refuse('no-replacement');
          else if (!inVocabulary(inflected, attribute.text, context.vocabulary))
            context.refuse('not-in-vocabulary');
          else {
            const { first, start, end, lemma } = attribute;
            const thing =
              attribute.head === undefined ? 'it' : `the ${reading.tokens[attribute.headToken]!.lower}`;
            return {
              edits: [
                {
                  first,
                  start,
                  end,
                  keywordLemma: lemma,
                  text: matchCase(inflected, attribute.text),
                  lemma: word,
                },
              ],
              replacementConcreteness: rating.rating,
              instruction: `make ${thing} ${inflected} instead of ${attribute.text.toLowerCase()}`,
              distance: null,
            };
          }
          return undefined;
        },
      );
      if (!proposal) context.refuse('no-replacement');
      return proposal;
    },
  }));

function offersFor(attribute: AttributeSpan, context: MiningContext): readonly string[] {
  const { lemma } = attribute;
  if (scalesOf(lemma).length === 0) return context.opposites(lemma);
  return oppositesOf(lemma).filter((word) => weightOf(word, attribute, context) > 0);
}

/** A user's own vocabulary decides for itself what suits what: scenes have green owls. */
function weightOf(word: string, { head, headNoun }: AttributeSpan, { vocabulary }: MiningContext): number {
  return vocabulary ? 1 : fitOf(word, head, headNoun);
}
