import type { SavedTokenizer } from './tokenizer-file';
import { endText, padText, startText, unknownText } from './word-tokenizer';

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
