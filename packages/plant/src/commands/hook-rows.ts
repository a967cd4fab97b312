import { choice, described, optional, text } from '@slipform/kit/options';
import { type Fingerprint, hashText } from '../files/fingerprint';
import { readText } from '../files/read-text';
import { shownUrl } from '../hooks/endpoint-url';
import { checkPrompt } from '../hooks/prompts';
import { rewriterOf } from '../hooks/rewriter-of-endpoint';
import { scorerForms, scorerOf } from '../hooks/scorer-of-endpoint';
import type { RunHooks } from '../run/hook-stage';
import {
  type Address,
  type EndpointSettings,
  endpointRows,
  openEndpoint,
  openShared,
  readAddress,
} from './endpoint-rows';
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

/**
 * The hooks of a run. Without `--cache` the answers lie beside the output, so that no run asks for them twice.
 *
 * @throws {InputError} if an address, the key, the prompt or the cache can't be used
 */
export async function openHooks(given: HookSettings, output: string): Promise<RunHooks | undefined> {
  const { rewriter, scorer, model = '', scorerForm: form, concurrency } = given;
  if (rewriter === undefined && scorer === undefined) return undefined;
  const template =
    given.prompt === undefined
      ? undefined
      : checkPrompt((await readText(given.prompt)).trim(), `the prompt of ${given.prompt}`);
  const cache = given.cache ?? (output === '-' ? undefined : `${output}.answers`);
  const settings = cache === undefined ? given : { ...given, cache };
  const read = (address: string | undefined, name: string) =>
    address === undefined ? undefined : readAddress(address, name, given);
  const [toRewriter, toScorer] = [read(rewriter, '--rewriter'), read(scorer, '--scorer')];
  // Nothing is made before all is looked at.
  const shared = await openShared(settings);
  const { fields } = shared;
  const rewriting = toRewriter && openEndpoint(toRewriter, settings, shared);
  const scoring = toScorer && openEndpoint(toScorer, settings, shared);
  const fingerprint: Fingerprint = {
    '--rewriter': shownAddress(toRewriter),
    '--scorer': shownAddress(toScorer),
    '--model': model,
    '--prompt': template === undefined ? '' : hashText(template),
    '--scorer-form': form,
    '--fields': JSON.stringify(fields),
  };
  return {
    rewriter: rewriting && rewriterOf(rewriting, { model, template, fields }),
    scorer: scoring && scorerOf(scoring, { model, form, fields }),
    concurrency,
    fingerprint,
    counts: () => ({
      ...(rewriting && { rewriter: rewriting.counts() }),
      ...(scoring && { scorer: scoring.counts() }),
    }),
    async idle() {
      await Promise.all([rewriting?.idle(), scoring?.idle()]);
    },
  };
}

/** An address for a journal: of its query, which may hold a secret, the hash alone. */
function shownAddress(address: Address | undefined): string {
  if (address === undefined) return '';
  const { url } = address;
  return url.search === '' ? shownUrl(url) : `${shownUrl(url)}?${hashText(url.search)}`;
}
