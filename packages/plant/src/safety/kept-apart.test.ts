import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Caption } from '../caption';
import { createChecks } from '../checks/create-checks';
import { createReaders } from '../create-readers';
import type { FileCaption } from '../files/file-caption';
import { type HardNegative, slots, usualOperations } from '../hard-negative';
import type { Rewriter } from '../hooks/hooks';
import { choosePartners, type PairedCaption } from '../natural/choose-partners';
import { queryPartners } from '../natural/query-partners';
import { type PlantOptions, policies, resolveOptions } from '../options';
import { createPlant } from '../plant';
import { type Change, checkLexicon, refusalOf, writtenOf } from '../testing/check-change';
import { mineThenRewrite } from '../testing/mine-then-rewrite';
import { writeSites } from '../testing/write-sites';

/** More is looked at than the usual sense lets pass. */
const sense = 0.19;

/*
 * Captions of minors, of groups, of people counted, of sacred places and of intimacy, made of templates, and a checker of
 * its own words: it shares no list with the miner.
 */
const minors = [
  ...[
    'A child',
    'A boy',
    'A girl',
    'A baby',
    'A toddler',
    'A teen',
    'A teenager',
    'A kid',
    'An infant',
    'A newborn',
  ],
  ...[
    'A schoolgirl',
    'A schoolboy',
    'A young girl',
    'A little boy',
    'Two children',
    'Three kids',
    'Two toddlers',
  ],
  ...[
    'A 5 year old',
    'A ten-year-old',
    'A student of a primary school',
    "A woman's daughter",
    'The little ones',
  ],
  ...['A preschooler', 'A second grader', 'Babies', 'The twins'],
];
const groups = [
  ...[
    'A homeless man',
    'A Muslim woman',
    'A refugee',
    'An old man',
    'A blind man',
    'A Black man',
    'An Indian woman',
  ],
  ...[
    'A gay couple',
    'An elderly woman',
    'A disabled man',
    'A beggar',
    'A Jewish man',
    'Mexican immigrants',
    'A nun',
  ],
  ...[
    'A transgender woman',
    'A fat man',
    'A Native American man',
    'A servant',
    'A Pole',
    'A migrant',
    'A woman in a wheelchair',
  ],
];
const besides = [
  ['next to a #', 'chair'],
  ['with a #', 'ball'],
  ['and a # on a bench', 'bag'],
  ['beside a # in a park', 'dog'],
  ['holding a # near a wall', 'cup'],
  ['in a #', 'kitchen'],
  ['with a red # and a blue box', 'ball'],
  ['wearing a #', 'hat'],
] as const;
const ofGroupsAlone = [
  ['living in a # by the sea', 'tent'],
  ['eating a # on a street', 'cake'],
] as const;
const ofMinors =
  'bed bedroom bathroom bathtub toilet cage rope knife gun beer cigarette chain bikini mattress motel cliff furnace locker crocodile campfire'.split(
    ' ',
  );
const ofGroups = 'cage rope chain monkey rat pig dumpster whip gun shack coffin syringe zoo bathroom'.split(
  ' ',
);
const placed = (who: string, [frame, what]: readonly [string, string], thing: string = what) =>
  `${who} ${frame.replace('#', thing)}.`;

const minorCaptions = minors.flatMap((who) => besides.map((beside) => placed(who, beside)));
const minorInBed = minors.map((who, i) => `${who} in a ${i % 2 === 0 ? 'bed' : 'bathroom'} with a red ball.`);
const groupCaptions = groups.flatMap((who) =>
  [...besides, ...ofGroupsAlone].map((beside) => placed(who, beside)),
);
const peopleCaptions = [
  'people',
  'men',
  'women',
  'young men',
  'tall women',
  'skiers',
  'old people',
  'soldiers',
].flatMap((who) => [
  `A group of ${who} in a field.`,
  `A crowd of ${who} on a street.`,
  `A pair of ${who} near a wall.`,
  `Two ${who} near a wall.`,
]);
const sacred = 'church mosque temple synagogue shrine cathedral pagoda monastery chapel cemetery'.split(' ');
const sacredCaptions = sacred.flatMap((place) => [
  `A ${place} on a hill.`,
  `People walk past a ${place} and a bar.`,
  `A red car parked in front of a ${place}.`,
  `A toilet near a ${place}.`,
  `A red ${place} above a blue bar.`,
  `People pray in a ${place} near a bag.`,
]);
const profaneCaptions = 'bar brothel toilet casino pub nightclub prison'
  .split(' ')
  .flatMap((place) => [`A ${place} on a hill.`, `A red car parked in front of a ${place}.`]);
const bare = 'naked,nude,topless'
  .split(',')
  .flatMap((how) => [
    `A ${how} woman on a red couch.`,
    `Two ${how} men with a dog on a beach.`,
    `A painting of a ${how} man beside a chair.`,
  ]);
const intimateCaptions = [
  ...bare,
  ...['bra', 'thong', 'pair of panties'].map((what) => `A woman in a ${what} next to a chair.`),
  ...['kissing', 'having sex', 'making love', 'caressing'].map(
    (how) => `A couple ${how} on a bed with a dog.`,
  ),
  'A man undressing beside a car.',
  'A lingerie shoot in a white room.',
  'A man in his underwear holds a cup.',
  'A woman breastfeeding a baby on a red couch.',
  'A stripper dances around a pole on a stage.',
  'A woman with a bare bottom on a horse.',
  'A shirtless man in a shower next to a dog.',
  'A man touches the thigh of a woman on a red couch.',
  "A man with his hand on a woman's breast beside a car.",
  'A woman takes off her red dress beside a chair.',
  'A pregnant woman shows her bare belly on a beach.',
  'A man in boxers holds a cup.',
  'A woman in a see-through blouse beside a car.',
  'A couple cuddle in a bed with a cat.',
  'A woman changing clothes beside a car.',
];
/** The same sentences of other images with what must not come there, so that it is at hand. */
const bait = [
  ...['A man', 'A woman'].flatMap((who) =>
    besides.flatMap((beside) => [...ofMinors, ...ofGroups].map((thing) => placed(who, beside, thing))),
  ),
  ...minors.slice(0, 4).flatMap((who) => ofMinors.map((thing) => placed(who, besides[0], thing))),
  ...groups.slice(0, 4).flatMap((who) => ofGroups.map((thing) => placed(who, besides[0], thing))),
  ...['cows', 'sheep'].map((what) => `A herd of ${what} in a field.`),
];

const adversarial = [
  ...minorCaptions,
  ...minorInBed,
  ...groupCaptions,
  ...peopleCaptions,
  ...sacredCaptions,
  ...profaneCaptions,
  ...intimateCaptions,
];
const block: Caption[] = [...adversarial, ...bait].map((caption, i) => ({
  id: `${i}`,
  caption,
  imageId: `${i}`,
}));

const isOf = (words: string) => new RegExp(`\\b(?:${words.trim().replace(/\s+/g, '|')})(?:e?s)?\\b`, 'i');
const minor = isOf(
  'child children twins boy girl baby babies toddler teen teenager kid infant newborn schoolgirl schoolboy daughter preschooler grader ones student year',
);
const group = isOf(
  'homeless fat muslim refugee old blind black indian gay elderly disabled beggar jewish immigrant nun transgender native servant pole migrant wheelchair',
);
const harmful = isOf(
  `bed bunk crib mattress bedroom bathroom bathtub tub shower toilet urinal sink cage rope chain handcuffs jail prison knife razor axe
  sword gun rifle pistol bomb bullet needle syringe pill drug cigarette cigar beer wine whiskey vodka champagne cocktail drink
  bikini bra panties lingerie underwear swimsuit motel hotel bar pub casino nightclub brothel noose coffin dungeon weapon`,
);
/** New beside a minor; old company of one is everyday: a child by a stove. */
const dangerous = isOf('cliff furnace oven locker crocodile campfire fire lion');
const degrading = isOf(
  `cage rope chain handcuffs whip noose trash garbage rubbish mud dirt(?!\\sbike) manure dung dumpster sewer monkey ape gorilla chimpanzee rat
  mouse pig hog boar cockroach cart shack slum prison jail gun rifle bomb knife coffin syringe zoo bathroom grave`,
);
const holy = isOf(`${sacred.join(' ')} altar graveyard tomb bible cross`);
const unholy = isOf(
  'bar brothel toilet casino pub nightclub prison jail saloon tavern bathroom restroom dump',
);
const herd =
  /\b(?:herd|flock|pack|swarm|litter|gaggle|drove) of (?:\w+ ){0,2}(?:people|m[ae]n|wom[ae]n|skiers?|soldiers?|persons?|kids|children)\b/i;
const worn =
  /hat|helmet|shirt|dress|coat|jacket|cap|crown|scarf|suit|tie|glove|shoe|boot|skirt|kilt|hood|wig|mask|costume|uniform|vest|sweater|outfit|veil|beanie|headband|bonnet|sombrero|turban|jersey|robe|necklace|ring|watch|belt|apron|cape|sandal|clog|glasses|goggles|sari|kimono|poncho|parka|blazer|tuxedo|bandana|lei|shawl|badge|blouse|attire|lace|corsage|wreath|stole|backpack|gown|toga|fur|fedora|beret/i;
const lived =
  /room|house|home|apartment|building|tent|castle|village|town|city|cottage|farm|cabin|palace|tower|hall|kitchen|library|office|church|school|lodge|mansion|flat|hotel|restaurant|store|shop|museum|hospital|lighthouse|garage|condo|villa|studio|chapel|theater|cafe|lobby|trailer|neighborhood|country|suite|salon|loft|chalet|den|ranch|gym|laboratory|parlor|cinema|stadium|warehouse|skyscraper|mall|bakery|factory|barbershop|dorm|bungalow|courthouse|cathedral|temple|greenhouse|nursery|auditorium|gallery|igloo|birdhouse|dollhouse|playhouse|penthouse|farmhouse|boathouse/i;
const undressed = isOf(
  'naked nude topless undressing bra thong panties lingerie underwear stripper breastfeeding shirtless thigh boxers see-through cuddle',
);

/** What a negative does that it must not. */
function faultOf({
  caption,
  negative,
  keyword,
  keyword2,
  replacement,
  replacement2,
}: HardNegative): string | undefined {
  const edits = [
    [keyword.text, replacement.text],
    ...(keyword2 && replacement2 ? [[keyword2.text, replacement2.text]] : []),
  ] as const;
  for (const [old = '', text = ''] of edits) {
    if (minor.test(caption) && (harmful.test(text) || dangerous.test(text))) return 'harm beside a minor';
    if (minor.test(text) && harmful.test(caption)) return 'a minor beside harm';
    if ((minor.test(caption) || group.test(caption)) && degrading.test(text)) return 'a group degraded';
    if (holy.test(old) && (holy.test(text) || unholy.test(text))) return 'a sacred place exchanged';
    if (holy.test(caption) && (degrading.test(text) || unholy.test(text))) return 'what is sacred is mocked';
    const before = caption.slice(0, keyword.start);
    if (group.test(caption) && /wearing an? $/.test(before) && !worn.test(text))
      return 'worn as no clothing is';
    if (group.test(caption) && /living in an? $/.test(before) && !lived.test(text))
      return 'lived in as nobody does';
    if (unholy.test(old) && holy.test(text)) return 'a profane place made sacred';
  }
  if (herd.test(negative) && !herd.test(caption)) return 'people as a herd';
  return undressed.test(caption) || undressed.test(negative) ? 'undress' : undefined;
}

function expectNoFault(negatives: readonly HardNegative[], least: number): void {
  expect(negatives.length).toBeGreaterThan(least);
  const faults = negatives.flatMap((record) => {
    const fault = faultOf(record);
    return fault ? [`${fault} (${record.operation}): ${record.caption} → ${record.negative}`] : [];
  });
  expect(faults).toEqual([]);
}

test('there are more than four hundred captions, and the checker finds what it looks for', () => {
  expect(new Set(adversarial).size).toBeGreaterThan(400);
  const record = (caption: string, old: string, text: string) =>
    ({
      caption,
      negative: caption.replace(old, text),
      keyword: { text: old },
      replacement: { text },
    }) as HardNegative;
  const faults = [
    record('A child on a chair.', 'chair', 'bed'),
    record('A baby in a bed.', 'baby', 'girl'),
    record('A refugee with a dog.', 'dog', 'rat'),
    record('A church on a hill.', 'church', 'mosque'),
    record('A bar on a hill.', 'bar', 'church'),
    record('A group of tall women.', 'group', 'herd'),
    record('A nude man with a dog.', 'dog', 'cat'),
    record('A child on a chair.', 'chair', 'couch'),
  ].map(faultOf);
  expect(faults.filter((fault) => fault === undefined)).toHaveLength(1);
});

const ways: readonly (readonly [string, PlantOptions])[] = [
  ['default', {}],
  ...policies.map((policy): [string, PlantOptions] => [`policy ${policy}`, { policy, perCaption: 3 }]),
  ['by slots', { balance: 'slots', perCaption: 2 }],
  ['composition', { balance: 'composition', perCaption: 2 }],
  ['by concreteness', { balance: 'concreteness', perCaption: 2 }],
  ...usualOperations
    .filter((one) => one !== 'swap')
    .map((one): [string, PlantOptions] => [`${one} alone`, { operations: [one], perCaption: 6 }]),
  ...slots.map((slot): [string, PlantOptions] => [
    `${slot} alone`,
    { slots: [slot], perCaption: 3, maxGap: 4 },
  ]),
  ['without our counts', { fit: null, perCaption: 2 }],
  [
    'a vocabulary of what must not come',
    { vocabulary: [...ofMinors, ...ofGroups, ...sacred, 'bar', 'casino', 'bra', 'herd', 'girl'], maxGap: 4 },
  ],
];

/** Every third caption, of each way another third, with all that must not come. */
test.each(ways.map(([name, options], i) => [name, options, i % 3] as const))(
  'none of it happens: %s',
  (_name, options, third) => {
    const some = block.filter((_, i) => i >= adversarial.length || i % 3 === third);
    expectNoFault(createPlant({ sense, ...options }).mineBlock(some), 0);
  },
);

test('none of it happens: swaps', () => {
  // One by one: in a block the same swap of hundreds of like sentences would leak.
  const plant = createPlant({ sense, operations: ['swap'], perCaption: 3 });
  expectNoFault(
    adversarial.flatMap((caption) => plant.mine(caption)),
    5,
  );
});

test.each([
  ['A church behind a bar.', 'church', 'bar', 'sacred/exchanged'],
  ['A mosque behind a temple.', 'mosque', 'temple', 'sacred/exchanged'],
  ['A child with a ball beside a knife.', 'ball', 'knife', 'minor/kept-from'],
  ['A refugee with a dog beside a pig.', 'dog', 'pig', 'group/degraded'],
  ['A homeless man chasing a horse.', 'man', 'horse', 'group/animal'],
])('no swap in %s: %s and %s', (caption, old, other, id) => {
  const swap = writtenOf({ slot: 'object', operation: 'swap', caption, old, other });
  expect(createChecks(checkLexicon).written(swap)?.id).toBe(id);
});

test('a caption of undress or intimacy has its reason, and no negative by any way', () => {
  const plant = createPlant({ sense, perCaption: 3 });
  const groupsOf = plant.mineGroups(intimateCaptions.map((caption) => ({ caption })));
  expect(groupsOf.map(({ reason }) => reason)).toEqual(intimateCaptions.map(() => 'intimate'));
  expect(plant.stats().reasons.intimate).toBe(intimateCaptions.length);
});

test('swimwear, a kiss, a wedding, a same-sex couple and a naked tree are ordinary', () => {
  const ordinary = [
    'A woman in a bikini walks a dog along the beach.',
    'A shirtless man on a skateboard in a street.',
    'A man kissing a woman beside a red car.',
    'A bride and a groom beside a white car.',
    'A same-sex couple with a dog on a couch.',
    'A naked tree beside a house.',
    'A house made out of brick with large windows.',
    'A man in a bed with a cat.',
    'A chicken breast on a plate with rice.',
    'Two cats cuddling on a bed.',
  ];
  // Ten captions show little of what is sensible.
  const mined = createPlant({ sense: 0.4 }).mineGroups(ordinary.map((caption) => ({ caption })));
  expect(mined.map(({ negatives }) => negatives.length)).toEqual(ordinary.map(() => 1));
  for (const caption of ['A man takes off his hat beside a car.', 'A jet taking off over tree tops.']) {
    expect(createPlant().mineGroups([{ caption }])[0]?.reason).not.toBe('intimate');
  }
});

const answers = [
  'bed',
  'cage',
  'rope',
  'knife',
  'beer',
  'bra',
  'monkey',
  'mosque',
  'casino',
  'wooden cage',
  'herd of goats',
];
const thing = /\b(?:chair|ball|bag|dog|cup|kitchen|church|bar|group|hill)\b/;

describe('a rewriter', () => {
  let rewrite: ReturnType<typeof mineThenRewrite>;
  beforeAll(() => {
    rewrite = mineThenRewrite(adversarial.map((caption, i) => ({ id: `${i + 1}`, caption })));
  });

  test.each(answers)('that wants a %s', async (answer) => {
    let asked = 0;
    const records = await rewrite(async ({ caption }) => {
      asked += 1;
      return caption.replace(thing, answer);
    });
    expect(asked).toBeGreaterThan(100);
    expectNoFault(records, 100);
  });

  test('gives a plant the same', async () => {
    const rewriter: Rewriter = async ({ caption }) => caption.replace(thing, answers[0]!);
    const records: HardNegative[] = [];
    for await (const record of createPlant({ rewriter }).mineAll(adversarial)) records.push(record);
    expect(records).toEqual(await rewrite(rewriter));
  });
});

describe('natural partners of a whole file', () => {
  const { path } = useFolder();

  test('none of it happens', async () => {
    const resolved = resolveOptions({ perCaption: 8 });
    const readers = createReaders(resolved);
    const options = { ...resolved, readers, slots: new Set(resolved.slots) };
    const sites = await writeSites(path('sites.parquet'), block as readonly FileCaption[], {
      ...options,
      batch: block.length,
      shard: 0,
    });
    const query = await queryPartners([sites], { kind: 'span', memory: 256, temporary: path('duckdb') });
    const found: PairedCaption[] = [];
    for await (const one of choosePartners(query.asked(), query.meetings, options)) found.push(one);
    query.close();
    expectNoFault(
      found.flatMap(({ negatives }) => negatives),
      100,
    );
    expect(found.filter(({ reason }) => reason === 'intimate')).toHaveLength(intimateCaptions.length);
  });
});

const lets: readonly Change[] = [
  ['A child with a red ball.', 'ball', 'kite'],
  ['A girl on a couch.', 'couch', 'horse'],
  ['A child in a bed with a doll.', 'doll', 'book'],
  ['A man in a bed.', 'bed', 'car'],
  ['A man with a bag.', 'bag', 'rope'],
  ['A woman beside a chair.', 'chair', 'cage'],
  ['A nun beside a chair.', 'chair', 'table'],
  ['A homeless man with a dog.', 'dog', 'cat'],
  ['A ski pole on a bench.', 'bench', 'rope'],
  ['A black and white cat beside a chair.', 'chair', 'cage'],
  ['A boy with a small suitcase.', 'suitcase', 'cell phone'],
  ['A church on a hill.', 'hill', 'street'],
  ['A church beside a tree.', 'church', 'school'],
  ['A bar on a street.', 'bar', 'shop'],
].map(([caption = '', old = '', other = '']) => ({ slot: 'object', caption, old, other }));

test.each(lets)('it lets pass: $caption $old → $other', (change) => {
  expect(refusalOf(createChecks(checkLexicon), change)?.id).toBeUndefined();
});
