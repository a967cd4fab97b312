import { meetHostileCallers } from '@slipform/kit/testing/hostile-callers';
import * as library from './index';
import { negatives } from './testing/negatives';

const options = { style: 'noto', seed: 0, size: 32 };

meetHostileCallers(
  {
    illustrate: [library.illustrate as (given: string) => unknown, { caption: 'A red dog.', options }],
    drawnNegatives: [library.drawnNegatives, { negatives: negatives.slice(0, 1), options }],
  },
  { byChance: 60 },
);
