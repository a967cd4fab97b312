interface Scene {
  readonly home: string;
  readonly things: ReadonlySet<string>;
}

const scene = (home: string, things: string): Scene => ({
  home,
  things: new Set(things.split(', ')),
});

/** Things that are bound to a place, whatever corpus there is: beside one of them those of other places are nonsense. */
const scenes: readonly Scene[] = [
  scene(
    'bathroom',
    'bathroom, restroom, toilet, tub, bathtub, shower, urinal, bidet, toilet paper, toilet seat',
  ),
  scene(
    'kitchen',
    'kitchen, stove, oven, refrigerator, fridge, freezer, microwave, toaster, toaster oven, microwave oven, coffee maker, dishwasher, blender',
  ),
  scene('bedroom', 'bedroom'),
  scene('office', 'office, classroom, library'),
  scene('road', 'street, road, highway, freeway, sidewalk, parking lot, crosswalk'),
  scene('snow', 'snow, ski, skiing, skier, snowboard, snowboarding, snowboarder, ski slope, snowsuit'),
  scene('sea', 'wave, surf, surfing, surfer, ocean, sea, wetsuit'),
  scene('green', 'grass, meadow, lawn, pasture, grassy'),
];

const homeOf = new Map(scenes.flatMap(({ home, things }) => [...things].map((thing) => [thing, home])));

/** Whether a thing is at home in another place than a word of the caption, its keyword left out. */
export function leavesScene(keyword: string, lemma: string, words: readonly string[]): boolean {
  const home = homeOf.get(lemma);
  if (home === undefined) return false;
  return words.some((word) => {
    const other = homeOf.get(word);
    return other !== undefined && other !== home && !keyword.includes(word);
  });
}
