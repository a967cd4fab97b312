import type { Slot } from '../hard-negative';
import type { MiningContext } from '../operations/operation';
import type { ResolvedOptions } from '../options';
import { createRandom } from '../seeded-random';
import type { Change } from './change';
import { type BlockState, exchangeWords } from './exchange-words';
import { Ledger } from './ledger';
import { createWordExclusions, refusalOf } from './may-take';
import { rankSites } from './rank-sites';
import { replaceWords } from './replace-words';
import type { BlockReading } from './site';

/** Finds at most one change for each caption of a block; by the caption's index, `undefined` where there is none. */
export function changeBlock(
  readings: readonly BlockReading[],
  options: ResolvedOptions,
  context: MiningContext,
): readonly (Change | undefined)[] {
  const random = createRandom(options.seed, 'block', ...readings.slice(0, 8).map(({ id }) => id));
  const ledger = new Ledger(readings, options.fit);
  const changes: (Change | undefined)[] = readings.map(() => undefined);
  const words = createWordExclusions(context);
  const taken: Record<Slot, number> = { object: 0, attribute: 0, action: 0, relation: 0, count: 0 };
  for (const { sites } of readings) rankSites(sites, options.policy, options.balance, random);

  const state: BlockState = {
    options,
    ledger,
    random,
    taken,
    isFree: ({ caption }) => changes[caption.index] === undefined,
    exclude: words.exclude,
    mayTake(site, giver) {
      const reason = refusalOf(site, giver, context);
      if (reason) context.refuse(reason);
      return reason === undefined;
    },
    take(...made) {
      for (const change of made) {
        const { site, giver } = change;
        changes[site.caption.index] = change;
        taken[site.span.slot] += 1;
        ledger.enter(site, giver.word);
      }
    },
  };
  if (options.operations.includes('exchange')) exchangeWords(readings, state);
  if (options.operations.includes('replace')) {
    replaceWords(readings, state);
  }
  words.flush();
  return changes;
}
