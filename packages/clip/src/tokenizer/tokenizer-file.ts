import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { writeFolder } from '@slipform/kit/files/write-folder';
import { isJsonObject, type JsonObject } from '@slipform/kit/formats/parse-json';
import { quoted, shown } from '@slipform/kit/text/printable';
import type { LoadOptions } from '../files/load-options';
import { checkFolder } from '../files/model-files';
import { parseModelJson } from '../files/model-json';
import type { ClipSource, ModelSource } from '../files/model-source';
import { openSource } from '../files/open-source';
import { readNeededFile, readOptionalFile } from '../files/read-file';
import { type BpeParts, BpeTokenizer, byteCharacters, wordEnd } from './bpe-tokenizer';
import { clipWordPattern } from './clean-text';
import { endText, padText, startText, unknownText, WordTokenizer, wordPattern } from './word-tokenizer';

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
  await writeFolder({ folder, obsolete: [] }, (inside) => inside(file, tokenizerJson(tokenizer)));
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
      refuse(undefined, file, 'must hold a BPE or a WordLevel model', shown(type));
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
    refuse(undefined, vocabFile, `must have at most ${maxTokens} tokens`, ids.size);
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
  refuse(
    undefined,
    `The tokenizer's context length (max_length, model_max_length)`,
    `must be an integer from 2 to ${maxContext}`,
    shown(value),
  );
}

/** Tokens in the order of their ids, which must be 0 to n − 1, each once. */
function idOrder(entries: readonly (readonly [token: string, id: unknown])[], file: string): string[] {
  const vocabulary = new Array<string | undefined>(entries.length);
  for (const [token, id] of entries) {
    const inside = typeof id === 'number' && Number.isInteger(id) && id >= 0 && id < entries.length;
    if (!inside || vocabulary[id] !== undefined) {
      throw new InputError(
        `${file}: the ids of the vocabulary must be 0 to ${entries.length - 1}, each once; see ${quoted(token, 80)}.`,
      );
    }
    vocabulary[id] = token;
  }
  return vocabulary as string[];
}

/** A word tokenizer as tokenizer.json: a WordLevel model. */
function wordTokenizerJson(tokenizer: WordTokenizer): object {
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
function parseWordTokenizer({ model, truncation }: JsonObject): WordTokenizer {
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

/** A special token as tokenizer.json lists it. */
function addedToken(id: number, content: string): object {
  return { id, content, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true };
}

/** A BPE tokenizer as tokenizer.json, in the form of the file that comes with CLIP at Hugging Face. */
function bpeTokenizerJson({ parts, startToken, endToken, vocabularySize }: BpeTokenizer): object {
  const { vocabulary, merges, startText, endText, specialTexts, contextLength, compose, unknownText } = parts;
  const specials = new Set([startText, endText, ...specialTexts]);
  return {
    version: '1.0',
    truncation: { direction: 'Right', max_length: contextLength, strategy: 'LongestFirst', stride: 0 },
    padding: null,
    added_tokens: vocabulary.flatMap((token, id) => (specials.has(token) ? [addedToken(id, token)] : [])),
    normalizer: {
      type: 'Sequence',
      normalizers: [
        ...(compose ? [{ type: 'NFC' }] : []),
        { type: 'Replace', pattern: { Regex: '\\s+' }, content: ' ' },
        { type: 'Lowercase' },
      ],
    },
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Split', pattern: { Regex: clipWordPattern }, behavior: 'Removed', invert: true },
        { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: false },
      ],
    },
    post_processor: {
      type: 'RobertaProcessing',
      sep: [endText, endToken],
      cls: [startText, startToken],
      trim_offsets: false,
      add_prefix_space: false,
    },
    decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true, use_regex: true },
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: unknownText ?? endText,
      continuing_subword_prefix: '',
      end_of_word_suffix: wordEnd,
      fuse_unk: false,
      byte_fallback: false,
      vocab: Object.fromEntries(vocabulary.slice(0, vocabularySize).map((token, id) => [token, id])),
      merges: merges.map((pair) => pair.join(' ')),
    },
  };
}

/** What a tokenizer.json says of a BPE beside what its vocabulary and merges are. */
interface BpeFile {
  readonly vocabulary: JsonObject;
  readonly merges: unknown;
  /** Tokens outside of the model's vocabulary, or special ones inside of it, with their ids. */
  readonly added: readonly (readonly [token: string, id: unknown])[];
  readonly compose: boolean;
  readonly unknownText: string | undefined;
  readonly startText: string | undefined;
  readonly endText: string | undefined;
  readonly contextLength: unknown;
}

/** Takes a tokenizer.json with CLIP's steps apart; throws an InputError where it has other steps. */
function readBpeFile(json: JsonObject, file: string): BpeFile {
  const { model, normalizer, pre_tokenizer, post_processor, truncation, added_tokens } = json;
  if (!isJsonObject(model) || !isJsonObject(model.vocab) || model.end_of_word_suffix !== wordEnd) {
    throw new InputError(
      `${file}: the BPE model must have a vocab and the end_of_word_suffix ${wordEnd}, as CLIP's has; other tokenizers don't belong to a CLIP.`,
    );
  }
  const split = steps(pre_tokenizer, 'pretokenizers').find(({ type }) => type === 'Split');
  const pattern = isJsonObject(split?.pattern) ? split.pattern.Regex : undefined;
  if (typeof pattern !== 'string' || !pattern.endsWith(clipWordPattern)) {
    throw new InputError(`${file}: pre_tokenizer must split words as CLIP's does, by ${clipWordPattern}.`);
  }
  const added = Array.isArray(added_tokens) ? added_tokens.filter(isJsonObject) : [];
  return {
    vocabulary: model.vocab,
    merges: model.merges,
    added: added.map(({ content, id }) => [String(content), id] as const),
    compose: steps(normalizer, 'normalizers').some(({ type }) => type === 'NFC'),
    unknownText: text(model.unk_token),
    ...ends(post_processor),
    contextLength: isJsonObject(truncation) ? truncation.max_length : undefined,
  };
}

/** The members of a sequence, or the one step that stands alone. */
function steps(step: unknown, members: string): readonly JsonObject[] {
  if (!isJsonObject(step)) return [];
  const several = step[members];
  return Array.isArray(several) ? several.filter(isJsonObject) : [step];
}

/** Start and end token as the post-processor puts them around a text. */
function ends(step: unknown): { startText: string | undefined; endText: string | undefined } {
  if (!isJsonObject(step)) return { startText: undefined, endText: undefined };
  const { cls, sep, single } = step;
  if (Array.isArray(cls) && Array.isArray(sep)) return { startText: text(cls[0]), endText: text(sep[0]) };
  const template = Array.isArray(single) ? single.filter(isJsonObject) : [];
  const names = template.flatMap(({ SpecialToken: token }) => (isJsonObject(token) ? [text(token.id)] : []));
  return { startText: names[0], endText: names[1] };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/**
 * The merges of a file, each a string `left right` or a pair; every token that one names or makes must be in
 * the vocabulary.
 */
function readMerges(merges: unknown, tokens: ReadonlySet<string>, file: string): BpeParts['merges'] {
  if (!Array.isArray(merges)) throw new InputError(`${file}: merges must be a list of pairs of tokens.`);
  const seen = new Set<string>();
  return merges.map((merge: unknown, i) => {
    const pair: unknown[] = typeof merge === 'string' ? merge.split(' ') : Array.isArray(merge) ? merge : [];
    const [left, right] = pair;
    const where = `${file}: merge ${i + 1}`;
    if (pair.length !== 2 || typeof left !== 'string' || typeof right !== 'string' || !left || !right) {
      throw new InputError(`${where} must be two tokens with a space between them.`);
    }
    const missing = [left, right, left + right].find((token) => !tokens.has(token));
    if (missing !== undefined) {
      throw new InputError(
        `${where} needs the token ${quoted(missing, 80)}, which the vocabulary does not have.`,
      );
    }
    const key = `${left} ${right}`;
    if (seen.has(key)) throw new InputError(`${where} is there twice; each pair has one rank.`);
    seen.add(key);
    return [left, right] as const;
  });
}

export const tokenizerConfigFile = 'tokenizer_config.json';

/**
 * The content of tokenizer_config.json, by which transformers chooses the class for a tokenizer.json: CLIP's own for a
 * BPE, and the general one for words, whose steps CLIP's doesn't have.
 */
export function tokenizerConfigJson(tokenizer: SavedTokenizer): string {
  const common = { model_max_length: tokenizer.contextLength, clean_up_tokenization_spaces: false };
  const json =
    tokenizer.kind === 'words'
      ? {
          tokenizer_class: 'PreTrainedTokenizerFast',
          bos_token: startText,
          eos_token: endText,
          unk_token: unknownText,
          pad_token: padText,
          ...common,
        }
      : {
          tokenizer_class: 'CLIPTokenizer',
          bos_token: tokenizer.parts.startText,
          eos_token: tokenizer.parts.endText,
          unk_token: tokenizer.parts.unknownText ?? tokenizer.parts.endText,
          pad_token: tokenizer.parts.endText,
          do_lower_case: true,
          ...common,
        };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
