import { closedSet } from './closed-sets';
import type { Exclusions } from './exclusions';

/** What one does with one's whole body: one at a time. For living things; a bowl that sits on a table also stands on it. */
export const posturesExclude = closedSet('postures');

/** Actions of vehicles, by sort: a bus does not fly. */
export const travelExcludes: Readonly<Record<string, Exclusions>> = {
  'road vehicle': closedSet('road vehicle'),
  aircraft: closedSet('aircraft'),
  vessel: closedSet('vessel'),
};

/** Actions on living beings; they are not worn, cut or thrown. */
export const dealingExcludes = closedSet('dealings');

/** What one does with a thing: "riding a bicycle" is not carrying it, though who eats a sandwich holds it too. */
export const handlingExcludes = closedSet('handlings');
