import type { Site } from './site';

/** A word for a place: in an exchange, the giver's own place takes the word of this one in return. */
export interface Change {
  readonly site: Site;
  readonly giver: Site;
  readonly operation: 'exchange' | 'replace';
}
