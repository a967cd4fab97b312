import { isTrueOf, OBJECT_NAMES, RELATIONS_OF } from '@slipform/scenes';
import { expect, test } from 'vitest';
import { DEMO_THINGS } from './demo-things';
import { mineNegatives } from './scene-negatives';
import { trainingScenes } from './training-scenes';

test.each([
  ['simple', 0.8],
  // "over" says too many things to be changed.
  ['full', 0.4],
] as const)('every relation of %s scenes has hard negatives', (detail, least) => {
  const scenes = trainingScenes(200, 0, { detail, objects: OBJECT_NAMES });
  const { byScene } = mineNegatives(
    scenes,
    { policy: 'max', perCaption: 6, slots: ['relation'] },
    { dataset: { shows: 'things', detail }, seed: 0 },
  );
  for (const relation of RELATIONS_OF[detail]) {
    const own = scenes.flatMap(({ content }, i) => (content.relation === relation ? [byScene[i]!] : []));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((list) => list.length > 0).length / own.length, relation).toBeGreaterThan(least);
  }
});

test('the demo’s negatives are false of their scene, of every kind, and name no thing that its checkpoint does not know', () => {
  const dataset = { shows: 'things', detail: 'simple', things: 'demo' } as const;
  const scenes = trainingScenes(300, 0, { objects: DEMO_THINGS });
  const { byScene, discarded } = mineNegatives(
    scenes,
    { policy: 'max', perCaption: 4 },
    { dataset, seed: 0 },
  );
  const kinds = new Map<string, number>();
  for (const [index, own] of byScene.entries()) {
    for (const { text, kind, record } of own) {
      expect(isTrueOf(scenes[index]!.content, text)).toBe(false);
      expect(record!.caption).toBe(scenes[index]!.caption);
      expect(text).not.toMatch(/\b(bee|goat|robot|moon)\b/);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
  }
  const all = byScene.flat().length;
  expect(byScene.filter((own) => own.length > 0).length).toBeGreaterThan(295);
  expect([...kinds.keys()].sort()).toEqual([
    'attribute replace',
    'attribute swap',
    'object replace',
    'object swap',
    'relation replace',
  ]);
  // Two things of a scene are seldom of one sort, which a swap of objects asks for.
  for (const [kind, count] of kinds) if (kind !== 'object swap') expect(count / all).toBeGreaterThan(0.05);
  expect(discarded).toBeLessThan(all);
});
