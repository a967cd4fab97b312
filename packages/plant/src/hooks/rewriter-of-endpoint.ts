import type { HardNegative } from '../hard-negative';
import { chatBody, chatText } from './chat';
import type { Endpoint } from './endpoint';
import { type ExtraFields, withFields } from './extra-fields';
import { fillPrompt, rewriterPrompt } from './prompts';
import type { Rewriter } from './rewriter';

/** A caption has at most 77 tokens; some models think aloud first. */
const mostTokens = 256;
const quotes = /^(?:"(.*)"|'(.*)'|“(.*)”|`(.*)`)$/s;

export interface RewriterSettings {
  readonly model: string;
  /** From `checkPrompt`. */
  readonly template?: string | undefined;
  readonly fields?: ExtraFields | undefined;
}

/** A rewriter that asks a chat model. */
export function rewriterOf(endpoint: Endpoint, settings: RewriterSettings): Rewriter {
  const { model, template = rewriterPrompt, fields = {} } = settings;
  return async (record) => {
    const bytes = await endpoint.ask({
      route: 'chat/completions',
      body: withFields(chatBody(model, fillPrompt(template, record), mostTokens), fields),
      read: chatText,
    });
    return bytes === undefined ? undefined : captionIn(new TextDecoder().decode(bytes), record);
  };
}

/**
 * The caption that an answer holds: without quotes around it, and with the capital, the full stop and the white space at
 * its ends as the record's caption has them.
 */
export function captionIn(answer: string, { caption }: Pick<HardNegative, 'caption'>): string {
  const trimmed = answer.trim();
  const [, ...inside] = quotes.exec(trimmed) ?? [];
  let text = (inside.find((each) => each !== undefined) ?? trimmed).trim();
  const own = caption.trim();
  if (/[^.]\.$/.test(text) && !own.endsWith('.')) text = text.slice(0, -1);
  else if (own.endsWith('.') && !/[.!?]$/.test(text)) text += '.';
  if (text !== '' && own !== '') text = caseLike(own, text);
  return caption.replace(own, () => text);
}

/** A first letter is a capital, or not, as in the caption. */
function caseLike(caption: string, text: string): string {
  const [first = ''] = caption;
  const [other = ''] = text;
  const rest = text.slice(other.length);
  if (first !== first.toUpperCase()) return /^\p{Lu}\p{Lu}/u.test(text) ? text : other.toLowerCase() + rest;
  return first === first.toLowerCase() ? text : other.toUpperCase() + rest;
}
