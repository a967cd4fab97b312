import type { Ledger } from './ledger';
import { hashActing, hashBinding, hashPair, hashWord } from './sequences';
import type { Site, SiteWord } from './site';

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

/** Whether the corpus shows that a word can stand in a place. */
export function suits(site: Site, word: Site, ledger: Ledger, evidence: Evidence): boolean {
  switch (site.span.slot) {
    case 'attribute':
      // A size, a colour or an age suits nearly anything of its sort; the table of what fits says the rest.
      return evidence !== 'full' || isBound(site, word, ledger);
    case 'relation':
      if (besides.has(word.span.lemma)) return site.span.form === 'thing' || isBound(site, word, ledger);
      return isBound(site, word, ledger) && (evidence === 'some' || isDone(site, word, ledger));
    case 'count':
      return !word.span.lemma.includes(' of') || isBound(site, word, ledger);
    case 'action':
      // Who sits somewhere could stand there; who lies or walks there the corpus must show.
      return (
        fitsRight(site, word, ledger) &&
        (upright.has(word.span.lemma) || (isBound(site, word, ledger) && isDone(site, word, ledger)))
      );
    case 'object':
      if (evidence !== 'some' && !acts(site, word, ledger)) return false;
      if (evidence === 'full' || site.compound) {
        return fitsRight(site, word, ledger) && fitsLeft(site, word, ledger) && isBound(site, word, ledger);
      }
      if (evidence === 'most') {
        return isBound(site, word, ledger) && (fitsRight(site, word, ledger) || fitsLeft(site, word, ledger));
      }
      return isBound(site, word, ledger) && (site.governor !== 0 || fitsRight(site, word, ledger));
  }
}

function isBound({ governor }: Site, { lemmaHash }: SiteWord, ledger: Ledger): boolean {
  return governor === 0 || ledger.attested(hashBinding(governor, lemmaHash));
}

function isDone({ actor }: Site, { lemmaHash }: SiteWord, ledger: Ledger): boolean {
  return actor === 0 || ledger.attested(hashActing(actor, lemmaHash));
}

/** "Birds fly", but do sheep? */
function acts({ deed }: Site, { lemmaHash }: SiteWord, ledger: Ledger): boolean {
  return deed === 0 || ledger.attested(hashActing(lemmaHash, deed));
}

function fitsRight({ r1, compound }: Site, { last }: SiteWord, ledger: Ledger): boolean {
  return r1 === 0 || (!compound && neutral.has(r1)) || ledger.attested(hashPair(last, r1));
}

function fitsLeft({ kl1 }: Site, { firstKept }: SiteWord, ledger: Ledger): boolean {
  return kl1 === 0 || ledger.attested(hashPair(kl1, firstKept));
}
