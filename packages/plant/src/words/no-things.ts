/** Nouns that name no thing of their own: words for how much, where in the picture, and for pictures themselves. */
export const noThings: ReadonlySet<string> = new Set(
  (
    'group bunch couple pair lot lots set row line pile stack cluster series collection variety number amount dozen herd flock ' +
    'pack part piece bit side front back middle center centre end edge corner bottom inside outside left right half ' +
    'space distance background foreground area place spot picture photo photograph image view scene shot close closeup kind ' +
    'sort type way thing stuff item object'
  ).split(' '),
);

/** Things that WordNet files under persons first. */
export const thingsNotPersons: ReadonlySet<string> = new Set(
  (
    'tiger whale toaster hood brownie taco shrimp monitor printer speaker rake trailer stroller scorpion ostrich canary wasp gull ' +
    'badger torpedo scanner calculator mannequin macaroni quiche smoothie planter boxer hanger scooter cooker slicer'
  ).split(' '),
);
