// What each package may import of the others: arrows point one way. `npx vitest run scripts/import-directions.test.ts`
// holds the sources to it; a new package must be put in here. Tests, benchmarks and scripts of a package are not
// looked at: they may use what they compare with.

/** Names without `@slipform/`, of a package or of one of its entries. `kit: true` is all of internal/kit, a list is these files of it. */
export const mayImport = {
  'internal/kit': { packages: [], kit: true },
  'packages/concreteness': { packages: [], kit: true },
  'packages/cement-loss': { packages: [], kit: [] },
  'packages/plant': { packages: ['concreteness'], kit: true },
  'packages/tfjs-kernels': { packages: [], kit: true },
  'packages/clip': { packages: ['tfjs-kernels'], types: ['cement-loss'], kit: true },
  'packages/scenes': { packages: ['plant'], kit: true },
  'packages/icons': { packages: [], kit: true },
  // Optional peers: needed where a model folder is named, and to tell how words are related. Of plant the audit takes the
  // word graph alone, since it judges negatives of any miner; questions from captions mine.
  'packages/bench': { packages: ['clip', 'plant', 'plant/relations'], kit: true },
  // Shows all of them; nothing imports it.
  'apps/playground': {
    packages: [
      ...['concreteness', 'plant', 'cement-loss', 'clip', 'bench', 'scenes', 'icons'],
      'tfjs-kernels/package.json',
    ],
    kit: true,
  },
  lab: { packages: ['concreteness', 'plant', 'cement-loss', 'clip', 'bench', 'scenes', 'icons'], kit: true },
};

/** Rooms (folders of a package's `src`) that need each other. No others may. */
export const circles = {
  'packages/plant': [],
  'packages/tfjs-kernels': [],
  'packages/clip': ['encoder <> weights', 'encoder <> zeroshot'],
  'packages/bench': ['files <> loaders'],
  'packages/cement-loss': [],
};
