import { wordSet } from './word-set';

/** Birds by their everyday names. */
export const birds = wordSet(
  'bird duck duckling goose swan seagull gull pigeon dove parrot parakeet macaw cockatoo toucan owl eagle hawk crow ' +
    'chicken hen rooster pelican penguin finch sparrow robin cardinal woodpecker hummingbird turkey flamingo heron crane ' +
    'stork peacock',
);
