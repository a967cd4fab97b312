import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCaption } from './apply-caption';
import { captionOf } from './caption-of';
import { falseContents } from './false-contents';
import { OBJECT_NAMES } from './objects';
import { SIMPLE_PHRASING, samplePhrasing } from './phrasing';
import { createRandom } from './random';
import { sampleContent } from './sample-scene';
import { DETAILS, meaningOf } from './scene';

test('the caption of a changed content, whatever it leaves out, leads back to a content that it is true of', () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(...DETAILS), fc.boolean(), (seed, detail, everything) => {
      const random = createRandom(seed);
      const options = { split: 'train', objects: OBJECT_NAMES, detail } as const;
      const scene = sampleContent(random, options);
      const phrasing = detail === 'simple' ? SIMPLE_PHRASING : samplePhrasing(random, { everything });
      expect(applyCaption(scene, captionOf(scene, phrasing))).toBeUndefined();
      for (const [kind, content] of Object.entries(falseContents(random, scene, options))) {
        const caption = captionOf(content, phrasing);
        if (caption === captionOf(scene, phrasing)) continue;
        const applied = applyCaption(scene, caption);
        // Swapped counts take their sizes along only where the caption names them.
        if (everything && kind !== 'swap_counts')
          expect(applied && meaningOf(applied), caption).toBe(meaningOf(content));
      }
    }),
  );
});

test('what cannot be shown has no picture', () => {
  const scene = {
    first: { name: 'dog', colour: 'red' },
    relation: 'left of',
    second: { name: 'cat', colour: 'blue' },
  } as const;
  expect(applyCaption(scene, 'red dog left of blue dog')).toBeUndefined();
  expect(applyCaption(scene, 'blue dog left of blue cat')).toBeUndefined();
  expect(applyCaption(scene, 'blue cat right of red dog')).toBeUndefined();
  expect(applyCaption(scene, 'red dog chasing blue cat')).toBeUndefined();
  expect(applyCaption(scene, 'blue dog left of red cat')).toEqual({
    first: { name: 'dog', colour: 'blue' },
    relation: 'left of',
    second: { name: 'cat', colour: 'red' },
  });
});
