import { InputError } from '@slipform/kit/errors/input-error';
import { quoted } from '@slipform/kit/text/printable';
import type { Tokenizer } from '../tokenizer/tokenizer';
import type { SavedTokenizer } from '../tokenizer/tokenizer-file';

/**
 * Refuses classes that the model can't tell apart, because all their prompts are the same tokens, and tells what
 * else of the prompts it doesn't see.
 *
 * @param length tokens that the model reads of a text, start and end among them
 * @param option what a message calls the templates
 * @returns a warning, `undefined` where there is nothing to warn of
 * @throws {InputError} if two classes have the same tokens in each of their prompts
 */
export function checkPrompts(
  classes: readonly string[],
  templates: readonly string[],
  tokenizer: Tokenizer,
  length: number,
  option: string,
): string | undefined {
  const prompts = promptsOf(classes, templates);
  const encoded = prompts.map((prompt) => tokenizer.encode(prompt));
  // The end token takes the last place of a text that is cut.
  const seen = encoded.map((ids) => (ids.length > length ? ids.slice(0, length - 1) : ids.slice(0, -1)));
  const first = new Map<string, number>();
  for (const row of classes.keys()) {
    const key = seen
      .slice(row * templates.length, (row + 1) * templates.length)
      .map((ids) => ids.join())
      .join(';');
    const other = first.get(key);
    if (other === undefined) first.set(key, row);
    else throw equalClasses(classes[other]!, classes[row]!, templates, tokenizer, length, option);
  }
  const unknown = unknownTokenOf(tokenizer);
  const isCut = (at: number) => encoded[at]!.length > length;
  const isStrange = (at: number) => {
    const words = encoded[at]!.slice(1, -1);
    return words.length > 0 && 2 * words.filter((id) => id === unknown).length >= words.length;
  };
  const rows = [...prompts.keys()];
  const [cut, strange] = [rows.filter(isCut), rows.filter(isStrange)];
  const faults = [
    cut.length === 0 ? [] : `${cut.length} are cut at ${length} tokens`,
    strange.length === 0 ? [] : `in ${strange.length} half of the words or more are unknown to the tokenizer`,
  ].flat();
  if (faults.length === 0) return undefined;
  const example = quoted(prompts[cut[0] ?? strange[0]!]!);
  return `of the ${prompts.length} prompts ${faults.join(', and ')}, such as ${example}; pass ${option} with a prompt like the captions of the training.`;
}

function equalClasses(
  a: string,
  b: string,
  templates: readonly string[],
  tokenizer: Tokenizer,
  length: number,
  option: string,
): InputError {
  const names = `${quoted(a)} and ${quoted(b)}`;
  if (String(tokenizer.encode(a)) === String(tokenizer.encode(b))) {
    return new InputError(
      `the classes ${names} are the same tokens to the model; name them in words that its tokenizer knows and that differ.`,
    );
  }
  const [prompt] = promptsOf([a], templates);
  return new InputError(
    `the prompts of the classes ${names} are the same once they are cut at ${length} tokens, such as ${quoted(prompt!)}; pass ${option} with a shorter prompt, like the captions of the training, such as "a {}".`,
  );
}

/** The token of words that a tokenizer doesn't know; `undefined` where it knows the parts of all of them. */
function unknownTokenOf(tokenizer: Tokenizer): number | undefined {
  const { kind } = tokenizer as Partial<SavedTokenizer>;
  if (kind === undefined) return undefined;
  const known = tokenizer as SavedTokenizer;
  if (known.kind === 'words') return known.unknownToken;
  const { vocabulary, unknownText } = known.parts;
  return unknownText === undefined ? undefined : vocabulary.indexOf(unknownText);
}

/** CLIP's own prompt for a class (Radford et al. 2021, section 3.1.4). */
export const defaultTemplates: readonly string[] = ['a photo of a {}.'];

/** The prompts of the classes, class after class. */
export function promptsOf(classes: readonly string[], templates: readonly string[]): string[] {
  return classes.flatMap((name) => templates.map((template) => template.replaceAll('{}', () => name)));
}
