// Judges a model on rows of SugarCrepe: which of two captions belongs to the picture? A model is two functions that
// return vectors. This one sees the mean colour and nothing else, so it finds every replaced colour and no swap.
import { fileURLToPath } from 'node:url';
import { evaluate, sugarCrepe } from '@slipform/bench';
import sharp from 'sharp';

const RGB = { red: [200, 30, 30], green: [30, 150, 60], blue: [30, 60, 200], yellow: [240, 200, 40] };
const mean = (colours) =>
  [0, 1, 2].map((c) => colours.reduce((sum, rgb) => sum + rgb[c], 0) / colours.length);
const coloursIn = (text) => Object.keys(RGB).flatMap((name) => (text.includes(name) ? [RGB[name]] : []));

const encoder = {
  embedImages: (files) =>
    Promise.all(files.map(async (file) => (await sharp(file).stats()).channels.map(({ mean }) => mean))),
  embedTexts: async (texts) => texts.map((text) => mean(coloursIn(text))),
};

// The folder of SugarCrepe's files: here two of them, of six made-up rows each.
const here = fileURLToPath(new URL('.', import.meta.url));
const { kinds } = await evaluate(encoder, sugarCrepe(here, { images: `${here}pictures` }));
for (const [kind, { value, interval, total }] of Object.entries(kinds)) {
  const range = interval.map((end) => end.toFixed(2)).join('–');
  console.log(`${kind.padEnd(12)} ${value.toFixed(2)} of ${total} (95 % ${range})`);
}
