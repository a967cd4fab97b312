// Draws captions that people wrote, each beside the picture of its negative; asks a model that knows colours alone which caption belongs
// to which picture; and writes all of it as a shard to train on.
import { writeFile } from 'node:fs/promises';
import { evaluate } from '@slipform/bench';
import { createPlant } from '@slipform/plant';
import { drawnNegatives, illustrate } from '@slipform/scenes';
import { webdataset } from '@slipform/scenes/files';

const captions = [
  'A red car next to a green bus on a street.',
  'Two brown dogs run along the beach.',
  'A cat sits on a chair to the left of a blue vase.',
  'A yellow boat under a bridge.',
];
const negatives = createPlant({ perCaption: 3, balance: 'composition' }).mineBlock(captions);
const style = 'twemoji';
for (const [index, negative] of negatives.entries()) {
  const hardImage = await illustrate(negative, { style });
  console.log(
    `${negative.caption}\n  ${negative.negative}  (${hardImage ? 'has a hard image' : 'its change is not drawn'})`,
  );
  if (index > 0) continue;
  const { png, drawn, missing } = await illustrate(negative.caption, { style });
  console.log(`  drawn: ${textsOf(drawn)}; missing: ${textsOf(missing) || 'nothing'}`);
  await writeFile(new URL('picture.png', import.meta.url), png());
  if (hardImage) await writeFile(new URL('hard-image.png', import.meta.url), hardImage.png());
}

const benchmark = await drawnNegatives(negatives, { style, size: 64 });
const { kinds } = await evaluate(
  { embedImages: (all) => Promise.all(all.map(meanColour)), embedTexts },
  benchmark,
);
for (const [kind, { correct, total }] of Object.entries(kinds)) {
  if (kind.endsWith('pairing')) console.log(`colours alone, ${kind}: ${correct} of ${total}`);
}
await writeFile(new URL('drawn.tar', import.meta.url), webdataset(benchmark));
console.log(`drawn.tar: ${benchmark.samples.length} captions with their pictures`);

function textsOf(spans) {
  return spans.map(({ text }) => text).join(', ');
}

/** A picture as its mean colour: where things are is lost, and with it attribute binding. */
function meanColour({ data }) {
  const sums = [0, 0, 0];
  for (const [at, value] of data.entries()) sums[at % 3] += value / data.length;
  return Float32Array.from(sums);
}

/** A caption as the colours that it names. */
async function embedTexts(texts) {
  const colours = {
    red: [1, 0, 0],
    green: [0, 1, 0],
    blue: [0, 0, 1],
    yellow: [1, 1, 0],
    brown: [0.6, 0.4, 0.2],
  };
  return texts.map((text) => {
    const sum = [0.01, 0.01, 0.01];
    for (const word of text.toLowerCase().match(/[a-z]+/g) ?? [])
      for (const [channel, value] of (colours[word] ?? []).entries()) sum[channel] += value;
    return Float32Array.from(sum);
  });
}
