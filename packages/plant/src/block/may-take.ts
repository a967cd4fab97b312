import { namedAlready } from '../operations/named-already';
import { contradicts } from '../operations/replace-object';
import type { MiningContext } from '../operations/operation';
import type { AttributeSpan, ObjectSpan } from '../reading/reading';
import type { RefusalReason } from '../refusals';
import { mayLookAlike } from '../words/look-alikes';
import { fitOf } from '../words/fitting-attributes';
import { personsExclude } from '../words/people';
import { sameGroup } from '../words/scales';
import { inVocabulary } from '../operations/in-vocabulary';
import type { Site } from './site';
import type { SpanContext } from '../spans/closed-span';
import type { ClosedSpan } from '../spans/closed-span';

type Context = MiningContext & SpanContext;

/** Why a place must not take another one's word; `undefined` if it may. */
export function refusalOf(site: Site, giver: Site, context: Context): RefusalReason | undefined {
  const { lemma, text } = giver.word;
  const isOpen = site.span.slot !== 'count' && site.span.slot !== 'relation';
  if (isOpen && Math.abs(site.span.concreteness - giver.span.concreteness) > context.maxGap) return 'concreteness-gap';
  if (!inVocabulary(text, context.vocabulary)) return 'not-in-vocabulary';
  if (context.isRefused(lemma)) return 'refused-word';
  const { slot } = site.span;
  if (slot === 'object') return objectRefusal(site, site.span as ObjectSpan, giver.span as ObjectSpan, context);
  if (slot === 'attribute') return attributeRefusal(site, site.span as AttributeSpan, lemma);
  return closedRefusal(site, site.span as ClosedSpan, lemma, context);
}

function objectRefusal(
  { caption }: Site,
  span: ObjectSpan,
  other: ObjectSpan,
  { relations }: Context,
): RefusalReason | undefined {
  const { reading } = caption;
  if (span.noun.person) {
    if (!personsExclude(span.lemma, other.lemma)) return 'person';
    if (contradicts(other.lemma, reading)) return 'person';
  }
  if (mayLookAlike(span.lemma, other.lemma)) return 'synonym';
  return (
    relations.relation(span.lemma, other.lemma) ??
    namedAlready(other.lemma, reading, caption.siblings(), relations, span.lemma)
  );
}

function attributeRefusal({ caption }: Site, span: AttributeSpan, word: string): RefusalReason | undefined {
  if (sameGroup(span.lemma, word)) return 'synonym';
  if (fitOf(word, span.head, span.headNoun) === 0) return 'kind-mismatch';
  if (caption.reading.words.has(word)) return 'in-caption';
  return caption.siblings().words.has(word) ? 'in-sibling' : undefined;
}

function closedRefusal(
  { caption }: Site,
  span: ClosedSpan,
  lemma: string,
  { formOf }: Context,
): RefusalReason | undefined {
  if (!span.exclude(span.lemma, lemma)) return 'synonym';
  const { words } = caption.siblings();
  if (span.slot === 'count') {
    const telling = lemma.split(' ').find((word) => word.length > 2) ?? lemma;
    if (caption.reading.words.has(telling)) return 'in-caption';
    return words.has(telling) ? 'in-sibling' : undefined;
  }
  if (span.slot === 'action') {
    const isNamed = (word: string) => {
      const { verb } = formOf(word);
      return verb === lemma;
    };
    for (const word of caption.reading.words) if (isNamed(word)) return 'in-caption';
    for (const word of words) if (isNamed(word)) return 'in-sibling';
    return undefined;
  }
  const phrase = ` ${lemma} `;
  const isNamed = caption
    .siblingTexts()
    .some((text) => text.includes(phrase) && (span.headLemma === '' || text.includes(span.headLemma)));
  return isNamed ? 'in-sibling' : undefined;
}
