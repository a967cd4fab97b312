import { OBJECT_NAMES, RELATIONS_OF } from '@slipform/scenes';
import { expect, test } from 'vitest';
import { trainingScenes } from '../training-scenes';
import { mineCellNegatives } from './cell-negatives';

test.each([
  ['simple', 0.9],
  // "over" says too many things to be changed.
  ['full', 0.4],
] as const)('every relation of %s scenes has hard negatives', (detail, least) => {
  const scenes = trainingScenes(200, 0, { detail, objects: OBJECT_NAMES });
  const negatives = mineCellNegatives(
    scenes,
    { policy: 'max', perCaption: 6, slots: ['relation'] },
    { detail, seed: 0, drawn: false },
  );
  for (const relation of RELATIONS_OF[detail]) {
    const own = scenes.flatMap(({ content }, i) => (content.relation === relation ? [negatives[i]!] : []));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((list) => list.length > 0).length / own.length, relation).toBeGreaterThan(least);
  }
});
