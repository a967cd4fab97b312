import { isJsonObject, type JsonObject } from '@slipform/kit/formats/parse-json';
import { quoted } from '@slipform/kit/text/printable';
import { InputError } from '../input-error';
import { addedToken } from './added-token';
import { type BpeParts, type BpeTokenizer, wordEnd } from './bpe-tokenizer';
import { clipWordPattern } from './split-text';

/** A BPE tokenizer as tokenizer.json, in the form of the file that comes with CLIP at Hugging Face. */
export function bpeTokenizerJson({ parts, startToken, endToken, vocabularySize }: BpeTokenizer): object {
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
export interface BpeFile {
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
export function readBpeFile(json: JsonObject, file: string): BpeFile {
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
export function readMerges(merges: unknown, tokens: ReadonlySet<string>, file: string): BpeParts['merges'] {
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
