import { articleFor } from '../inflect/article';
import { matchCase } from '../inflect/match-case';
import { plural, pluraliaTantum } from '../inflect/plural';
import { footingIn, governorHash, isAfterNoun } from '../reading/object-governor';
import type { ObjectSpan, Reading, Said } from '../reading/reading';
import type { RefusalReason } from '../refusals';
import { massNouns } from '../words/mass-nouns';
import { nounForm } from '../words/noun-form';
import type { Noun, Nouns } from '../words/nouns';
import { genderOf, isSaidToBe, isUnlikely, ofSexSaidElsewhere, otherThan, saysGender } from '../words/people';
import type { Candidate } from '../words/replacement-pool';
import { losesFooting } from '../words/support';
import { holdsNothing, leavesTable } from '../words/tables';
import { breaksPhrase } from './breaks-phrase';
import { CorpusFit } from './corpus-fit';
import { inVocabulary } from './in-vocabulary';
import type { Judge } from './judge';
import { namedAlready } from './named-already';
import type { FindOptions, MiningContext, Proposal, Surroundings } from './operation';
import { Replacement } from './replacement';

/** Replaces a thing by another of its kind: WordNet co-hyponyms, near and well-known ones first. */
export const replaceObject: FindOptions = (reading, siblings, context) =>
  reading.objects.map((object) => new ObjectReplacement(object, reading, siblings, context));

class ObjectReplacement extends Replacement<ObjectSpan, Candidate> {
  /** The evidence of a corpus for the place; read when the first word is drawn. */
  #fit: CorpusFit | undefined;

  protected offers(): readonly Candidate[] {
    const { span, reading, context } = this;
    this.#fit ??= context.fit && new CorpusFit(reading, span, context.fit);
    return context.poolOf(span.noun);
  }

  protected weigh({ noun, weight }: Candidate, judge: Judge): number {
    const form = nounForm(noun.lemma, this.span.plural);
    return weight * (this.#fit?.weigh(form) ?? 1) * judge.favour(form.text);
  }

  protected attempt({ noun, distance, refusal }: Candidate, judge: Judge): Proposal | undefined {
    const { span: object, context } = this;
    const reason = refusal ?? this.#refusalOf(noun, judge);
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
  }

  #refusalOf(noun: Noun, judge: Judge): RefusalReason | undefined {
    const { span: object, reading, siblings, context } = this;
    const { lemma } = noun;
    const { vocabulary } = context;
    if (!vocabulary && pluraliaTantum.has(lemma) !== pluraliaTantum.has(object.lemma))
      return 'no-replacement';
    if (isBareFood(object, lemma, context) || isNoBall(object, lemma, reading)) return 'no-replacement';
    if (object.noun.person && contradicts(lemma, reading)) return 'person';
    if (!isOfOtherSex(object, lemma, siblings)) return 'person';
    if (!vocabulary && !judge.isLastResort) {
      if (makesNoSense(object, noun, reading, context.nouns)) return 'kind-mismatch';
      if (this.#fit?.speaksAgainst(nounForm(lemma, object.plural))) return 'kind-mismatch';
    }
    return (
      namedAlready(lemma, reading, siblings, context, object.lemma, judge.isLastResort) ??
      judge.refuseCompany(object, lemma)
    );
  }
}

function makesNoSense(object: ObjectSpan, noun: Noun, reading: Reading, nouns: Nouns): boolean {
  if (object.noun.person) return isUnlikely(noun.lemma, object, reading.words);
  const governor = governorHash(object, reading);
  return (
    (noun.isLong && isAfterNoun(object, reading.tokens)) ||
    breaksPhrase(object, noun, reading.tokens[object.last + 1]?.lower) ||
    leavesTable(object.lemma, noun.lemma, governor, reading.words) ||
    holdsNothing(object.lemma, noun.lemma, governor) ||
    losesFooting(object.noun, noun, footingIn(object, reading, nouns))
  );
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

/** "A skier" is a woman or a man: only other captions of the image tell which of the two is false. */
function isOfOtherSex({ lemma: own }: ObjectSpan, lemma: string, siblings: Surroundings): boolean {
  if (!ofSexSaidElsewhere(own).includes(lemma)) return true;
  const gender = genderOf(lemma);
  return gender === undefined || isSaidToBe(otherThan(gender), (word) => siblings.has(word));
}

const balls = new Set(['baseball', 'basketball', 'football', 'volleyball']);

/** "fielding a baseball": a sport that is no ball can't follow. */
function isNoBall({ noun, first }: ObjectSpan, lemma: string, { tokens }: Reading): boolean {
  return noun.kind === 'sport' && !balls.has(lemma) && tokens[first - 1]?.tag === 'DET';
}

/** "A woman brushes his teeth": a pronoun of the caption would tell that the person has been changed. */
export function contradicts(lemma: string, { words }: Said): boolean {
  const gender = genderOf(lemma);
  return gender !== undefined && saysGender(words, otherThan(gender));
}

function indefinite(object: ObjectSpan, lemma: string): string {
  if (object.plural || pluraliaTantum.has(lemma)) return plural(lemma);
  return massNouns.has(lemma) ? lemma : `${articleFor(lemma)} ${lemma}`;
}
