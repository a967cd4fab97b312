import type { ClipSource } from '../files/clip-files';
import { isJsonObject, type JsonObject, parseJsonObject } from '../files/parse-json';
import { readNeededFile } from '../files/read-file';
import { writeFolder } from '../files/write-folder';
import { InputError } from '../input-error';
import { endText, padText, startText, unknownText, WordTokenizer, wordPattern } from './word-tokenizer';

const file = 'tokenizer.json';

/**
 * Writes the tokenizer as `tokenizer.json` into the model's folder, in the format of Hugging Face's
 * tokenizers library (a WordLevel model), so that Python reads it too. Node only.
 */
export async function saveTokenizer(tokenizer: WordTokenizer, folder: string): Promise<void> {
  await writeFolder(folder, [[file, tokenizerJson(tokenizer)]]);
}

/** Reads `tokenizer.json` as {@link saveTokenizer} writes it, from a folder, a URL or files in memory. */
export async function loadTokenizer(source: ClipSource): Promise<WordTokenizer> {
  const bytes = await readNeededFile(source, file, 'saveTokenizer writes it beside the weights');
  return parseTokenizer(parseJsonObject(bytes, file));
}

/** The content of tokenizer.json. */
export function tokenizerJson(tokenizer: WordTokenizer): string {
  const { padToken, unknownToken, startToken, endToken, vocabulary } = tokenizer;
  const special = (id: number, content: string) => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  });
  const ids: [string, number][] = [
    [padText, padToken],
    [unknownText, unknownToken],
    ...vocabulary.map((word, i): [string, number] => [word, i + 2]),
    [startText, startToken],
    [endText, endToken],
  ];
  const template = (id: string) => ({ SpecialToken: { id, type_id: 0 } });
  const sequence = { Sequence: { id: 'A', type_id: 0 } };
  return `${JSON.stringify(
    {
      version: '1.0',
      truncation: {
        direction: 'Right',
        max_length: tokenizer.contextLength,
        strategy: 'LongestFirst',
        stride: 0,
      },
      padding: null,
      added_tokens: [
        special(padToken, padText),
        special(unknownToken, unknownText),
        special(startToken, startText),
        special(endToken, endText),
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
    },
    undefined,
    1,
  )}\n`;
}

function parseTokenizer(json: JsonObject): WordTokenizer {
  const { model, truncation } = json;
  if (!isJsonObject(model) || model.type !== 'WordLevel' || !isJsonObject(model.vocab)) {
    throw new InputError(`${file} must hold a WordLevel model with a vocab, as trainTokenizer makes it.`);
  }
  const contextLength = isJsonObject(truncation) ? truncation.max_length : undefined;
  if (typeof contextLength !== 'number' || contextLength > 2 ** 24) {
    throw new InputError(`${file}: truncation.max_length must be the context length.`);
  }
  const entries = Object.entries(model.vocab);
  const vocabulary = new Array<string | undefined>(entries.length);
  for (const [word, id] of entries) {
    if (
      typeof id !== 'number' ||
      !Number.isInteger(id) ||
      id < 0 ||
      id >= entries.length ||
      vocabulary[id] !== undefined
    ) {
      throw new InputError(
        `${file}: the ids of the vocab must be 0 to ${entries.length - 1}, each once; see ${JSON.stringify(word)}.`,
      );
    }
    vocabulary[id] = word;
  }
  const [pad, unknown, ...rest] = vocabulary as string[];
  if (pad !== padText || unknown !== unknownText || rest.pop() !== endText || rest.pop() !== startText) {
    throw new InputError(
      `${file}: the vocab must begin with ${padText}, ${unknownText} and end with ${startText}, ${endText}.`,
    );
  }
  return new WordTokenizer(rest, contextLength);
}
