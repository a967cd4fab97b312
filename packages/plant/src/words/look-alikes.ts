// What people call the same sight, where WordNet keeps the words apart.
const groups = (
  'street road highway driveway path trail sidewalk; bike bicycle motorcycle motorbike scooter; plane airplane jet airliner aircraft; boat ship sailboat yacht ferry; ' +
  'couch sofa chair armchair; desk table; laptop computer keyboard monitor; television tv monitor; cup mug glass; dish plate bowl; pool pond water; stream river; pot pan; bag backpack purse handbag; ' +
  'suitcase luggage bag; jacket coat sweater hoodie; shirt blouse t-shirt sweater vest; pants jeans trousers; hill mountain cliff ridge bluff; slope hill ramp mountain; trail field path slope; sea ocean lake; river pond lake; ' +
  'forest park garden yard; field meadow park; yard garden lawn; mountain forest hill valley; parking lot street; oven stove; rug carpet; donut doughnut bagel pastry; cake pastry muffin cupcake pie; hat cap helmet; boot shoe sneaker sandal; ' +
  'racket racquet; tub bathtub; fridge refrigerator; photo picture; glasses goggles sunglasses; bush tree plant shrub; vase jar pitcher; bookcase shelf; truck van car; ' +
  'train tram trolley subway; taxi car; bus van; house building cabin; store restaurant shop; barn shed; toy doll; blanket quilt sheet; cow bull cattle calf; ' +
  'sheep goat lamb; rat mouse; bird duck goose; dirt mud sand gravel; ski snowboard; sandwich burger hamburger; salad vegetable; meat steak chicken bacon; pasta spaghetti; ' +
  'rose flower tulip; teddy bear bear doll; carriage wagon cart; lamp light candle lantern; wall fence barrier; door gate; chocolate candy cake brownie; dress skirt robe; bucket basket; ball frisbee; ' +
  'kitten cat; puppy dog; calf cow; foal colt pony horse; lamb sheep; chick chicken hen rooster; duckling duck; cub bear lion tiger; piglet pig'
)
  .split('; ')
  .map((words) => words.split(' '));

const alike = new Map<string, Set<string>>();
for (const group of groups) {
  for (const word of group) alike.set(word, new Set([...(alike.get(word) ?? []), ...group]));
}

/** Whether two nouns may be said of one thing in a picture, though WordNet knows no relation between them. */
export function mayLookAlike(a: string, b: string): boolean {
  return alike.get(a)?.has(b) === true;
}
