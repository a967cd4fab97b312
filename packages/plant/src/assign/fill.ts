import type { Reason } from '../mined';
import { costOf, surpriseOf } from '../scores/objective';
import { gumbel } from '../seeded-random';
import type { Edit } from './edit';
import { Ranking } from './ranking';
import type { BlockState } from './state';
import { rowsOfSwap } from './swap';

/** Each caption chooses anew, knowing what all others have taken. */
const passes = 2;
/** How much chance there is in a choice, in nats: another seed, another negative. */
const noise = 0.01;

/** Why a caption found nothing. */
export interface Failure {
  readonly reason: Reason;
  /** For `refused`: the id of the check that refused most. */
  readonly check?: string;
}

/**
 * Gives each free caption the word of a row that costs least, whether or not another caption loses it.
 *
 * @param limit the largest price
 * @param most the largest leak
 */
export function fillWords(captions: readonly number[], limit: number, most: number, state: BlockState): void {
  const { draft, random } = state;
  const asking = captions.filter((caption) => draft.isOpen(caption));
  if (asking.length === 0) return;
  random.shuffle(asking);
  for (let pass = 0; pass < passes; pass += 1) {
    for (const caption of asking) {
      const before = draft.isOpen(caption) ? undefined : draft.takeBack(caption);
      const edit = bestEdit(caption, limit, most, state) ?? before;
      if (edit) draft.take(edit);
    }
  }
}

const ranking = new Ranking();

/** The edit of a caption that costs least; none if all are too dear or leak too much. */
function bestEdit(caption: number, limit: number, most: number, state: BlockState): Edit | undefined {
  const { block, ledger, judge, offers, frames, draft, options, random } = state;
  const { sites } = block;
  const mayReplace = options.operations.includes('replace');
  const mayBeNatural = options.operations.includes('natural');
  ranking.clear();
  for (let site = block.firstSite(caption); site < block.endOfSites(caption); site += 1) {
    if (sites.price(site) > limit) continue;
    const start = offers.start(site);
    const end = offers.end(site);
    for (let offer = start; offer < end; offer += 1) {
      const giver = offers.giver(offer);
      const operation = mayBeNatural && frames.areNatural(site, giver) ? 'natural' : 'replace';
      if (operation === 'replace' && !mayReplace) continue;
      const price = judge.priceOf(site, surpriseOf(offers.surprise(offer), operation), limit);
      if (price === Number.POSITIVE_INFINITY || draft.hasGiven(site, giver)) continue;
      if (!draft.mayVary(site, giver)) continue;
      const leak = ledger.costOfReplacing(site, giver);
      if (leak > most) continue;
      const cost = costOf(leak, price) - noise * gumbel(random);
      ranking.add(site, giver, cost, leak);
    }
  }
  while (ranking.next()) {
    const { row: site, other: giver, leak } = ranking;
    const isNatural = mayBeNatural && frames.areNatural(site, giver) && judge.mayTake(site, giver, 'natural');
    const operation = isNatural ? 'natural' : 'replace';
    if (!isNatural) {
      if (!mayReplace || !judge.isLikely(site, giver, operation, limit)) continue;
      if (!judge.mayTake(site, giver, operation)) continue;
    }
    return { operation, site, giver, surprise: judge.surprise(site, giver, operation), leak };
  }
  return undefined;
}

function behind(site: number, end: number): number[] {
  return Array.from({ length: end - site - 1 }, (_, i) => site + 1 + i);
}

/** Looks once more at all that could have been done with a caption, and says what was in the way. */
export function whyNothing(caption: number, state: BlockState): Failure {
  const { block, judge, candidates, options } = state;
  const unusable = block.unusable(caption);
  if (unusable) return { reason: unusable };
  const first = block.firstSite(caption);
  const end = block.endOfSites(caption);
  if (first === end) return { reason: 'no-site' };
  const refused = new Map<string, number>();
  const swapsAlone = options.operations.every((operation) => operation === 'swap');
  for (let site = first; site < end; site += 1) {
    for (const giver of swapsAlone ? behind(site, end) : candidates.of(site)) {
      const rows = swapsAlone ? rowsOfSwap(site, giver, state) : undefined;
      if (swapsAlone && !rows) continue;
      const check = rows ? judge.refusalOfSwap(site, giver, rows) : judge.refusal(site, giver, 'replace');
      // It has passed all checks, and so it was too surprising.
      if (!check) return { reason: 'no-sensible-edit' };
      refused.set(check.id, (refused.get(check.id) ?? 0) + 1);
    }
  }
  const [most] = [...refused].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return most ? { reason: 'refused', check: most[0] } : { reason: 'no-candidate' };
}
