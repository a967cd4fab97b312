import type { JsonObject } from '@slipform/kit/parse-json';
import { isJsonObject } from '@slipform/kit/parse-json';
import { chatBody, chatText } from './chat';
import type { Endpoint } from './endpoint';
import { EndpointError } from './endpoint-error';
import { type ExtraFields, withFields } from './extra-fields';
import { scorerPrompt } from './prompts';
import type { Scorer, ScorerCandidate } from './scorer';
import type { scorerForms } from './scorer-forms';

/** How a scorer asks: for the log-probabilities of a text's own tokens, one text a request or several, or in a chat. */
type ScorerForm = 'text' | 'texts' | 'chat';

export interface ScorerSettings {
  readonly model: string;
  readonly fields?: ExtraFields | undefined;
  /** Default: `auto`, which is `completions` where the server can do that. */
  readonly form?: (typeof scorerForms)[number] | undefined;
}

/** What stands before a caption, since no token tells the probability of the first one. */
const lead = 'A caption of a photograph: ';
/** `[90, 12]` and some words. */
const mostTokens = 256;

/**
 * A scorer that asks a language model: a log-probability of each negative where the server echoes a text with its
 * tokens' log-probabilities (`completions` of vLLM's kind), else numbers in a chat. The first question finds that out.
 */
export function scorerOf(endpoint: Endpoint, settings: ScorerSettings): Scorer {
  let form: Promise<ScorerForm> | undefined;
  return async (candidates) => {
    form ??= findForm(endpoint, settings);
    const found = await form;
    if (found === 'chat') return inChat(endpoint, settings, candidates);
    const texts = candidates.map(({ negative }) => `${lead}${negative}`);
    if (found === 'texts') return numbersIn(await endpoint.ask(completion(settings, texts)));
    const each = await Promise.all(texts.map((text) => endpoint.ask(completion(settings, text))));
    return each.flatMap(numbersIn);
  };
}

async function findForm(endpoint: Endpoint, settings: ScorerSettings): Promise<ScorerForm> {
  const { form = 'auto' } = settings;
  if (form === 'chat') return 'chat';
  const [one, other] = [`${lead}a dog on a bed`, `${lead}a cat on a bed`];
  if (await endpoint.probe(completion(settings, one))) {
    return (await endpoint.probe(completion(settings, [one, other]), true)) ? 'texts' : 'text';
  }
  if (form === 'auto') return 'chat';
  throw new EndpointError(
    '--scorer-form completions: the server does not give the log-probabilities of a text (echo with logprobs); use chat.',
  );
}

function completion({ model, fields = {} }: ScorerSettings, prompt: string | readonly string[]) {
  const texts = typeof prompt === 'string' ? [prompt] : prompt;
  // Some servers take 0 tokens for as many as they like.
  const body = { model, prompt, max_tokens: 1, echo: true, logprobs: 1, temperature: 0, seed: 0 };
  return {
    route: 'completions',
    body: withFields(body, fields),
    read: (answer: JsonObject) => JSON.stringify(logProbabilities(answer, texts)),
  };
}

async function inChat(
  endpoint: Endpoint,
  { model, fields = {} }: ScorerSettings,
  candidates: readonly ScorerCandidate[],
): Promise<readonly number[]> {
  const answer = await endpoint.ask({
    route: 'chat/completions',
    body: withFields(chatBody(model, scorerPrompt(candidates), mostTokens), fields),
    read: (answer) => JSON.stringify(ratingsIn(chatText(answer), candidates.length)),
  });
  // Of the share of people who would write it, so to say.
  return numbersIn(answer).map((rating) => Math.log((rating + 0.5) / 101));
}

/** What `read` kept; no numbers if the answer could not be used. */
function numbersIn(bytes: Uint8Array | undefined): readonly number[] {
  const numbers: unknown = bytes === undefined ? [] : JSON.parse(new TextDecoder().decode(bytes));
  return Array.isArray(numbers) ? numbers.filter((each) => typeof each === 'number') : [];
}

/** ln P of each text. @throws what an answer is not */
function logProbabilities({ choices }: JsonObject, texts: readonly string[]): number[] {
  if (!Array.isArray(choices) || choices.length !== texts.length) {
    throw new Error(`choices does not hold ${texts.length}`);
  }
  const byText = [...choices].sort((a, b) => indexOf(a) - indexOf(b));
  return byText.map((choice: unknown, i) => logProbability(choice, texts[i]!));
}

function indexOf(choice: unknown): number {
  return isJsonObject(choice) && typeof choice.index === 'number' ? choice.index : 0;
}

function logProbability(choice: unknown, prompt: string): number {
  if (!isJsonObject(choice) || typeof choice.text !== 'string' || !choice.text.startsWith(prompt)) {
    throw new Error('the text is not echoed');
  }
  const logs = isJsonObject(choice.logprobs) ? choice.logprobs : {};
  const { tokens, token_logprobs: values } = logs;
  if (!Array.isArray(tokens) || !Array.isArray(values) || values.length !== tokens.length) {
    throw new Error('logprobs has no tokens and token_logprobs of one length');
  }
  // The last token is the one that was asked for, unless the text ended there.
  const count = tokens.join('').endsWith(prompt) ? tokens.length : tokens.length - 1;
  const own = values.slice(0, count);
  const numbers = own.filter((value) => value !== null);
  const isLogs = numbers.every((value) => typeof value === 'number' && value <= 0 && Number.isFinite(value));
  if (!isLogs || numbers.length === 0 || numbers.length < own.length - 1) {
    throw new Error('token_logprobs are no logarithms of probabilities');
  }
  return numbers.reduce((sum, value) => sum + value, 0);
}

/** The numbers of a chat's answer. @throws what it is not */
function ratingsIn(text: string, count: number): number[] {
  const list = /\[[^[\]]*\](?!.*\[)/s.exec(text)?.[0];
  const ratings: unknown = list === undefined ? undefined : JSON.parse(list);
  const isList =
    Array.isArray(ratings) &&
    ratings.length === count &&
    ratings.every((each) => typeof each === 'number' && each >= 0 && each <= 100);
  if (!isList) throw new Error(`the answer holds no array of ${count} numbers from 0 to 100`);
  return ratings;
}
