import { meetHostileCallers } from '@slipform/kit/testing/hostile-callers';
import * as library from './index';

const [scene] = library.scenes({ count: 2 }).scenes;
const drawing = { style: 'noto', scale: 1 };
const options = {
  ...{ style: 'noto', detail: 'simple', split: 'test', splitBy: 'objects', count: 2, seed: 0, format: 'raw' },
  ...{ objects: ['dog', 'cat', 'cow', 'pig'], splitSeed: 0 },
};

meetHostileCallers(
  {
    scenes: [library.scenes, { options }],
    drawScene: [library.drawScene, { scene, options: drawing }],
    scenePng: [library.scenePng, { scene, options: drawing }],
    captionOf: [library.captionOf, { content: scene }],
    parseCaption: [library.parseCaption, { text: 'red dog above blue cat' }],
    isTrueOf: [library.isTrueOf, { scene, text: 'red dog above blue cat' }],
    sampleContent: [
      (given: library.SampleOptions) => library.sampleContent(library.createRandom(0), given),
      {
        options: {
          objects: ['dog', 'cat', 'cow', 'pig'],
          detail: 'full',
          split: 'test',
          splitBy: 'objects',
          splitSeed: 0,
        },
      },
    ],
    createRandom: [library.createRandom, { seed: 0 }],
  },
  { golden: './hostile-callers.golden.txt', byChance: 60 },
);
