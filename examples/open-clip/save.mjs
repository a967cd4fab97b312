// node save.mjs MODEL FOLDER IMAGES: embeds some pictures and captions, and saves the model for open_clip and for transformers.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadEncoder, useBackend } from '@slipform/clip';

const [model, folder, images] = process.argv.slice(2);
await useBackend('wasm');
const encoder = await loadEncoder(model);
await encoder.save(join(folder, 'open_clip'), { naming: 'open_clip' });
await encoder.save(join(folder, 'transformers'));

const pictures = readdirSync(images).sort().slice(0, 32);
const captions = ['arrow up', 'Cloud OFF!', 'a bell, two bells', 'calendar check 24'];
const embeddings = [
  ...(await encoder.embedImages(pictures.map((name) => join(images, name)))),
  ...(await encoder.embedTexts(captions)),
].map((embedding) => [...embedding]);
writeFileSync(join(folder, 'embeddings.json'), JSON.stringify({ pictures, captions, embeddings }));
encoder.dispose();
