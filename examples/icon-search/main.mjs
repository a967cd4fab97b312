// Which drawings of a set fit some words? A model of 3.6 MB looks at the pictures alone: it never saw this artist's, and the
// names are only printed. Another set of npm goes as well, and other words: node main.mjs broken heart
import { fileURLToPath } from 'node:url';
import { loadEncoder, useBackend } from '@slipform/clip';
import { drawIcons, openCorpus } from '@slipform/icons/files';

const query = process.argv.slice(2).join(' ') || 'bell off';
await useBackend('wasm');
const encoder = await loadEncoder(fileURLToPath(new URL('../../lab/model', import.meta.url)));
const { icons } = await openCorpus({ sets: ['octicon'] });
const { size, pixels, has } = await drawIcons(icons, { size: 32 });
const picture = (at) => pixels.subarray(at * size * size * 3, (at + 1) * size * size * 3);
const drawn = [...icons.keys()].filter(has);
const images = drawn.map((at) => ({ width: size, height: size, data: picture(at) }));

const [text] = await encoder.embedTexts([query]);
const embeddings = await encoder.embedImages(images);
const ranked = embeddings
  .map((image, row) => ({ icon: icons[drawn[row]], fit: image.reduce((sum, x, i) => sum + x * text[i], 0) }))
  .sort((a, b) => b.fit - a.fit);
console.log(`“${query}” among ${ranked.length} icons of Octicons:`);
for (const { icon, fit } of ranked.slice(0, 5)) console.log(`${fit.toFixed(2)} ${icon.id}`);
encoder.dispose();
