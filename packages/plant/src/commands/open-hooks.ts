import { type Fingerprint, hashText } from '@slipform/kit/shards/fingerprint';
import { readText } from '../files/read-text';
import { shownUrl } from '../hooks/endpoint-url';
import { checkPrompt } from '../hooks/prompts';
import { rewriterOf } from '../hooks/rewriter-of-endpoint';
import { scorerOf } from '../hooks/scorer-of-endpoint';
import type { RunHooks } from '../run/hook-stage';
import type { HookSettings } from './hook-rows';
import { type Address, openEndpoint, openShared, readAddress } from './open-endpoint';

/**
 * The hooks of a run. Without `--cache` the answers lie beside the output, so that no run asks for them twice.
 *
 * @throws {InputError} if an address, the key, the prompt or the cache can't be used
 */
export async function openHooks(given: HookSettings, output: string): Promise<RunHooks> {
  const { rewriter, scorer, model = '', scorerForm: form, concurrency } = given;
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
