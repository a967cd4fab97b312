import type { AttributeSpan, ClosedSpan, ObjectSpan } from '../reading/reading';

/** The words of a place, which another place's may be exchanged for. */
export type SiteSpan = ObjectSpan | AttributeSpan | ClosedSpan;

/** How many n-grams contain a place: five with all words, five without articles. */
export const sequencesOfSite = 10;
