import type { ClosedSpan } from '../spans/closed-span';
import { goAnywhere } from '../words/people';
import type { Ledger } from './ledger';
import { hashActing, hashBinding, hashPair, hashWord } from './sequences';

/**
 * How well a corpus must attest a word in a place. `full`: under the governor, after the word before and before the
 * word after; `most`: under the governor and on one side; `some`: under the governor; `same`: not at
 * all, since the word comes from the same surroundings.
 */
export type Evidence = 'same' | 'full' | 'most' | 'some';

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
  evidence: Evidence,
  isStrict: boolean,
): boolean {
  return (
    (evidence === 'same' || stands(site, word, ledger, evidence)) && belongs(site, word, ledger, isStrict)
  );
}

/** Whether a thing goes with all else that the caption names. */
export function belongs(site: number, word: number, { sites, company }: Ledger, isStrict: boolean): boolean {
  if (sites.slot(site) !== 'object') return true;
  const { lemma } = sites.span(word);
  if (goAnywhere.has(lemma)) return true;
  const own = sites.lemmaHash(site);
  return company.keeps(sites.caption(site), sites.span(site), own, sites.lemmaHash(word), isStrict);
}

function stands(site: number, word: number, ledger: Ledger, evidence: Evidence): boolean {
  const { sites } = ledger;
  switch (sites.slot(site)) {
    case 'attribute':
      // A size, a colour or an age suits nearly anything of its sort; the table of what fits says the rest.
      return evidence !== 'full' || isBound(site, word, ledger);
    case 'relation': {
      if (besides.has(sites.span(word).lemma)) {
        return (
          /^(?:thing|overhead)$/.test((sites.span(site) as ClosedSpan).form) || isBound(site, word, ledger)
        );
      }
      return isBound(site, word, ledger) && (evidence === 'some' || isDone(site, word, ledger));
    }
    case 'count':
      return !sites.span(word).lemma.includes(' of') || isBound(site, word, ledger);
    case 'action':
      // Who sits somewhere could stand there; who lies or walks there the corpus must show.
      return (
        fitsRight(site, word, ledger) &&
        (upright.has(sites.span(word).lemma) || (isBound(site, word, ledger) && isDone(site, word, ledger)))
      );
    case 'object':
      if (!(evidence === 'some' && goAnywhere.has(sites.span(word).lemma)) && !acts(site, word, ledger))
        return false;
      if (evidence === 'full' || sites.compound(site)) {
        return fitsRight(site, word, ledger) && fitsLeft(site, word, ledger) && isBound(site, word, ledger);
      }
      if (evidence === 'most') {
        return isBound(site, word, ledger) && (fitsRight(site, word, ledger) || fitsLeft(site, word, ledger));
      }
      return isBound(site, word, ledger) && (sites.governor(site) !== 0 || fitsRight(site, word, ledger));
  }
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
