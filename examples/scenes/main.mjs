// Draws training data of your own: a picture, its caption, a caption that is wrong, and the picture that the wrong one
// describes. Writes both pictures of the first scene beside this file. Then draws a caption that a person wrote, and the hard image of a
// negative that the miner finds.
import { writeFile } from 'node:fs/promises';
import { createPlant } from '@slipform/plant';
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
import { illustrate } from '@slipform/scenes/illustrate';

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

const written = 'Two red dogs on a bed next to a laptop.';
const { png, drawn } = await illustrate(written, { style: 'twemoji' });
console.log(`${written}  drawn: ${drawn.map(({ text }) => text).join(', ')}`);
await writeFile(new URL('written.png', import.meta.url), png());
for (const negative of createPlant({ perCaption: 5, balance: 'composition' }).mine(written)) {
  const hardImage = await illustrate(negative, { style: 'twemoji' });
  console.log(`  ${negative.negative}  (${hardImage ? 'has a hard image' : 'its change is not drawn'})`);
  if (hardImage) await writeFile(new URL('written-hard-image.png', import.meta.url), hardImage.png());
}
