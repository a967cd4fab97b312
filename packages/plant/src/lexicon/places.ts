import { closedSet } from './closed-sets';

/**
 * Relations in space. What is on a thing is not under it, beside it, behind it or in front of it; what stands next to
 * a thing may well be called in front of it, and what is under it near it, so these do not exclude each other.
 */
export const placesExclude = closedSet('places');

/** Relations to what is over one's head: who is under a tree is beside it and in front of it as well. */
export const overheadExclude = closedSet('overhead');

/** Relations to a street, a field or water. */
export const groundsExclude = closedSet('grounds');

/** Relations to a lake or a river. */
export const watersExclude = closedSet('waters');

/** Relations to a room. */
export const roomsExclude = closedSet('rooms');
