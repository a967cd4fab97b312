/** Families of kinds: where a corpus shows that a word can stand in a place, it may come from a kindred kind. */
const families: readonly (readonly string[])[] = [
  ['road vehicle', 'vessel', 'aircraft'],
  ['furniture', 'bedding'],
  ['appliance', 'fixture'],
  ['land', 'landscape', 'ground cover'],
  ['fruit', 'vegetable'],
  ['snack', 'meal'],
  ['cutlery', 'cookware'],
  ['dish', 'drinking vessel'],
  ['bag', 'reading'],
  ['headwear', 'eyewear'],
  ['legwear', 'garment', 'neckwear', 'footwear'],
  ['plant', 'flower'],
];

const familyOfKind = new Map(
  families.flatMap((kinds, i) => kinds.map((kind) => [kind, `family ${i}`] as const)),
);

/** The family of a kind; a kind outside all families is its own. */
export function familyOf(kind: string): string {
  return familyOfKind.get(kind) ?? kind;
}
