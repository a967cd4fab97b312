import { inVocabulary } from '../operations/in-vocabulary';
import { namedAlready } from '../operations/named-already';
import type { MiningContext } from '../operations/operation';
import { contradicts } from '../operations/replace-object';
import type { AttributeSpan, ObjectSpan } from '../reading/reading';
import type { RefusalReason } from '../refusals';
import type { ClosedSpan, SpanContext } from '../spans/closed-span';
import { fitOf } from '../words/fitting-attributes';
import { mayLookAlike } from '../words/look-alikes';
import { personsExclude } from '../words/people';
import { sameGroup } from '../words/scales';
import { hashPair } from './sequences';
import type { Site, SiteSpan } from './site';

type Context = MiningContext & SpanContext;

/** What speaks against one word in another's place whatever the captions say, looked up once for each pair. */
export type WordRefusal = (site: Site, giver: Site) => RefusalReason | undefined;

export function createWordRefusal(context: Context): WordRefusal {
  const known = new Map<number, RefusalReason | null>();
  return (site, giver) => {
    const key = hashPair(site.word.lemmaHash ^ site.bucket, giver.word.lemmaHash);
    let reason = known.get(key);
    if (reason === undefined) {
      if (known.size >= keptPairs) known.clear();
      reason = wordRefusal(site.span, giver.span, context) ?? null;
      known.set(key, reason);
    }
    return reason ?? undefined;
  };
}

const keptPairs = 500_000;

function wordRefusal(span: SiteSpan, other: SiteSpan, context: Context): RefusalReason | undefined {
  const isOpen = span.slot !== 'count' && span.slot !== 'relation';
  if (isOpen && Math.abs(span.concreteness - other.concreteness) > context.maxGap) return 'concreteness-gap';
  if (context.isRefused(other.lemma)) return 'refused-word';
  if (span.slot === 'object') {
    if (span.noun.person && !personsExclude(span.lemma, other.lemma)) return 'person';
    if (mayLookAlike(span.lemma, other.lemma)) return 'synonym';
    return context.relations.relation(span.lemma, other.lemma);
  }
  if (span.slot === 'attribute') return sameGroup(span.lemma, other.lemma) ? 'synonym' : undefined;
  return span.exclude(span.lemma, other.lemma) ? undefined : 'synonym';
}

/** Why a place must not take another one's word, given the caption and its siblings; `undefined` if it may. */
export function refusalOf(site: Site, giver: Site, context: Context): RefusalReason | undefined {
  const { lemma, text } = giver.word;
  if (!inVocabulary(text, context.vocabulary)) return 'not-in-vocabulary';
  const { span, caption } = site;
  if (span.slot === 'object') {
    if (span.noun.person && contradicts(lemma, caption.reading)) return 'person';
    return namedAlready(lemma, caption.reading, caption.siblings(), context.relations, span.lemma);
  }
  if (span.slot === 'attribute') return attributeRefusal(site, span, lemma);
  return closedRefusal(site, span, lemma, context);
}

function attributeRefusal({ caption }: Site, span: AttributeSpan, word: string): RefusalReason | undefined {
  if (fitOf(word, span.head, span.headNoun) === 0) return 'kind-mismatch';
  if (caption.reading.words.has(word)) return 'in-caption';
  return caption.siblings().has(word) ? 'in-sibling' : undefined;
}

function closedRefusal(
  { caption }: Site,
  span: ClosedSpan,
  lemma: string,
  { formOf }: Context,
): RefusalReason | undefined {
  const siblings = caption.siblings();
  if (span.slot === 'count') {
    const telling = lemma.split(' ').find((word) => word.length > 2) ?? lemma;
    if (caption.reading.words.has(telling)) return 'in-caption';
    return siblings.has(telling) ? 'in-sibling' : undefined;
  }
  if (span.slot === 'action') {
    const isNamed = (word: string) => {
      const { verb } = formOf(word);
      return verb === lemma;
    };
    for (const word of caption.reading.words) if (isNamed(word)) return 'in-caption';
    return siblings.someWord(isNamed) ? 'in-sibling' : undefined;
  }
  const phrase = ` ${lemma} `;
  const isNamed = (text: string) => text.includes(phrase) && text.includes(span.headLemma);
  return siblings.someText(isNamed) ? 'in-sibling' : undefined;
}
