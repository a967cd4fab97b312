import type { Answer } from './test-server';
import { sendJson } from './test-server';

/** ln P of a text's tokens: words with the space before them, each as likely as its letters make it. */
function tokensOf(text: string): { readonly token: string; readonly log: number | null }[] {
  return (text.match(/ ?[^ ]+/g) ?? []).map((token, i) => ({
    token,
    log:
      i === 0
        ? null
        : -(([...token].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 997, 7) + 1) / 100),
  }));
}

/** What a scorer makes of a text. */
export function logOf(text: string): number {
  return tokensOf(text).reduce((sum, { log }) => sum + (log ?? 0), 0);
}

/**
 * Answers `completions` with `echo` and `logprobs` as vLLM does: the text with one more token, and the log-probability of
 * each token but the first.
 */
export const echoCompletions: Answer = ({ body }, response) => {
  const { prompt, max_tokens } = JSON.parse(String(body));
  const prompts: string[] = typeof prompt === 'string' ? [prompt] : prompt;
  const choices = prompts.map((text, index) => {
    const tokens = [...tokensOf(text), ...(max_tokens === 0 ? [] : [{ token: '!', log: -0.25 }])];
    return {
      index,
      text: tokens.map(({ token }) => token).join(''),
      finish_reason: 'length',
      logprobs: {
        text_offset: tokens.map((_, i) =>
          tokens.slice(0, i).reduce((sum, { token }) => sum + token.length, 0),
        ),
        tokens: tokens.map(({ token }) => token),
        token_logprobs: tokens.map(({ log }) => log),
        top_logprobs: tokens.map(({ token, log }) => (log === null ? null : { [token]: log })),
      },
    };
  });
  const total_tokens = choices.reduce((sum, { logprobs }) => sum + logprobs.tokens.length, 0);
  sendJson(response, { object: 'text_completion', model: 'echo', choices, usage: { total_tokens } });
};
