/** A module for `slipform-clip train`: two captions, five steps, into the folder `model`. */
export const trainModule = `
import { adamW, createClip, trainTokenizer } from '@slipform/clip';
import { infoNceLoss } from '@slipform/cement-loss';
export default ({ seed }) => {
  const captions = ['a red square', 'a blue circle'];
  const tokenizer = trainTokenizer(captions);
  const tower = { width: 8, layers: 1, heads: 2 };
  const model = createClip({
    embeddingSize: 8,
    image: { ...tower, imageSize: 4, patchSize: 2 },
    text: { ...tower, vocabularySize: tokenizer.vocabularySize, contextLength: tokenizer.contextLength },
  }, { seed });
  const images = Float32Array.from({ length: 96 }, (_, i) => Math.sin(i * (i < 48 ? 1 : 2)));
  return {
    model, tokenizer, steps: 5, output: 'model', optimizer: adamW(),
    data: () => ({ images, tokens: captions.map((caption) => tokenizer.encode(caption)) }),
    loss: (batch, options) => infoNceLoss(batch, options),
  };
};
`;
