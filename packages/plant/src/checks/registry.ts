import { refusals } from '../reading/word-refusals';
import type { Rule } from '../rule';
import type { Check } from './check';
import { collectiveChecks } from './form/collectives';
import { contrastChecks } from './form/contrast-checks';
import { formChecks, vocabularyCheck } from './form/form-checks';
import { heldChecks } from './form/held';
import { keptApartChecks } from './safety/kept-apart';
import { minorCheck } from './safety/minors';
import { personChecks } from './safety/persons';
import { refusedWordChecks } from './safety/refused-words';
import { attributeChecks } from './truth/attributes';
import { besidesChecks } from './truth/besides';
import { closedChecks } from './truth/closed';
import { genericChecks, likelyCheck } from './truth/generic';
import { mirrorChecks } from './truth/mirror';
import { namedChecks } from './truth/named';
import { relatedChecks } from './truth/related';
import { sightChecks } from './truth/sights';
import { swapChecks } from './truth/swaps';

/** All checks, in the order in which they are asked: the first one that refuses is counted. */
export const registry: readonly Check[] = [
  ...formChecks,
  ...heldChecks,
  ...collectiveChecks,
  vocabularyCheck,
  ...contrastChecks,
  ...refusedWordChecks,
  minorCheck,
  ...keptApartChecks,
  ...personChecks,
  ...relatedChecks,
  ...genericChecks,
  ...sightChecks,
  ...attributeChecks,
  ...closedChecks,
  ...swapChecks,
  ...mirrorChecks,
  ...namedChecks,
  ...besidesChecks,
  likelyCheck,
];

/** All that may refuse a word: the reader's refusals, and the checks. */
export const rules: readonly Rule[] = [...Object.values(refusals).flat(), ...registry];

/**
 * The ids of rules that are switched off, to measure what each is worth.
 *
 * @throws Error for an id that is no rule's, or one of safety
 */
export function switchedOff(ids: readonly string[]): ReadonlySet<string> {
  for (const id of ids) {
    const rule = rules.find((other) => other.id === id);
    if (!rule) throw new Error(`ablate: there is no check "${id}".`);
    if (rule.kind === 'safety') throw new Error(`ablate: "${id}" is a check of safety, which is never off.`);
  }
  return new Set(ids);
}
