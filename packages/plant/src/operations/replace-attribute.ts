import { inDegree } from '../inflect/comparative';
import { matchCase } from '../inflect/match-case';
import type { AttributeSpan } from '../reading/reading';
import type { RefusalReason } from '../refusals';
import { contradictsScene, fitOf } from '../words/fitting-attributes';
import { groupOf, oppositesOf, scalesOf } from '../words/scales';
import { inVocabulary } from './in-vocabulary';
import type { Judge } from './judge';
import type { FindOptions, MiningContext, Proposal } from './operation';
import { Replacement } from './replacement';

/** Replaces an attribute by another of its scale: a colour by a colour, a size by its opposite. */
export const replaceAttribute: FindOptions = (reading, siblings, context) =>
  reading.attributes.map((attribute) => new AttributeReplacement(attribute, reading, siblings, context));

class AttributeReplacement extends Replacement<AttributeSpan, string> {
  protected offers(): readonly string[] {
    const { span, context } = this;
    if (scalesOf(span.lemma).length === 0) return context.opposites(span.lemma);
    return oppositesOf(span.lemma).filter((word) => weightOf(word, span, context) > 0);
  }

  protected weigh(word: string, judge: Judge): number {
    return weightOf(word, this.span, this.context) * judge.favour(word);
  }

  protected attempt(word: string): Proposal | undefined {
    const { span: attribute, reading, context } = this;
    const rating = context.lexicon.rate(word);
    const inflected = inDegree(word, attribute.degree);
    const reason = this.#refusalOf(word, rating?.rating, inflected);
    if (reason || !rating || inflected === undefined) {
      if (reason) context.refuse(reason);
      return undefined;
    }
    const { first, start, end, lemma } = attribute;
    const thing = attribute.head === undefined ? 'it' : `the ${reading.tokens[attribute.headToken]!.lower}`;
    const text = matchCase(inflected, attribute.text);
    return {
      edits: [{ first, start, end, keywordLemma: lemma, text, lemma: word }],
      replacementConcreteness: rating.rating,
      instruction: `make ${thing} ${inflected} instead of ${attribute.text.toLowerCase()}`,
      distance: null,
    };
  }

  #refusalOf(
    word: string,
    rating: number | undefined,
    inflected: string | undefined,
  ): RefusalReason | undefined {
    const { span: attribute, reading, siblings, context } = this;
    if (reading.words.includes(word)) return 'in-caption';
    if (groupOf(word).some((other) => siblings.has(other))) return 'in-sibling';
    if (!context.vocabulary && contradictsScene(attribute.lemma, word, reading.words)) return 'kind-mismatch';
    if (rating === undefined) return 'unrated';
    if (Math.abs(rating - attribute.concreteness) > context.maxGap) return 'concreteness-gap';
    if (inflected === undefined) return 'no-replacement';
    return inVocabulary(inflected, attribute.text, context.vocabulary) ? undefined : 'not-in-vocabulary';
  }
}

/** A user's own vocabulary decides for itself what suits what: scenes have green owls. */
function weightOf(word: string, { head, headNoun }: AttributeSpan, { vocabulary }: MiningContext): number {
  return vocabulary ? 1 : fitOf(word, head, headNoun);
}
