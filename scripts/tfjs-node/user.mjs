/** What a user does on tfjs-node: trains two pairs by heart, and embeds them. Throws where that fails. */
export async function use(load, backend) {
  const { adamW, createClip, createEncoder, trainClip, trainTokenizer, useBackend } =
    await load('@slipform/clip');
  const { infoNceLoss } = await load('@slipform/cement-loss');
  await useBackend(backend);
  const captions = ['a red square', 'a blue square'];
  const tokenizer = trainTokenizer(captions);
  const tower = { width: 32, layers: 2, heads: 2 };
  const { vocabularySize, contextLength } = tokenizer;
  const model = createClip({
    embeddingSize: 32,
    image: { ...tower, imageSize: 16, patchSize: 8 },
    text: { ...tower, vocabularySize, contextLength },
  });
  const images = Float32Array.from({ length: 2 * 768 }, (_, i) => (i % 3 === (i < 768 ? 0 : 2) ? 1 : -1));
  const losses = [];
  const optimizer = adamW({ learningRate: 1e-3 });
  await trainClip({
    model,
    data: () => ({ images, tokens: captions.map((caption) => tokenizer.encode(caption)) }),
    loss: (batch, { logitScale }) => infoNceLoss(batch, { logitScale }),
    optimizer,
    steps: 30,
    observe: [({ loss }) => void losses.push(loss)],
  });
  const encoder = createEncoder(model, tokenizer);
  const [red, blue] = await encoder.embedTexts(captions);
  const [image] = await encoder.embedImages([images.subarray(0, 768)]);
  const cosine = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);
  if (!(cosine(image, red) > cosine(image, blue))) throw new Error(`nothing was learnt; losses ${losses}`);
  const { getBackend, memory } = await load('@tensorflow/tfjs-core');
  optimizer.dispose();
  encoder.dispose();
  return `${getBackend()}, loss ${losses.at(0).toFixed(4)} to ${losses.at(-1).toFixed(4)} in ${losses.length} steps, ${memory().numTensors} tensors left`;
}
