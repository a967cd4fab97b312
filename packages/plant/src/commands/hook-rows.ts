import { choice, described, optional, text } from '@slipform/kit/options';
import { scorerForms } from '../hooks/scorer-forms';
import { type EndpointSettings, endpointRows } from './endpoint-rows';
import { fileRow } from './rows';

const urlRow = (help: string) => described(help, optional(text('a URL', '<url>')));

/** Language models that `mine` asks. */
export const hookRows = {
  rewriter: urlRow('have each negative worded anew by a model at an OpenAI-compatible endpoint'),
  scorer: urlRow('have a model at such an endpoint choose among the best eight negatives of a caption'),
  model: described('the model of --rewriter and --scorer', optional(text('the name of a model', '<name>'))),
  prompt: fileRow('what --rewriter is asked: a text with {caption} and {negative} in it'),
  scorerForm: described(
    'how --scorer asks: for the log-probabilities of texts, or in a chat (auto: what the server can)',
    optional(choice(scorerForms), 'auto'),
  ),
  ...endpointRows(60),
};

export interface HookSettings extends EndpointSettings {
  readonly rewriter?: string;
  readonly scorer?: string;
  readonly model?: string;
  readonly prompt?: string;
  readonly scorerForm: (typeof scorerForms)[number];
}

/** What is wrong with the options, a sentence without its full stop; undefined if nothing is. */
export function hookMisuse(given: HookSettings): string | undefined {
  const { rewriter, scorer, model, prompt, budget, tokenBudget, cache, fields } = given;
  if (rewriter !== undefined || scorer !== undefined) {
    if (model === undefined) return '--rewriter and --scorer need --model; name the model';
    return prompt !== undefined && rewriter === undefined ? '--prompt needs --rewriter' : undefined;
  }
  const alone = Object.entries({ model, prompt, budget, tokenBudget, cache, fields }).find(
    ([, value]) => value !== undefined,
  );
  const flag = alone?.[0].replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return flag === undefined ? undefined : `--${flag} needs --rewriter or --scorer`;
}
