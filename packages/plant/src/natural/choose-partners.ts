import { InputError } from '@slipform/kit/input-error';
import type { Readers } from '../create-readers';
import type { HardNegative, Slot } from '../hard-negative';
import type { Policy } from '../options';
import type { Reason } from '../reasons';
import { createRandom } from '../seeded-random';
import type { Member } from './group-sites';
import type { JoinedHashes } from './join-hashes';
import { type KnownCaption, KnownCaptions } from './known-captions';
import { naturalRecord } from './natural-record';
import { orderSites } from './order-sites';
import { createPartnerChecks, type PartnerChecks, type Side } from './partner-checks';
import { type Address, addressOf, shardOf } from './row-text';
import { surroundingsOf } from './site-key';
import { captionOfLine, imageOf, type StoredCaption } from './stored-caption';

export interface ChooseOptions {
  readonly readers: Readers;
  readonly policy: Policy;
  readonly temperature: number;
  readonly slots: ReadonlySet<Slot>;
  readonly perCaption: number;
  readonly seed: number;
}

/** A caption that a record is made of. */
export interface PairPartner {
  readonly shard: number;
  readonly caption: StoredCaption;
}

/** A caption with its natural negatives; without one, the reason why, and the checks that refused. */
export interface PairedCaption {
  readonly shard: number;
  readonly caption: StoredCaption;
  readonly records: readonly HardNegative[];
  /** The captions that the records are made of. */
  readonly partners: readonly PairPartner[];
  readonly reason?: Reason | undefined;
  readonly refusals: readonly string[];
}

/**
 * The third step: for each caption the site that the policy wants, among those that captions of other images share the
 * surroundings of, and for that site the first partner in turn (`rotations.ts`) whose word excludes its own. What is chosen
 * depends on the captions, the options and the seed, and not on the order of the captions.
 *
 * @param of the shards whose captions choose, in order; their partners may stand in any shard. Default: all.
 */
export function* choosePartners(
  joined: JoinedHashes,
  options: ChooseOptions,
  of: readonly number[] = [...joined.shards.keys()],
): Generator<PairedCaption> {
  const { captions: lines, shards, meetings, pictures } = joined;
  const known = new KnownCaptions(lines, pictures, options);
  const checks = createPartnerChecks(options.readers, meetings);
  const membersOf = joined.readMembers();
  for (const shard of of) {
    const { folder } = shards[shard]!;
    const members = membersOf(shard);
    let next = members.next();
    for (const { start, line } of lines[shard]!.lines(shards[shard]!.readDone().captionBytes)) {
      const address = addressOf(shard, start);
      const own: Member[] = [];
      for (; !next.done && next.value.address === address; next = members.next()) own.push(next.value);
      yield pairOf(captionOfLine(line), address, own, known, checks, options);
    }
    if (next.done) continue;
    throw new InputError(
      `${folder} lacks captions that partners were found for; group the hashes as they are now.`,
    );
  }
}

function pairOf(
  caption: StoredCaption,
  address: Address,
  members: readonly Member[],
  known: KnownCaptions,
  checks: PartnerChecks,
  { readers, policy, temperature, perCaption, seed }: ChooseOptions,
): PairedCaption {
  const shard = shardOf(address);
  const without = (reason: Reason, refusals: readonly string[] = []): PairedCaption => ({
    shard,
    caption,
    records: [],
    partners: [],
    reason,
    refusals,
  });
  if (caption.reason !== undefined) return without(caption.reason);
  if (members.length === 0) return without('no-candidate');
  const own = known.read(address, caption);
  const sites = members.flatMap((member) => own.sidesAt(member.span).map((side) => ({ member, side })));
  const random = createRandom(seed, caption.id, caption.caption);
  const ordered = orderSites(sites, ({ side }) => side.span.concreteness, policy, temperature, random);
  const refusals: string[] = [];
  const partners: PairPartner[] = [];
  const records: HardNegative[] = [];
  const taken = new Set([caption.caption]);

  /** The partners of a site in turn. */
  function* partnersOf(side: Side, member: Member): Generator<[KnownCaption, Side, Address]> {
    const wanted = surroundingsOf(side.reading.tokens, side.span);
    for (const site of member.partners) {
      const other = known.at(site.address);
      if (isSameImage(caption, other.caption)) continue;
      // Other words may have the same key, once in very many captions.
      const sides = other
        .sidesAt(site.span)
        .filter(
          ({ reading, span }) =>
            span.slot === side.span.slot && surroundingsOf(reading.tokens, span) === wanted,
        );
      const reasons = sides.map((each) => checks(side, each));
      const fit = reasons.indexOf(undefined);
      const refusal = fit < 0 ? reasons[0] : undefined;
      if (refusal !== undefined) refusals.push(refusal);
      else if (fit >= 0 && !taken.has(other.caption.caption)) yield [other, sides[fit]!, site.address];
    }
  }

  // Each site is asked once before any is asked for a second partner.
  const turns = ordered.map(({ member, side }) => ({ side, found: partnersOf(side, member) }));
  for (let turn = turns.shift(); turn && records.length < perCaption; turn = turns.shift()) {
    const { value, done } = turn.found.next();
    if (done) continue;
    turns.push(turn);
    const [{ caption: partner }, { span: other }, at] = value;
    taken.add(partner.caption);
    partners.push({ shard: shardOf(at), caption: partner });
    const { reading, span } = turn.side;
    records.push(naturalRecord({ caption, partner, reading, span, other }, seed, readers.words.relations));
  }
  if (records.length === 0) return without(refusals.length > 0 ? 'refused' : 'no-candidate', refusals);
  return { shard, caption, records, partners, refusals };
}

/** Captions without an id or a file of their image are of different ones. */
function isSameImage(a: StoredCaption, b: StoredCaption): boolean {
  const image = imageOf(a);
  return image !== undefined && image === imageOf(b);
}
