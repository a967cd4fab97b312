import type { Scale } from './scale';

/**
 * Scales of attributes: on one scale two words of different groups can't be true of one thing at the same time;
 * words of one group are near enough to be true together ("big" and "large", "tan" and "beige").
 */
const table: Readonly<Record<Scale, string>> = {
  colour:
    'red crimson scarlet maroon | orange | yellow gold golden blond blonde | green | blue navy turquoise teal | purple violet lavender | pink | ' +
    'brown tan beige cream | black | white | gray grey silver',
  size: 'big large huge giant gigantic enormous massive oversized | small little tiny miniature mini',
  height: 'tall | short',
  length: 'long | short',
  width: 'wide broad | narrow',
  thickness: 'thick | thin',
  age: 'old elderly aged ancient antique | young | new modern',
  material:
    'wooden wood | metal metallic steel | plastic | glass | stone | brick | leather | concrete cement | paper | ceramic porcelain',
  shape: 'round circular | square rectangular | triangular | oval',
  openness: 'open | closed shut',
  fullness: 'full | empty',
  wetness: 'wet damp | dry',
  cleanness: 'clean | dirty filthy muddy',
  temperature: 'hot | cold',
  brightness: 'bright | dark',
  weather: 'sunny | cloudy overcast rainy',
  weight: 'heavy',
  texture: 'smooth | rough',
  hardness: 'soft | hard',
  curl: 'curly wavy | straight',
  mood: 'happy | sad angry',
  pattern: 'striped | spotted polka-dotted | checkered plaid',
  ripeness: 'ripe | unripe',
  place: 'indoor | outdoor',
  cooking: 'cooked fried grilled baked | raw uncooked',
  terrain: 'grassy | sandy | snowy snow-covered | rocky | muddy',
  crowd: 'busy crowded | empty deserted',
  order: 'messy cluttered | tidy neat',
  slope: 'steep | flat',
  paving: 'paved | unpaved',
  sky: 'clear | cloudy overcast',
  cutting: 'sliced chopped | whole',
  sex: 'male | female',
};

/** The words of a scale that may be inserted: the plainest. */
const plain = new Set(
  (
    'red orange yellow green blue purple pink brown black white gray big large small tall short long wide narrow thick thin ' +
    'old young new wooden metal plastic glass stone brick round square triangular open closed full empty wet dry clean ' +
    'dirty hot cold bright dark sunny cloudy smooth rough soft hard curly straight happy sad striped spotted checkered ripe ' +
    'unripe indoor outdoor cooked raw oval grassy sandy snowy rocky busy empty messy tidy steep flat clear sliced whole male female'
  ).split(' '),
);

interface ScaleEntry {
  readonly scale: Scale;
  readonly group: number;
}

const entries = new Map<string, ScaleEntry[]>();
const offers = new Map<Scale, { word: string; group: number }[]>();
for (const [scale, row] of Object.entries(table) as [Scale, string][]) {
  for (const [group, words] of row.split(' | ').entries()) {
    for (const word of words.split(' ')) {
      entries.set(word, [...(entries.get(word) ?? []), { scale, group }]);
      if (plain.has(word)) offers.set(scale, [...(offers.get(scale) ?? []), { word, group }]);
    }
  }
}

const noEntries: readonly ScaleEntry[] = [];

/** The scales that an adjective lies on: two for "short". */
export function scalesOf(lemma: string): readonly ScaleEntry[] {
  return entries.get(lemma) ?? noEntries;
}

const names = new Map([...entries].map(([word, list]) => [word, list.map(({ scale }) => scale)] as const));
const noNames: readonly Scale[] = [];

/** The names of these scales. */
export function scaleNamesOf(lemma: string): readonly Scale[] {
  return names.get(lemma) ?? noNames;
}

/** Whether a word is a colour. */
export function isColour(word: string): boolean {
  return scaleNamesOf(word).includes('colour');
}

const opposites = new Map(
  [...entries].map(([word, on]) => {
    const excluded = on.flatMap(({ scale, group }) =>
      (offers.get(scale) ?? []).filter((offer) => offer.group !== group),
    );
    return [word, excluded.map((offer) => offer.word)] as const;
  }),
);

/** Plain words that exclude an adjective, on any scale that it lies on. */
export function oppositesOf(lemma: string): readonly string[] {
  return opposites.get(lemma) ?? [];
}

const groups = new Map<string, readonly string[]>();
for (const row of Object.values(table)) {
  for (const words of row.split(' | ').map((group) => group.split(' '))) {
    for (const word of words) groups.set(word, [...(groups.get(word) ?? []), ...words]);
  }
}

/** A word and what may be said in its stead. */
export function groupOf(lemma: string): readonly string[] {
  return groups.get(lemma) ?? [lemma];
}

/** Whether two attributes may be true of one thing at once for all we know, by lying in one group of a scale. */
export function sameGroup(a: string, b: string): boolean {
  return scalesOf(a).some((x) => scalesOf(b).some((y) => x.scale === y.scale && x.group === y.group));
}

/** The words of a scale that may be inserted. */
export function plainWordsOf(scale: Scale): readonly string[] {
  return (offers.get(scale) ?? []).map(({ word }) => word);
}
