// Runs a frozen encoder once over pictures, captions and mined hard captions, and keeps its embeddings: what the page
// trains on. The encoder is lab/checkpoint, a small model of scenes; yours would be `loadClip('my-model')`.
import { fileURLToPath } from 'node:url';
import { createClip, createEncoder, loadClip, loadTokenizer, useBackend } from '@slipform/clip';
import { createPlant } from '@slipform/plant';
import { OBJECT_NAMES, scenes } from '@slipform/scenes';
import * as tf from '@tensorflow/tfjs-core';

/** `{ train, test }`: rows of embeddings that belong together, as plain arrays. */
export async function cacheEmbeddings({ pairs = 2000, questions = 400 } = {}) {
  await useBackend('wasm');
  const checkpoint = fileURLToPath(new URL('../../lab/checkpoint', import.meta.url));
  const { features, projections } = withoutProjections(await loadClip(checkpoint));
  const tokenizer = await loadTokenizer(checkpoint);
  const encoder = createEncoder(features, tokenizer);
  // Things that joined the scenes after the checkpoint was trained have no token in it.
  const objects = OBJECT_NAMES.filter((name) => !tokenizer.encode(name).includes(tokenizer.unknownToken));
  const embed = async (images, captions, hardCaptions) => ({
    images: await encoder.embedImages(images),
    captions: await encoder.embedTexts(captions),
    hardCaptions: await encoder.embedTexts(hardCaptions),
  });

  const training = scenes({ style: 'fluent', split: 'train', count: pairs, objects });
  const vocabulary = new Set(training.captions.flatMap((caption) => caption.split(' ')));
  const plant = createPlant({ vocabulary, perCaption: 3 });
  const mined = training.captions.flatMap((caption, index) => {
    const record = plant
      .mine({ caption, id: String(index) })
      .find(({ negative }) => training.isFalse(index, negative));
    return record ? [{ index, ...record }] : [];
  });
  const train = await embed(
    mined.map(({ index }) => training.images[index]),
    mined.map(({ caption }) => caption),
    mined.map(({ negative }) => negative),
  );

  // Questions about pairs of things that no training picture shows.
  const asked = scenes({ style: 'fluent', split: 'test', count: questions, objects }).questions;
  const test = await embed(
    asked.map(({ right: [{ image }] }) => image),
    asked.map(({ caption }) => caption),
    asked.map(({ negative }) => negative),
  );
  return {
    projections,
    train: { ...train, concreteness: mined.map(({ concreteness }) => concreteness) },
    test: { ...test, kinds: asked.map(({ kind }) => kind) },
  };
}

/** The same encoder up to its projections, [embedding, width], and these: they are what is trained on the page. */
function withoutProjections(model) {
  const { config } = model;
  const features = createClip({ ...config, embeddingSize: config.image.width });
  const projections = {};
  for (const [name, parameter] of model.parameters) {
    if (name.endsWith('projection.weight')) {
      projections[name.split('_')[0]] = parameter.arraySync();
      features.parameter(name).assign(tf.eye(config.image.width));
    } else features.parameter(name).assign(parameter);
  }
  return { features, projections };
}
