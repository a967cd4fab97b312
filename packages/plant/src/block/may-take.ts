import { CodeTable } from '../hashes/code-table';
import { hashPair } from '../hashes/hash-words';
import { breaksPhrase } from '../operations/breaks-phrase';
import { closedRefusal } from '../operations/closed-refusal';
import { inVocabulary } from '../operations/in-vocabulary';
import { namedAlready } from '../operations/named-already';
import type { MiningContext, Surroundings } from '../operations/operation';
import { contradicts } from '../operations/replace-object';
import type { AttributeSpan, ObjectSpan, Said } from '../reading/reading';
import { type RefusalReason, refusalReasons } from '../refusals';
import type { Written } from '../safety/protect-minors';
import type { BlockReading } from '../sites/block-reading';
import type { SiteSpan } from '../sites/site';
import type { SiteTable } from '../sites/site-table';
import { contradictsScene, fitOf } from '../words/fitting-attributes';
import { mayLookAlike } from '../words/look-alikes';
import { isUnlikely, personsExclude } from '../words/people';
import { groupOf, oppositesOf, sameGroup } from '../words/scales';
import { losesFooting } from '../words/support';
import { holdsNothing, leavesTable } from '../words/tables';
import type { Company } from './company';

type Context = MiningContext;

/** Whether two words exclude each other whatever the captions say, looked up once for each pair. */
export interface WordExclusions {
  /** Whether each may stand in the other's place; a refusal is counted. */
  exclude(sites: SiteTable, a: number, b: number): boolean;
  /** Adds the counted refusals to the plant's. */
  flush(): void;
}

const keptPairs = 500_000;
/** Codes are the reasons' places from 1; this one says that there is none. */
const none = refusalReasons.length + 1;

export function createWordExclusions(context: Context): WordExclusions {
  const known = new CodeTable(keptPairs);
  const counts = new Int32Array(none + 1);
  return {
    exclude(sites, a, b) {
      const key = hashPair(sites.lemmaHash(a) ^ sites.bucket(a), sites.lemmaHash(b));
      let code = known.get(key);
      if (code === 0) {
        const span = sites.span(a);
        const other = sites.span(b);
        const reason = wordRefusal(span, other, context) ?? wordRefusal(other, span, context);
        code = reason === undefined ? none : refusalReasons.indexOf(reason) + 1;
        known.set(key, code);
      }
      counts[code]! += 1;
      return code === none;
    },
    flush() {
      for (const [code, reason] of refusalReasons.entries()) context.refuse(reason, counts[code + 1]);
      counts.fill(0);
    },
  };
}

function wordRefusal(span: SiteSpan, other: SiteSpan, context: Context): RefusalReason | undefined {
  const isOpen = span.slot !== 'count' && span.slot !== 'relation';
  if (isOpen && Math.abs(span.concreteness - other.concreteness) > context.maxGap) return 'concreteness-gap';
  if (context.isRefused(other.lemma)) return 'refused-word';
  if (span.slot === 'object') {
    if (span.noun.person && !personsExclude(span.lemma, other.lemma)) return 'person';
    if (mayLookAlike(span.lemma, other.lemma)) return 'synonym';
    const relation = context.relations.relation(span.lemma, other.lemma);
    return relation ?? (context.relations.mayRelate(span.lemma, other.lemma) ? 'synonym' : undefined);
  }
  if (span.slot === 'attribute') return sameGroup(span.lemma, other.lemma) ? 'synonym' : undefined;
  return span.exclude(span.lemma, other.lemma) ? undefined : 'synonym';
}

/** Why a place must not take another one's word, given the caption and its siblings; `undefined` if it may. */
export function refusalOf(
  block: BlockReading,
  site: number,
  giver: number,
  company: Company,
  context: Context,
): RefusalReason | undefined {
  const { sites } = block;
  const word = sites.span(giver);
  const { lemma, text } = word;
  const span = sites.span(site);
  if (!inVocabulary(text, span.text, context.vocabulary)) return 'not-in-vocabulary';
  if (context.endangersMinor(writtenWith(text, span, block.caption(sites.caption(site)).caption)))
    return 'minor';
  const said = block.said(sites.caption(site));
  const siblings = block.siblings(sites.caption(site));
  if (span.slot === 'object') {
    if (span.noun.person && isNoPersonFor(lemma, span, said)) return 'person';
    if (!span.noun.person && company.expects(sites.caption(site), span, sites.lemmaHash(giver)))
      return 'likely-true';
    // A baseball is a ball, but who plays baseball may well be named beside one.
    const named =
      span.noun.kind === 'sport'
        ? namedAsWord(lemma, said, siblings)
        : namedAlready(lemma, said, siblings, context, span.lemma, false);
    if (named || context.vocabulary || word.slot !== 'object') return named;
    const next = block.lower(sites.caption(site), span.last + 1);
    const isOdd =
      breaksPhrase(span, word.noun, next) ||
      leavesTable(span.lemma, lemma, sites.governor(site), said.words) ||
      holdsNothing(span.lemma, lemma, sites.governor(site)) ||
      losesFooting(span.noun, word.noun, sites.footing(site));
    return isOdd ? 'kind-mismatch' : undefined;
  }
  if (span.slot === 'attribute') {
    if (contradicted(span, siblings)) return 'in-sibling';
    if (fitOf(lemma, span.head, span.headNoun) === 0) return 'kind-mismatch';
    if (!context.vocabulary && contradictsScene(span.lemma, lemma, said.words)) return 'kind-mismatch';
    return attributeNamed(lemma, said, siblings);
  }
  return closedRefusal(span, lemma, said, siblings, context.formOf);
}

function writtenWith(text: string, { slot, start, end }: SiteSpan, caption: string): Written {
  return {
    caption,
    negative: caption.slice(0, start) + text.toLowerCase() + caption.slice(end),
    operation: 'exchange',
    slot,
    keywords: [{ start, end }],
    replacements: [{ start, end: start + text.length }],
  };
}

function isNoPersonFor(lemma: string, span: ObjectSpan, said: Said): boolean {
  return contradicts(lemma, said) || isUnlikely(lemma, span, said.words);
}

/** "A green truck" that another caption of the image calls white: one of them is wrong. */
function contradicted({ lemma, head }: AttributeSpan, siblings: Surroundings): boolean {
  if (head === undefined) return false;
  const others = oppositesOf(lemma);
  return siblings.someText(
    (text) => text.includes(head) && others.some((word) => text.includes(`${word} ${head}`)),
  );
}

/** "Big" is said already of what another caption calls large. */
function attributeNamed(lemma: string, { words }: Said, siblings: Surroundings): RefusalReason | undefined {
  if (words.includes(lemma)) return 'in-caption';
  return groupOf(lemma).some((word) => siblings.has(word)) ? 'in-sibling' : undefined;
}

function namedAsWord(word: string, { words }: Said, siblings: Surroundings): RefusalReason | undefined {
  if (words.includes(word)) return 'in-caption';
  return siblings.has(word) ? 'in-sibling' : undefined;
}
