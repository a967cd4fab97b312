// Draws training data of your own: a picture, its caption, a caption that is wrong, and the picture that the wrong one
// describes. Writes both pictures of the first scene beside this file.
import { writeFile } from 'node:fs/promises';
import {
  captionOf,
  createRandom,
  falseContents,
  isTrueOf,
  OBJECT_NAMES,
  placeLike,
  placeScene,
  sampleContent,
  samplePhrasing,
  scenePng,
} from '@slipform/scenes';

const random = createRandom(5);
const options = { split: 'train', detail: 'full', objects: OBJECT_NAMES };
for (let index = 0; index < 3; index++) {
  const content = sampleContent(random, options);
  const scene = placeScene(random, content, options.detail);
  const phrasing = samplePhrasing(random, { everything: true });
  const caption = captionOf(scene, phrasing);
  console.log(`${caption}  (${isTrueOf(scene, caption)})`);
  for (const [kind, changed] of Object.entries(falseContents(random, scene, options))) {
    const negative = captionOf(changed, phrasing);
    console.log(`  ${kind.padEnd(18)} ${negative}  (${isTrueOf(scene, negative)})`);
  }
  if (index > 0) continue;
  const { swap_attributes: swapped } = falseContents(random, scene, options);
  await writeFile(new URL('scene.png', import.meta.url), scenePng(scene, { style: 'twemoji', scale: 3 }));
  const hardImage = placeLike(scene, swapped);
  await writeFile(
    new URL('hard-image.png', import.meta.url),
    scenePng(hardImage, { style: 'twemoji', scale: 3 }),
  );
}
