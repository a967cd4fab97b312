import { hashActing, hashBinding, hashPair, hashWord } from '../hashes/hash-words';
import type { Ledger } from '../scores/ledger';
import type { SiteSpan } from '../sites/site';
import type { ClosedSpan } from '../spans/closed-span';
import { goAnywhere } from '../words/people';

/**
 * How well a corpus attests a word in a place. `full`: under the governor, after the word before and before the word
 * after; `most`: under the governor and on one side; `some`: under the governor; `none`: less, which is enough where
 * the word comes from the same surroundings.
 */
export const evidence = { none: 0, some: 1, most: 2, full: 3 } as const;
export type Evidence = 0 | 1 | 2 | 3;
const { none, some, most, full } = evidence;

/** Words that may stand after any thing. */
const neutral = new Set(
  'and with on in at is are that near next to of as while for by who which'.split(' ').map(hashWord),
);
/** Anything can have anything beside, before or behind it; what it carries and holds the corpus must show. */
const besides = new Set(['next to', 'beside', 'near', 'by', 'close to', 'in front of', 'behind']);

const upright = new Set(['sit', 'stand']);

/** Whether the corpus shows that the word of one place can stand in another one. */
export function suits(
  site: number,
  word: number,
  ledger: Ledger,
  wanted: Evidence,
  isStrict: boolean,
): boolean {
  return evidenceOf(site, word, ledger) >= wanted && belongs(site, word, ledger, isStrict);
}

/** Whether a thing goes with all else that the caption names. */
export function belongs(site: number, word: number, { sites, company }: Ledger, isStrict: boolean): boolean {
  if (sites.slot(site) !== 'object') return true;
  const { lemma } = sites.span(word);
  if (goAnywhere.has(lemma)) return true;
  const own = sites.lemmaHash(site);
  return company.keeps(sites.caption(site), sites.span(site), own, sites.lemmaHash(word), isStrict);
}

export function evidenceOf(site: number, word: number, ledger: Ledger): Evidence {
  const { sites } = ledger;
  switch (sites.slot(site)) {
    case 'attribute':
      // A size, a colour or an age suits nearly anything of its sort; the table of what fits says the rest.
      return isBound(site, word, ledger) ? full : most;
    case 'relation': {
      if (besides.has(sites.span(word).lemma)) {
        const isAnywhere = /^(?:thing|overhead)$/.test((sites.span(site) as ClosedSpan).form);
        return isAnywhere || isBound(site, word, ledger) ? full : none;
      }
      if (!isBound(site, word, ledger)) return none;
      return isDone(site, word, ledger) ? full : some;
    }
    case 'count':
      return !sites.span(word).lemma.includes(' of') || isBound(site, word, ledger) ? full : none;
    case 'action': {
      if (!fitsRight(site, word, ledger)) return none;
      // Where someone sits, someone could stand; lying or walking needs evidence.
      if (upright.has(sites.span(word).lemma)) return full;
      return isBound(site, word, ledger) && isDone(site, word, ledger) ? full : none;
    }
    case 'object':
      return evidenceOfThing(site, word, ledger);
  }
}

function evidenceOfThing(site: number, word: number, ledger: Ledger): Evidence {
  if (!isBound(site, word, ledger)) return none;
  const { sites } = ledger;
  if (sites.afterNoun(site) && (isOfSeveralWords(sites.span(word)) || !fitsLeft(site, word, ledger)))
    return none;
  const isRight = fitsRight(site, word, ledger);
  const isActing = acts(site, word, ledger);
  if (isActing) {
    const isLeft = fitsLeft(site, word, ledger);
    if (isRight && isLeft) return full;
    if ((isRight || isLeft) && !sites.compound(site)) return most;
  }
  if (sites.compound(site) || !(isRight || sites.governor(site) !== 0)) return none;
  return isActing || goAnywhere.has(sites.span(word).lemma) ? some : none;
}

/** "Office living room": a thing of several words is known by its own first ones. */
function isOfSeveralWords(span: SiteSpan): boolean {
  return span.slot === 'object' && span.noun.isLong;
}

function isBound(site: number, word: number, ledger: Ledger): boolean {
  const governor = ledger.sites.governor(site);
  return governor === 0 || ledger.attested(hashBinding(governor, ledger.sites.lemmaHash(word)));
}

function isDone(site: number, word: number, ledger: Ledger): boolean {
  const actor = ledger.sites.actor(site);
  return actor === 0 || ledger.attested(hashActing(actor, ledger.sites.lemmaHash(word)));
}

/** "Birds fly", but do sheep? */
function acts(site: number, word: number, ledger: Ledger): boolean {
  const deed = ledger.sites.deed(site);
  return deed === 0 || ledger.attested(hashActing(ledger.sites.lemmaHash(word), deed));
}

function fitsRight(site: number, word: number, ledger: Ledger): boolean {
  const { sites } = ledger;
  const r1 = sites.r1(site);
  return (
    r1 === 0 || (!sites.compound(site) && neutral.has(r1)) || ledger.attested(hashPair(sites.last(word), r1))
  );
}

function fitsLeft(site: number, word: number, ledger: Ledger): boolean {
  const { sites } = ledger;
  const kl1 = sites.kl1(site);
  return kl1 === 0 || ledger.attested(hashPair(kl1, sites.firstKept(word)));
}
