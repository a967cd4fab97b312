// Words for the same sight that WordNet does not relate.
const groups = (
  'phone cellphone telephone smartphone iphone; street road highway freeway avenue boulevard driveway alley path trail sidewalk; bike bicycle motorcycle motorbike scooter moped; plane airplane jet airliner aircraft glider biplane;  boat ship sailboat yacht ferry; ' +
  'couch sofa chair armchair loveseat; bench chair seat couch; chair stool seat;  desk table counter;  laptop computer keyboard monitor; television tv monitor; cup mug glass; dish plate bowl tray platter saucer; cup bowl;  pool pond water; stream river; pot pan cooker skillet wok; bus trolley; bag backpack purse handbag; ' +
  'suitcase luggage bag briefcase; briefcase box; bag box; basket box;  jacket coat sweater hoodie; tie collar; shirt blouse t-shirt sweater vest; pants jeans trousers; hill mountain cliff ridge bluff; slope hill ramp mountain; trail field path slope; sea ocean lake; river pond lake; ' +
  'forest park garden yard; field meadow park; yard garden lawn; mountain forest hill valley; lot street road; pier dock wharf boardwalk bridge; oven stove; rug carpet; donut doughnut bagel pastry; cake pastry muffin cupcake pie; hat cap helmet; boot shoe sneaker sandal; ' +
  'racket racquet; tub bathtub bath; fridge refrigerator; photo picture; glasses goggles sunglasses; bush tree plant shrub; vase jar pitcher; bookcase shelf; truck van car; ' +
  'train tram trolley subway; taxi car; bus van; house building cabin; store restaurant shop; barn shed; toy doll; blanket quilt sheet; cow bull cattle calf; ' +
  'sheep goat lamb; rat mouse; bird duck goose; dirt mud sand gravel; sandwich burger hamburger; salad vegetable; meat steak chicken bacon; pasta spaghetti; ' +
  'rose flower tulip; teddy bear bear doll; carriage wagon cart; lamp light candle lantern; wall fence barrier railing; fence railing gate; tower steeple church; steeple spire tower;  door gate; chocolate candy cake brownie; dress skirt robe; bucket basket; ball frisbee; ' +
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
  return sharesHead(a, b) || looksAlike(a, b);
}

/** Whether both end in one noun ("bell tower", "tower"), which of two courts for different games says nothing. */
export function sharesHead(a: string, b: string): boolean {
  return headOf(a) === headOf(b) && (a === b || !isOfSport(a) || !isOfSport(b));
}

/** Whether the table has the heads of two nouns in one group. */
export function looksAlike(a: string, b: string): boolean {
  return alike.get(headOf(a))?.has(headOf(b)) === true && headOf(a) !== headOf(b);
}

/** A bell tower looks like what a tower looks like. */
function headOf(lemma: string): string {
  return lemma.slice(lemma.lastIndexOf(' ') + 1);
}

const sports = new Set('tennis basketball badminton squash baseball football hockey'.split(' '));

/** "tennis court": its lines tell it from other courts. */
function isOfSport(lemma: string): boolean {
  return sports.has(lemma.slice(0, Math.max(0, lemma.indexOf(' '))));
}
