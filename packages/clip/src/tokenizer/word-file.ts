import { isJsonObject, type JsonObject } from '@slipform/kit/formats/parse-json';
import { InputError } from '../input-error';
import { addedToken } from './added-token';
import { idOrder } from './id-order';
import { endText, padText, startText, unknownText, WordTokenizer, wordPattern } from './word-tokenizer';

const file = 'tokenizer.json';

/** A word tokenizer as tokenizer.json: a WordLevel model. */
export function wordTokenizerJson(tokenizer: WordTokenizer): object {
  const { padToken, unknownToken, startToken, endToken, vocabulary } = tokenizer;
  const ids: [string, number][] = [
    [padText, padToken],
    [unknownText, unknownToken],
    ...vocabulary.map((word, i): [string, number] => [word, i + 2]),
    [startText, startToken],
    [endText, endToken],
  ];
  const template = (id: string) => ({ SpecialToken: { id, type_id: 0 } });
  const sequence = { Sequence: { id: 'A', type_id: 0 } };
  return {
    version: '1.0',
    truncation: {
      direction: 'Right',
      max_length: tokenizer.contextLength,
      strategy: 'LongestFirst',
      stride: 0,
    },
    padding: null,
    added_tokens: [
      addedToken(padToken, padText),
      addedToken(unknownToken, unknownText),
      addedToken(startToken, startText),
      addedToken(endToken, endText),
    ],
    normalizer: { type: 'Sequence', normalizers: [{ type: 'NFC' }, { type: 'Lowercase' }] },
    // "Removed" with invert drops what is no word.
    pre_tokenizer: { type: 'Split', pattern: { Regex: wordPattern }, behavior: 'Removed', invert: true },
    post_processor: {
      type: 'TemplateProcessing',
      single: [template(startText), sequence, template(endText)],
      pair: [template(startText), sequence, template(endText)],
      special_tokens: Object.fromEntries(
        [[startText, startToken] as const, [endText, endToken] as const].map(([id, number]) => [
          id,
          { id, ids: [number], tokens: [id] },
        ]),
      ),
    },
    decoder: null,
    model: { type: 'WordLevel', vocab: Object.fromEntries(ids), unk_token: unknownText },
  };
}

/** The word tokenizer in a tokenizer.json; throws an InputError for what {@link wordTokenizerJson} would not write. */
export function parseWordTokenizer({ model, truncation }: JsonObject): WordTokenizer {
  if (!isJsonObject(model) || !isJsonObject(model.vocab)) {
    throw new InputError(`${file}: model.vocab must be an object of words and ids.`);
  }
  const contextLength = isJsonObject(truncation) ? truncation.max_length : undefined;
  if (typeof contextLength !== 'number' || contextLength > 2 ** 24) {
    throw new InputError(`${file}: truncation.max_length must be the context length.`);
  }
  const vocabulary = idOrder(Object.entries(model.vocab), file);
  const [pad, unknown, ...rest] = vocabulary;
  if (pad !== padText || unknown !== unknownText || rest.pop() !== endText || rest.pop() !== startText) {
    throw new InputError(
      `${file}: the vocab must begin with ${padText}, ${unknownText} and end with ${startText}, ${endText}.`,
    );
  }
  return new WordTokenizer(rest, contextLength);
}
