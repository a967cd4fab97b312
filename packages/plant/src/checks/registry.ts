import type { Check } from './check';
import { formChecks } from './form/form-checks';
import { holdingChecks } from './form/holding';
import { vocabularyCheck } from './form/vocabulary';
import { keptApartChecks } from './safety/kept-apart';
import { minorCheck } from './safety/minors';
import { personChecks } from './safety/persons';
import { refusedWordChecks } from './safety/refused-words';
import { attributeChecks } from './truth/attributes';
import { closedChecks } from './truth/closed';
import { genericChecks } from './truth/generic';
import { likelyCheck } from './truth/likely';
import { namedChecks } from './truth/named';
import { relatedChecks } from './truth/related';
import { sightChecks } from './truth/sights';
import { swapChecks } from './truth/swaps';

/** All checks, in the order in which they are asked: the first one that refuses is counted. */
export const registry: readonly Check[] = [
  ...formChecks,
  ...holdingChecks,
  vocabularyCheck,
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
  ...namedChecks,
  likelyCheck,
];
