import { createExclusions } from './exclusions';

/**
 * Relations in space. What is on a thing is not under it, beside it, behind it or in front of it; what stands next to
 * a thing may well be called in front of it, and what is under it near it, so these do not exclude each other.
 */
export const placesExclude = createExclusions([
  'on on-top-of atop | under underneath beneath below | behind | in-front-of',
  'on on-top-of atop | near by close-to',
  'on on-top-of atop | next-to beside alongside | under underneath beneath',
  'above over | under underneath beneath below',
  'in inside inside-of | outside outside-of | under underneath beneath | behind | in-front-of',
  'outside outside-of in-front-of',
  'outside outside-of behind',
  'outside outside-of next-to beside alongside near by close-to',
  'in inside inside-of | next-to beside alongside near by close-to',
  'left-of | right-of',
  'to-the-left-of | to-the-right-of',
  'on-the-left-of | on-the-right-of',
  'up | down',
  'into | out-of',
  'onto | off off-of',
  'toward towards | away-from',
  'around | on on-top-of atop | in inside inside-of | under underneath beneath below',
  'past | into | out-of',
  'on-the-side-of | on-top-of atop | in inside inside-of',
  'at-the-top-of on-the-top-of | at-the-bottom-of on-the-bottom-of at-the-foot-of at-the-base-of',
]);

/** Relations to what is over one's head: who is under a tree is beside it and in front of it as well. */
export const overheadExclude = createExclusions([
  'in | under underneath beneath below | next-to beside alongside near by close-to | behind | in-front-of',
  'on on-top-of atop | under underneath beneath below | behind | next-to beside alongside near by close-to',
  'under underneath beneath below next-to beside alongside near by close-to in-front-of',
  'under underneath beneath below next-to beside alongside near by close-to behind',
  'in-front-of | behind',
  'on on-top-of atop | in-front-of',
  'above over | under underneath beneath below',
]);

/** Relations to a street, a field or water. */
export const groundsExclude = createExclusions([
  'on in | next-to beside alongside | under',
  'in-the-middle-of in-the-center-of | on-the-side-of on-the-edge-of at-the-edge-of by-the-side-of along-the-side-of next-to beside alongside near',
  'across | down along up',
  'through | past',
  'at-the-top-of on-the-top-of | at-the-bottom-of on-the-bottom-of at-the-foot-of at-the-base-of',
  'above over | under',
  'into | out-of',
  'toward towards | away-from',
]);

/** Relations to a lake or a river. */
export const watersExclude = createExclusions([
  'in-the-middle-of in-the-center-of | on-the-edge-of at-the-edge-of next-to beside alongside near by close-to along',
  'in on | next-to beside alongside near by close-to along',
  'through across | past along',
  'above over | under',
  'into | out-of',
]);

/** Relations to a room. */
export const roomsExclude = createExclusions([
  'in inside inside-of | outside outside-of',
  'in-the-middle-of in-the-center-of | in-the-corner-of',
]);
