// Judges a model of one's own: two functions that return vectors. This one sees the tiles' colours and nothing else,
// so it must find replaced colours, and must fail at whatever asks which thing has which colour.
//
// Prints the accuracy for each kind of change, and writes a report beside this file.
import { writeFile } from 'node:fs/promises';
import { evaluate, renderReport } from '@slipform/bench';
import { COLOURS, scenes } from '@slipform/scenes';

const colours = Object.entries(COLOURS);

const encoder = {
  async embedImages(images) {
    return images.map(colourHistogram);
  },
  async embedTexts(texts) {
    return texts.map((text) => Float32Array.from(colours, ([name]) => (text.includes(name) ? 1 : 0)));
  },
};

/** How many pixels have exactly the colour of each tile, in a picture preprocessed as CLIP's are. */
function colourHistogram(pixels) {
  const counts = new Float32Array(colours.length);
  for (let i = 0; i < pixels.length; i += 3) {
    const index = colours.findIndex(([, rgb]) => rgb.every((channel, c) => same(pixels[i + c], channel, c)));
    if (index >= 0) counts[index] += 1;
  }
  return counts;
}

// CLIP's preprocessing: (channel / 255 − mean) / deviation.
const mean = [0.48145466, 0.4578275, 0.40821073];
const deviation = [0.26862954, 0.26130258, 0.27577711];
const same = (value, channel, c) => Math.abs(value - (channel / 255 - mean[c]) / deviation[c]) < 0.01;

const benchmark = scenes({ count: 200, seed: 0 });
const result = await evaluate(encoder, benchmark, { name: 'colours only' });

for (const [kind, { value, interval }] of Object.entries(result.kinds)) {
  const range = interval.map((end) => end.toFixed(2)).join('–');
  console.log(`${kind.padEnd(18)} ${value.toFixed(3)}  (95 % ${range}, chance ${benchmark.chance})`);
}
const { imageToText } = result.retrieval;
console.log(
  `image → text recall@1 ${imageToText[1].value.toFixed(3)}, recall@10 ${imageToText[10].value.toFixed(3)}`,
);

const report = new URL('report.html', import.meta.url);
await writeFile(report, renderReport([result]));
console.log('Wrote report.html');
