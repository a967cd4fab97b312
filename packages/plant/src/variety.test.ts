import { expect, test } from 'vitest';
import { createPlant } from './plant';
import { varietyOf } from './variety';

test('variety counts words put in, pairs whichever way, a person’s sex and sides', () => {
  const changes = { 'dog → cat': 3, 'cat → dog': 1, 'man → woman': 2, 'left → right': 1, 'red → blue': 3 };
  expect(varietyOf(changes)).toEqual({ words: 5, commonest: 1, sex: 0.2, sides: 0.1 });
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`a${i} → b${i}`, 1]));
  expect(varietyOf(many)).toMatchObject({ words: 60, commonest: 0.5 });
  expect(varietyOf({})).toEqual({ words: 0, commonest: 0, sex: 0, sides: 0 });
});

test('at most one in ten changes of a block is of a person’s sex', () => {
  const places = ['bench', 'couch', 'chair', 'beach', 'street', 'boat', 'horse', 'bus'];
  const captions = Array.from({ length: 400 }, (_, i) => ({
    id: `${i}`,
    caption: `A ${i % 2 ? 'man' : 'woman'} in a ${['red', 'blue', 'green'][i % 3]} shirt near a ${places[i % 8]}.`,
  }));
  const plant = createPlant({ slots: ['object', 'attribute'] });
  plant.mineBlock(captions);
  const { changes, negatives } = plant.stats();
  expect(negatives).toBeGreaterThan(300);
  expect(varietyOf(changes).sex).toBeLessThanOrEqual(0.1);
  expect(varietyOf(changes).sex).toBeGreaterThan(0.02);
});
