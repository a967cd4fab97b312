import { createClip, saveClip, saveTokenizer, trainTokenizer, useBackend } from '@slipform/clip';

/** A model of chance for pictures of 16 × 16 pixels, whose tokenizer knows the words of `captions`. */
export async function saveTinyModel(
  folder: string,
  { captions = ['red dog', 'blue cat'], seed = 0 } = {},
): Promise<void> {
  await useBackend('cpu');
  const tokenizer = trainTokenizer(captions);
  const { vocabularySize, contextLength, startToken, endToken } = tokenizer;
  const tower = { width: 8, layers: 1, heads: 1 };
  const model = createClip(
    {
      embeddingSize: 8,
      image: { ...tower, imageSize: 16, patchSize: 8 },
      text: { ...tower, vocabularySize, contextLength, startToken, endToken },
    },
    { seed },
  );
  await saveClip(model, folder);
  await saveTokenizer(tokenizer, folder);
  model.dispose();
}
