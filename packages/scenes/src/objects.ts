/** Edge of a drawing in pixels. */
export const SPRITE_SIZE = 64;

/**
 * The things that scenes show: a word for each, and the emoji that draws it.
 *
 * Chosen by hand so that each word is one everyday noun that WordNet knows, is no colour, and includes no other
 * word of the list in its meaning (no "bird" beside "duck", no "car" beside "taxi"): replacing one by another is
 * then certainly false. Each can be distinguished from the others at 16 × 16 pixels in all three styles. The order is that of the
 * sprite sheets, so a change here needs the build's `generate` task.
 */
export const OBJECTS = {
  // animals
  dog: '🐕️',
  cat: '🐈️',
  horse: '🐎',
  cow: '🐄',
  pig: '🐖',
  camel: '🐪',
  elephant: '🐘',
  giraffe: '🦒',
  zebra: '🦓',
  kangaroo: '🦘',
  rabbit: '🐇',
  fox: '🦊',
  panda: '🐼',
  koala: '🐨',
  hedgehog: '🦔',
  penguin: '🐧',
  owl: '🦉',
  duck: '🦆',
  flamingo: '🦩',
  parrot: '🦜',
  peacock: '🦚',
  rooster: '🐓',
  frog: '🐸',
  turtle: '🐢',
  snake: '🐍',
  crocodile: '🐊',
  whale: '🐋',
  shark: '🦈',
  octopus: '🐙',
  crab: '🦀',
  lobster: '🦞',
  snail: '🐌',
  butterfly: '🦋',
  bee: '🐝',
  goat: '🐐',
  llama: '🦙',
  sloth: '🦥',
  otter: '🦦',
  skunk: '🦨',
  raccoon: '🦝',
  beaver: '🦫',
  gorilla: '🦍',
  swan: '🦢',
  eagle: '🦅',
  dolphin: '🐬',
  shrimp: '🦐',
  spider: '🕷️',
  // food and plants
  banana: '🍌',
  pineapple: '🍍',
  mango: '🥭',
  pear: '🍐',
  strawberry: '🍓',
  tomato: '🍅',
  carrot: '🥕',
  broccoli: '🥦',
  avocado: '🥑',
  eggplant: '🍆',
  potato: '🥔',
  watermelon: '🍉',
  coconut: '🥥',
  croissant: '🥐',
  pizza: '🍕',
  hamburger: '🍔',
  cookie: '🍪',
  doughnut: '🍩',
  cupcake: '🧁',
  lollipop: '🍭',
  mushroom: '🍄',
  lemon: '🍋',
  peach: '🍑',
  onion: '🧅',
  pretzel: '🥨',
  bagel: '🥯',
  taco: '🌮',
  egg: '🥚',
  corn: '🌽',
  apple: '🍎',
  cherry: '🍒',
  cactus: '🌵',
  tulip: '🌷',
  sunflower: '🌻',
  // vehicles
  bus: '🚌',
  tractor: '🚜',
  bicycle: '🚲️',
  motorcycle: '🏍️',
  helicopter: '🚁',
  airplane: '✈️',
  rocket: '🚀',
  sailboat: '⛵️',
  ambulance: '🚑️',
  taxi: '🚕',
  canoe: '🛶',
  locomotive: '🚂',
  tram: '🚊',
  skateboard: '🛹',
  scooter: '🛴',
  truck: '🚚',
  // instruments and devices
  guitar: '🎸',
  violin: '🎻',
  trumpet: '🎺',
  drum: '🥁',
  saxophone: '🎷',
  banjo: '🪕',
  accordion: '🪗',
  bell: '🔔',
  telephone: '☎️',
  television: '📺️',
  radio: '📻️',
  laptop: '💻️',
  camera: '📷️',
  microphone: '🎤',
  robot: '🤖',
  // tools and things
  umbrella: '☂️',
  hammer: '🔨',
  axe: '🪓',
  key: '🔑',
  pencil: '✏️',
  candle: '🕯️',
  magnet: '🧲',
  telescope: '🔭',
  microscope: '🔬',
  ladder: '🪜',
  bucket: '🪣',
  basket: '🧺',
  anchor: '⚓️',
  bomb: '💣️',
  shield: '🛡️',
  trophy: '🏆️',
  envelope: '✉️',
  balloon: '🎈',
  clock: '⏰️',
  lipstick: '💄',
  teapot: '🫖',
  book: '📕',
  wrench: '🔧',
  broom: '🧹',
  kite: '🪁',
  ring: '💍',
  // places and furniture
  chair: '🪑',
  bed: '🛏️',
  door: '🚪',
  bathtub: '🛁',
  toilet: '🚽',
  house: '🏠️',
  church: '⛪️',
  tent: '⛺️',
  rainbow: '🌈',
  snowman: '☃️',
  castle: '🏰',
  fountain: '⛲️',
  volcano: '🌋',
  cloud: '☁️',
  moon: '🌙',
  // clothes
  crown: '👑',
  scarf: '🧣',
  dress: '👗',
  kimono: '👘',
  hat: '🎩',
  boot: '👢',
  shirt: '👕',
  backpack: '🎒',
  briefcase: '💼',
  handbag: '👜',
} as const satisfies Record<string, string>;

export type ObjectName = keyof typeof OBJECTS;

/** All words of `OBJECTS`, in the order of the sprite sheets. */
export const OBJECT_NAMES = Object.keys(OBJECTS) as ObjectName[];

const IRREGULAR_PLURALS: Readonly<Record<string, string>> = {
  tomato: 'tomatoes',
  potato: 'potatoes',
  volcano: 'volcanoes',
  mango: 'mangoes',
  snowman: 'snowmen',
  octopus: 'octopuses',
  corn: 'corn cobs',
  broccoli: 'broccoli heads',
};

/** Things that come as a mass, so that one says neither "a corn" nor "two corns", and what is drawn as two. */
const UNCOUNTABLE: readonly ObjectName[] = ['corn', 'broccoli', 'cherry'];

/** The things that can be counted, in the same order. */
export const COUNTABLE_NAMES = OBJECT_NAMES.filter((name) => !UNCOUNTABLE.includes(name));

/**
 * "dogs", "boxes", "cherries", "snowmen".
 *
 * @example
 * pluralOf('cherry'); // 'cherries'
 */
export function pluralOf(name: string): string {
  if (Object.hasOwn(IRREGULAR_PLURALS, name)) return IRREGULAR_PLURALS[name]!;
  if (/(s|x|ch|sh)$/.test(name)) return `${name}es`;
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return `${name}s`;
}
