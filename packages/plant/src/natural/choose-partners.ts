import type { Readers } from '../create-readers';
import type { HardNegative, Slot } from '../hard-negative';
import type { Policy } from '../options';
import type { Reason } from '../reasons';
import { createRandom } from '../seeded-random';
import type { HashFiles } from './hash-files';
import { type Address, addressOf, type JoinedHashes, type Member } from './join-hashes';
import { type KnownCaption, KnownCaptions } from './known-captions';
import { LineReader } from './line-file';
import { Meetings } from './meetings';
import { naturalRecord } from './natural-record';
import { orderSites } from './order-sites';
import { createPartnerChecks, type PartnerChecks, type Side } from './partner-checks';
import { rotationsOf } from './rotations';
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

/** A caption with its natural negatives; without one, the reason why, and the checks that refused. */
export interface PairedCaption {
  readonly caption: StoredCaption;
  readonly records: readonly HardNegative[];
  /** The captions that the records are made of. */
  readonly partners: readonly StoredCaption[];
  readonly reason?: Reason | undefined;
  readonly refusals: readonly string[];
}

/**
 * The third step: for each caption the site that the policy wants, among those that captions of other images share the
 * surroundings of, and for that site the first partner in turn (`rotations.ts`) whose word excludes its own. What is chosen
 * depends on the captions, the options and the seed, and not on the order of the captions.
 */
export function* choosePartners(
  shards: readonly HashFiles[],
  joined: JoinedHashes,
  options: ChooseOptions,
): Generator<PairedCaption> {
  const texts = shards.map((files) => ({
    captions: new LineReader(files.captions),
    images: new LineReader(files.images),
  }));
  const known = new KnownCaptions(texts, options);
  const meetings = new Meetings();
  for (const files of shards) meetings.addFile(files.meetings);
  const checks = createPartnerChecks(options.readers, meetings);
  const members = joined.members();
  let next = members.next();
  try {
    for (const [shard, files] of shards.entries()) {
      const { captionBytes } = files.readDone();
      for (const { start, line } of texts[shard]!.captions.lines(captionBytes)) {
        const address = addressOf(shard * 2 ** 8, 0) + start;
        const own: Member[] = [];
        while (!next.done && next.value.address === address) {
          own.push(next.value);
          next = members.next();
        }
        yield pairOf(captionOfLine(line), address, own, joined, known, checks, options);
      }
    }
  } finally {
    for (const { captions, images } of texts) {
      captions.close();
      images.close();
    }
  }
}

function pairOf(
  caption: StoredCaption,
  address: Address,
  members: readonly Member[],
  joined: JoinedHashes,
  known: KnownCaptions,
  checks: PartnerChecks,
  { readers, policy, temperature, perCaption, seed }: ChooseOptions,
): PairedCaption {
  const without = (reason: Reason, refusals: readonly string[] = []): PairedCaption => ({
    caption,
    records: [],
    partners: [],
    reason,
    refusals,
  });
  if (caption.reason !== undefined) return without(caption.reason);
  if (members.length === 0) return without('no-candidate');
  const own = known.read(address, caption);
  const sites = members.flatMap((member) => own.sidesAt(member).map((side) => ({ member, side })));
  const random = createRandom(seed, caption.id, caption.caption);
  const ordered = orderSites(sites, ({ side }) => side.span.concreteness, policy, temperature, random);
  const refusals: string[] = [];
  const partners: StoredCaption[] = [];
  const records: HardNegative[] = [];
  const taken = new Set([caption.caption]);

  /** The partners of a site in turn. */
  function* partnersOf(side: Side, { group, size, largest, place }: Member): Generator<[KnownCaption, Side]> {
    const wanted = surroundingsOf(side.reading.tokens, side.span);
    const { word } = joined.siteAt(group + place);
    for (const turn of rotationsOf(size, largest)) {
      const site = joined.siteAt(group + ((place + turn) % size));
      if (site.word === word) continue;
      const other = known.at(site.address);
      if (isSameImage(caption, other.caption)) continue;
      // Other words may have the same key, once in very many captions.
      const sides = other
        .sidesAt(site)
        .filter(
          ({ reading, span }) =>
            span.slot === side.span.slot && surroundingsOf(reading.tokens, span) === wanted,
        );
      const reasons = sides.map((each) => checks(side, each));
      const fit = reasons.indexOf(undefined);
      const refusal = fit < 0 ? reasons[0] : undefined;
      if (refusal !== undefined) refusals.push(refusal);
      else if (fit >= 0 && !taken.has(other.caption.caption)) yield [other, sides[fit]!];
    }
  }

  // Each site is asked once before any is asked for a second partner.
  const turns = ordered.map(({ member, side }) => ({ side, found: partnersOf(side, member) }));
  for (let turn = turns.shift(); turn && records.length < perCaption; turn = turns.shift()) {
    const { value, done } = turn.found.next();
    if (done) continue;
    turns.push(turn);
    const [{ caption: partner }, { span: other }] = value;
    taken.add(partner.caption);
    partners.push(partner);
    const { reading, span } = turn.side;
    records.push(naturalRecord({ caption, partner, reading, span, other }, seed, readers.words.relations));
  }
  if (records.length === 0) return without(refusals.length > 0 ? 'refused' : 'no-candidate', refusals);
  return { caption, records, partners, refusals };
}

/** Captions without an id or a file of their image are of different ones. */
function isSameImage(a: StoredCaption, b: StoredCaption): boolean {
  const image = imageOf(a);
  return image !== undefined && image === imageOf(b);
}
