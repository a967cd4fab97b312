/** Everyday names of things that WordNet does not know, by the name that it has for them or for their like. */
export const standIns: ReadonlyMap<string, string> = new Map([
  ['stop sign', 'street sign'],
  ['cell phone', 'cellular telephone'],
  ['washing machine', 'dishwasher'],
  ['badminton player', 'tennis player'],
  ['cricket player', 'baseball player'],
  ['kayaker', 'canoeist'],
  ['tshirt', 't-shirt'],
  ['hoodie', 'sweatshirt'],
  ['smartphone', 'cellular telephone'],
]);
