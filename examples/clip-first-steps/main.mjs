// The first steps with a model: load its folder, embed and classify pictures, judge it on rows of SugarCrepe's form, train
// two steps and save. Put your own in place of what prepare.mjs makes: a model ('hf:openai/clip-vit-base-patch32'), photos.
//
//   npm start        takes some seconds, most of them for the small model to start from
import './prepare.mjs'; // makes model/, photos/, sugar-crepe/ and pairs.csv in a folder of its own, and goes there
import { evaluate, sugarCrepe } from '@slipform/bench';
import { infoNceLoss } from '@slipform/cement-loss';
import { adamW, loadEncoder, trainClip, useBackend } from '@slipform/clip';
import { trainingData } from '@slipform/clip/data';

await useBackend('wasm');
const encoder = await loadEncoder('model');
const photos = ['photos/red-circle.png', 'photos/blue-square.png'];
const [first] = await encoder.embedImages(photos);
console.log(`${first.length} numbers of length ${Math.hypot(...first).toFixed(3)}`);
for (const [best] of await encoder.classify(photos, ['red circle', 'blue square'])) console.log(best.label);
const { mean } = await evaluate(encoder, sugarCrepe('sugar-crepe', { images: 'photos' }));
console.log(`SugarCrepe's rows: ${mean.value}`);

const { model, tokenizer, preprocessing } = encoder;
const imageSize = preprocessing.size;
const data = await trainingData({ source: 'pairs.csv', tokenizer, preprocessing, imageSize, batchSize: 4 });
const loss = (batch, { logitScale }) => infoNceLoss(batch, { logitScale });
const { steps } = await trainClip({ model, data, loss, optimizer: adamW({ learningRate: 1e-4 }), steps: 2 });
await data.close();
await encoder.save('my-model');
console.log(`${steps} steps, saved`);
encoder.dispose();
