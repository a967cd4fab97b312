import { writeIntoFolder } from '@slipform/kit/files/write-folder';
import { isJsonObject, type JsonObject } from '@slipform/kit/formats/parse-json';
import { quoted, shown } from '@slipform/kit/text/printable';
import { checkFolder } from '../files/check-folder';
import type { ClipSource } from '../files/clip-files';
import type { LoadOptions } from '../files/load-options';
import { parseModelJson } from '../files/model-json';
import type { ModelSource } from '../files/model-source';
import { openSource } from '../files/open-source';
import { readNeededFile, readOptionalFile } from '../files/read-file';
import { InputError } from '../input-error';
import { type BpeFile, bpeTokenizerJson, readBpeFile, readMerges } from './bpe-file';
import { BpeTokenizer } from './bpe-tokenizer';
import { byteCharacters } from './byte-level';
import { idOrder } from './id-order';
import { parseWordTokenizer, wordTokenizerJson } from './word-file';
import { endText, startText, type WordTokenizer } from './word-tokenizer';

/** The tokenizers that have a file. */
export type SavedTokenizer = WordTokenizer | BpeTokenizer;

export const tokenizerFile = 'tokenizer.json';
const file = tokenizerFile;
// CLIP has 49,408 tokens and no model of ours has a matrix for more than this.
const maxTokens = 2 ** 20;
const maxContext = 2 ** 24;

/**
 * Writes the tokenizer as `tokenizer.json` into the model's folder, in the format of Hugging Face's
 * tokenizers library (a WordLevel or a BPE model), so that Python reads it too. Node only.
 *
 * @example
 * await saveTokenizer(trainTokenizer(['a red square', 'a blue circle']), 'my-clip');
 */
export async function saveTokenizer(tokenizer: SavedTokenizer, folder: string): Promise<void> {
  checkFolder('saveTokenizer', folder);
  await writeIntoFolder(folder, [[file, tokenizerJson(tokenizer)]]);
}

/**
 * The content of tokenizer.json.
 *
 * @throws {InputError} for a tokenizer that is none of this package's
 * @example
 * const json = JSON.parse(tokenizerJson(tokenizer));
 * json.model.type; // 'WordLevel'
 */
export function tokenizerJson(tokenizer: SavedTokenizer): string {
  // By its kind and not by instanceof: it may come from another copy of the package.
  const kind: unknown = tokenizer?.kind;
  if (kind !== 'words' && kind !== 'bpe') {
    throw new InputError(
      'saveTokenizer: tokenizer must be what trainTokenizer or loadTokenizer returned; save one of your own yourself.',
    );
  }
  const json = tokenizer.kind === 'words' ? wordTokenizerJson(tokenizer) : bpeTokenizerJson(tokenizer);
  return `${JSON.stringify(json, undefined, 1)}\n`;
}

/**
 * The tokenizer of a model's folder, URL or files in memory: `tokenizer.json` (CLIP's BPE as Hugging Face
 * writes it, or what {@link saveTokenizer} wrote), or `vocab.json` and `merges.txt`; beside them
 * `tokenizer_config.json` and `special_tokens_map.json`, where they are, name the special tokens and the
 * context length (77 where nothing does).
 *
 * @throws {InputError} for a file that is missing, is no tokenizer, or contradicts itself
 * @example
 * const tokenizer = await loadTokenizer('my-model');
 * tokenizer.encode('a red square'); // [7, 2, 5, 6, 8]
 */
export async function loadTokenizer(source: ClipSource, options: LoadOptions = {}): Promise<SavedTokenizer> {
  return readTokenizer(await openSource('loadTokenizer', source, options));
}

/** {@link loadTokenizer} of a source that is open. */
export async function readTokenizer(source: ModelSource): Promise<SavedTokenizer> {
  const whole = await readOptionalFile(source, file);
  if (whole !== undefined) {
    const json = parseModelJson(whole, file);
    const type = isJsonObject(json.model) ? json.model.type : undefined;
    if (type === 'WordLevel') return parseWordTokenizer(json);
    // Files of before 2021 name no type.
    if (type !== 'BPE' && !(type === undefined && isJsonObject(json.model) && 'merges' in json.model)) {
      throw new InputError(`${file} must hold a BPE or a WordLevel model, got ${shown(type)}.`);
    }
    return assemble(readBpeFile(json, file), await readSettings(source), file, file);
  }
  const vocabulary = await readOptionalFile(source, 'vocab.json');
  if (vocabulary === undefined) {
    await readNeededFile(
      source,
      file,
      'there is no vocab.json either; saveTokenizer writes tokenizer.json beside the weights',
    );
  }
  const merges = await readNeededFile(source, 'merges.txt', 'it belongs to vocab.json');
  const parts: BpeFile = {
    vocabulary: parseModelJson(vocabulary!, 'vocab.json'),
    merges: mergeLines(merges),
    added: [],
    compose: false,
    unknownText: undefined,
    startText: undefined,
    endText: undefined,
    contextLength: undefined,
  };
  return assemble(parts, await readSettings(source), 'vocab.json', 'merges.txt');
}

/** merges.txt: a first line with the version, then a pair a line. */
function mergeLines(bytes: Uint8Array): readonly string[] {
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
  return lines.filter((line, i) => line !== '' && !(i === 0 && line.startsWith('#version')));
}

/** tokenizer_config.json over special_tokens_map.json; either may be missing. */
async function readSettings(source: ModelSource): Promise<JsonObject> {
  const read = async (name: string): Promise<JsonObject> => {
    const bytes = await readOptionalFile(source, name);
    return bytes === undefined ? {} : parseModelJson(bytes, name);
  };
  return { ...(await read('special_tokens_map.json')), ...(await read('tokenizer_config.json')) };
}

function assemble(parts: BpeFile, settings: JsonObject, vocabFile: string, mergeFile: string): BpeTokenizer {
  const ids = new Map<string, unknown>(Object.entries(parts.vocabulary));
  for (const [token, id] of parts.added) {
    if (ids.has(token) && ids.get(token) !== id) {
      throw new InputError(
        `${vocabFile}: ${quoted(token)} has one id among added_tokens and another in the vocab.`,
      );
    }
    ids.set(token, id);
  }
  if (ids.size > maxTokens) {
    throw new InputError(`${vocabFile} must have at most ${maxTokens} tokens, got ${ids.size}.`);
  }
  const vocabulary = idOrder([...ids], vocabFile);
  const tokens = new Set(vocabulary);
  const start = tokenText(settings.bos_token) ?? parts.startText ?? startText;
  const end = tokenText(settings.eos_token) ?? parts.endText ?? endText;
  for (const [name, token] of [
    ['start', start],
    ['end', end],
  ] as const) {
    if (tokens.has(token)) continue;
    throw new InputError(`${vocabFile} must have the ${name} token ${quoted(token)}.`);
  }
  const lacking = byteCharacters.find((c) => !tokens.has(c) || !tokens.has(`${c}</w>`));
  const unknown = tokenText(settings.unk_token) ?? parts.unknownText;
  if (lacking !== undefined && (unknown === undefined || !tokens.has(unknown))) {
    throw new InputError(
      `${vocabFile} must have each of the 256 bytes as a token, alone and with </w>, or an unk_token; ${quoted(lacking)} is missing.`,
    );
  }
  return new BpeTokenizer({
    vocabulary,
    merges: readMerges(parts.merges, tokens, mergeFile),
    startText: start,
    endText: end,
    specialTexts: parts.added.map(([token]) => token),
    unknownText: lacking === undefined ? undefined : unknown,
    contextLength: contextLength(parts.contextLength ?? settings.model_max_length),
    compose: parts.compose,
  });
}

/** A special token's text: as it is, or in the record that newer files have. */
function tokenText(value: unknown): string | undefined {
  const content = isJsonObject(value) ? value.content : value;
  return typeof content === 'string' ? content : undefined;
}

function contextLength(value: unknown): number {
  // transformers writes 1e30 for "no limit".
  if (value === undefined || value === null || (typeof value === 'number' && value >= 1e9)) return 77;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 2 && value <= maxContext) return value;
  throw new InputError(
    `The tokenizer's context length (max_length, model_max_length) must be an integer from 2 to ${maxContext}, got ${shown(value)}.`,
  );
}
