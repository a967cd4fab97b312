import { expect, it } from 'vitest';
import { loadTokenizer, tokenizerJson } from './tokenizer-file';
import { trainTokenizer } from './train-tokenizer';

it('trains, saves, loads and encodes in a browser as in Node', async () => {
  const captions = ['a red square', 'a blue circle', 'the red-hot café isn’t a square'];
  const trained = trainTokenizer(captions, { kind: 'bpe', vocabularySize: 530, minCount: 1 });
  const loaded = await loadTokenizer({ 'tokenizer.json': new Blob([tokenizerJson(trained)]) });
  for (const tokenizer of [trained, loaded]) {
    // Ids of Node.
    expect(tokenizer.encode('A RED &lt; cafe\u0301 🐶')).toEqual([
      528, 320, 515, 283, 523, 127, 358, 172, 253, 238, 370, 529,
    ]);
  }
});
