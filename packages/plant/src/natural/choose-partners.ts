import type { Readers } from '../create-readers';
import type { HardNegative, Slot } from '../hard-negative';
import type { Mined, Reason } from '../mined';
import type { Policy } from '../options';
import { createRandom, type Random } from '../seeded-random';
import { KnownCaptions } from './known-captions';
import type { Meetings } from './meetings';
import { exchangeOf, exchangeRecord, naturalRecord } from './natural-record';
import { createPartnerChecks, type PartnerChecks, type Side } from './partner-checks';
import type { AskedCaption, CaptionSite, PartnerKind, StoredCaption } from './query-partners';
import { surroundingsOf } from './site-key';

export interface ChooseOptions {
  /** Default: `span`. */
  readonly kind?: PartnerKind;
  readonly readers: Readers;
  readonly policy: Policy;
  readonly temperature: number;
  readonly slots: ReadonlySet<Slot>;
  readonly perCaption: number;
  readonly seed: number;
}

/** A caption with its natural negatives. */
export interface PairedCaption extends Mined<StoredCaption> {
  /** The captions that the negatives are. */
  readonly partners: readonly StoredCaption[];
  /** The checks that refused other partners. */
  readonly refusals: readonly string[];
}

/**
 * Chooses for each caption the site that the policy wants, among those that captions of other images share the surroundings
 * of, and for that site the first partner in turn (partners.sql) whose word excludes its own. What is chosen depends on
 * the captions, the options and the seed, and not on the order of the captions.
 */
export async function* choosePartners(
  asked: AsyncIterable<AskedCaption>,
  meetings: Meetings,
  options: ChooseOptions,
): AsyncGenerator<PairedCaption> {
  const known = new KnownCaptions(options);
  const checks = createPartnerChecks(options.readers, meetings);
  for await (const one of asked) yield pairOf(one, known, checks, options);
}

function pairOf(
  { caption, sites }: AskedCaption,
  known: KnownCaptions,
  checks: PartnerChecks,
  { kind, readers, policy, temperature, perCaption, seed }: ChooseOptions,
): PairedCaption {
  const without = (reason: Reason, refusals: readonly string[] = []): PairedCaption => ({
    caption,
    negatives: [],
    partners: [],
    reason,
    refusals,
  });
  // Words that have changed places need no rating of their own.
  const mayMove = kind === 'word-order' && caption.reason === 'no-site';
  if (caption.reason !== undefined && !mayMove) return without(caption.reason);
  if (sites.length === 0) return without('no-candidate');
  const taken = new Set([caption.caption]);
  const refusals: string[] = [];
  const partners: StoredCaption[] = [];
  const negatives: HardNegative[] = [];
  if (kind === 'word-order') {
    for (const { own, partners: all } of sites) {
      for (const partner of all) {
        if (negatives.length === perCaption || taken.has(partner.caption.caption)) continue;
        const exchange = exchangeOf(
          known.read(caption.caption),
          known.read(partner.caption.caption),
          readers,
        );
        const side = (of: CaptionSite) => ({
          reading: known.read(of.caption.caption).reading,
          siblings: known.siblings(of),
        });
        const refusal = exchange
          ? checks.exchange(side(own), side(partner), exchange)
          : 'natural/no-exchange';
        if (refusal !== undefined) refusals.push(refusal);
        if (refusal !== undefined || exchange === undefined) continue;
        taken.add(partner.caption.caption);
        partners.push(partner.caption);
        const { reading } = known.read(caption.caption);
        const pair = { caption, partner: partner.caption, reading, ...exchange };
        negatives.push(exchangeRecord(pair, seed, readers.words.relations));
      }
    }
    return negatives.length > 0 ? { caption, negatives, partners, refusals } : without('refused', refusals);
  }
  const sided = sites.map(({ own, partners }) => ({ side: known.side(own), partners }));
  const random = createRandom(seed, caption.id, caption.caption);
  const ordered = orderSites(sided, ({ side }) => side.span.concreteness, policy, temperature, random);

  /** The partners of a site in turn. */
  function* partnersOf(side: Side, all: readonly CaptionSite[]): Generator<[StoredCaption, Side]> {
    const wanted = surroundingsOf(side.reading.tokens, side.span);
    for (const partner of all) {
      const other = known.side(partner);
      // Other words may have the same key, once in very many captions.
      if (other.span.slot !== side.span.slot) continue;
      if (surroundingsOf(other.reading.tokens, other.span) !== wanted) continue;
      const refusal = checks.span(side, other);
      if (refusal !== undefined) refusals.push(refusal);
      else if (!taken.has(partner.caption.caption)) yield [partner.caption, other];
    }
  }

  // Each site is asked once before any is asked for a second partner.
  const turns = ordered.map(({ side, partners }) => ({ side, found: partnersOf(side, partners) }));
  for (let turn = turns.shift(); turn && negatives.length < perCaption; turn = turns.shift()) {
    const { value, done } = turn.found.next();
    if (done) continue;
    turns.push(turn);
    const [partner, { span: other }] = value;
    taken.add(partner.caption);
    partners.push(partner);
    const { reading, span } = turn.side;
    negatives.push(naturalRecord({ caption, partner, reading, span, other }, seed, readers.words.relations));
  }
  if (negatives.length === 0) return without(refusals.length > 0 ? 'refused' : 'no-candidate', refusals);
  return { caption, negatives, partners, refusals };
}

/** Sites in the order in which a policy wants them. @param rate concreteness, 1–5 */
export function orderSites<T>(
  sites: readonly T[],
  rate: (site: T) => number,
  policy: Policy,
  temperature: number,
  random: Random,
): readonly T[] {
  if (policy === 'random') return random.shuffle([...sites]);
  if (policy === 'weighted') {
    const left = [...sites];
    const ordered: T[] = [];
    while (left.length > 0) {
      const most = Math.max(...left.map(rate));
      const at = random.weighted(left.map((site) => Math.exp((rate(site) - most) / temperature)));
      ordered.push(...left.splice(at, 1));
    }
    return ordered;
  }
  const sign = policy === 'max' ? -1 : 1;
  // Drawn first, so that equal ones take turns.
  return random.shuffle([...sites]).sort((a, b) => sign * (rate(a) - rate(b)));
}
