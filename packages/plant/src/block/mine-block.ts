import type { BlockCaption } from './cut-into-blocks';
import type { HardNegative, Slot } from '../hard-negative';
import type { MiningContext } from '../operations/operation';
import type { ResolvedOptions } from '../options';
import { slots as allSlots } from '../options';
import { type ReadingContext, readCaption } from '../reading/read-caption';
import { createRandom, type Random } from '../seeded-random';
import type { SpanContext } from '../spans/closed-span';
import { readSurroundings } from '../surroundings';
import { collectSites } from './collect-sites';
import { Corpus } from './corpus';
import { Ledger } from './ledger';
import { type Evidence, levels, type Matching, matchSites, suits } from './match-sites';
import { refusalOf } from './may-take';
import { rankSites } from './rank-sites';
import { WordIndex } from './word-index';
import { type BlockReading, hashTokens, type Site } from './site';

/** A word for a place; where its giver takes the place's own word in return, it is an exchange. */
export interface Change {
  readonly site: Site;
  readonly giver: Site;
  readonly operation: 'exchange' | 'replace';
}

/** Share of the captions that a slot may take before the next one has its turn; scarce slots come first. */
const shares: Readonly<Record<Slot, number>> = {
  count: 0.14,
  relation: 0.16,
  action: 0.2,
  attribute: 0.22,
  object: 1,
};
const order: readonly Slot[] = ['count', 'relation', 'action', 'attribute', 'object'];

/** Exchanges words between the captions of a block: for each caption at most one, in no order. */
export function exchangeInBlock(
  readings: readonly BlockReading[],
  options: ResolvedOptions,
  corpus: Corpus,
  refuse: MiningContext['refuse'],
  context: MiningContext & SpanContext,
): Change[] {
  const random = createRandom(options.seed, 'block', readings[0]?.id ?? '', String(readings.length));
  const ledger = new Ledger(corpus);
  const done = new Set<BlockReading>();
  const exchanges: Change[] = [];
  const sites = readings.flatMap((reading) => reading.sites);
  for (const reading of readings) rankSites(reading.sites, options.policy, options.balance, random);
  const bySlot = new Map<Slot, Site[]>(allSlots.map((slot) => [slot, []]));
  for (const site of sites) bySlot.get(site.span.slot)!.push(site);

  const matching: Matching = {
    corpus,
    ledger,
    random,
    isFree: ({ caption }) => !done.has(caption),
    mayExchange(a, b) {
      const reason = refusalOf(a, b, context) ?? refusalOf(b, a, context);
      if (reason) refuse(reason);
      if (reason && process.env.PLANT_LOG && a.span.slot === "relation") console.error("REF", reason, a.word.lemma, b.word.lemma);
      return reason === undefined;
    },
    exchange(a, b) {
      done.add(a.caption);
      done.add(b.caption);
      ledger.enter(a, b);
      count[a.span.slot] += 2;
      exchanges.push({ site: a, giver: b, operation: 'exchange' }, { site: b, giver: a, operation: 'exchange' });
    },
  };
  const log: Record<string, number> = {};
  const count: Record<Slot, number> = { object: 0, attribute: 0, action: 0, relation: 0, count: 0 };
  for (const mostCost of (process.env.COSTS ?? '1,2,4,8,16,40').split(',').map(Number)) {
    for (const slot of order) {
      const all = bySlot.get(slot)!;
      const enough = () => count[slot] >= shares[slot] * readings.length;
      for (const pool of [all.filter(({ rank }) => rank === 0), all]) {
        for (const level of levels) {
          const was = exchanges.length;
          if (!enough()) matchSites(pool, level, mostCost, matching, enough);
          log[`${level.name} ${mostCost}`] = (log[`${level.name} ${mostCost}`] ?? 0) + exchanges.length - was;
        }
      }
    }
  }
  const index = new WordIndex(sites);
  const replaced: Change[] = [];
  const replaceable = shuffled(readings.filter((reading) => !done.has(reading)), random);
  for (const [mostCost, evidence] of [[1, 'full'], [3, 'full'], [8, 'full'], [8, 'most'], [1000, 'full'], [1000, 'most'], [1000, 'some']] as const) {
    for (const reading of replaceable) {
      if (done.has(reading)) continue;
      const change = bestReplacement(reading, mostCost, evidence);
      if (!change) continue;
      done.add(reading);
      ledger.replace(change.site, change.giver.word);
      replaced.push(change);
      count[change.site.span.slot] += 1;
      log[`replace ${mostCost}`] = (log[`replace ${mostCost}`] ?? 0) + 1;
    }
  }
  for (let sweep = 0; sweep < Number(process.env.SWEEPS ?? 1); sweep += 1) {
    for (const [i, change] of replaced.entries()) {
      ledger.undo(change.site, change.giver.word);
      const better = bestReplacement(change.site.caption, 1000, 'full') ?? change;
      ledger.replace(better.site, better.giver.word);
      replaced[i] = better;
    }
  }
  if (process.env.PLANT_LOG) {
    console.error(log);
    { const c: Record<string, number> = {}; const w: Record<string, number> = {}; for (const r of readings) { for (const s of new Set(r.sites.map((s) => s.span.slot))) c[s] = (c[s] ?? 0) + 1; for (const s of r.sites) if (s.span.slot === "relation" || s.span.slot === "action") w[s.span.lemma] = (w[s.span.lemma] ?? 0) + 1; } console.error("SLOTS", c, JSON.stringify(w)); }
    console.error("none", readings.filter((r) => r.sites.length === 0).length, "of", readings.length, "left", readings.filter((r) => !done.has(r)).length);
    for (const r of readings.filter((r) => !done.has(r)).slice(0, 6000)) console.error("LEFT", r.reading.tokens.map((t) => `${t.text}/${t.tag}`).join(" "), "|", r.sites.map((s) => `${s.word.text}[${s.span.slot}]`).join(" "));
  }
  return [...exchanges, ...replaced];

  function bestReplacement(reading: BlockReading, mostCost: number, evidence: Evidence): Change | undefined {
    let best: Change | undefined;
    let least = mostCost;
    for (const site of reading.sites) {
      const kind = index.ofKind(site.bucket);
      const candidates = index.near(site);
      for (let k = 0; k < 12 && kind.length > 0; k += 1) candidates.push(kind[random.below(kind.length)]!);
      const seen = new Set<number>([site.word.whole]);
      for (const giver of candidates) {
        if (giver.word.lemmaHash === site.word.lemmaHash || seen.has(giver.word.whole)) continue;
        seen.add(giver.word.whole);
        if (!suits(site, giver, corpus, evidence)) continue;
        const cost = ledger.costOfReplacing(site, giver.word);
        if (cost >= least || refusalOf(site, giver, context)) continue;
        best = { site, giver, operation: 'replace' };
        least = cost;
      }
    }
    return best;
  }
}

function shuffled<T>(items: T[], random: Random): T[] {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
  return items;
}

export function readBlock(
  block: readonly BlockCaption[],
  reader: ReadingContext,
  slots: ReadonlySet<Slot>,
  context: MiningContext & SpanContext,
): { readings: BlockReading[] } {
  const byImage = new Map<string, string[]>();
  for (const { imageId, caption } of block) {
    if (imageId === undefined) continue;
    const captions = byImage.get(imageId);
    if (captions) captions.push(caption);
    else byImage.set(imageId, [caption]);
  }
  const readings: BlockReading[] = [];
  for (const [index, { id, caption, imageId, siblings }] of block.entries()) {
    const reading = readCaption(caption, reader);
    if (!reading) continue;
    const texts = () =>
      (siblings ?? (imageId === undefined ? [] : byImage.get(imageId)!)).filter((other) => other !== caption);
    let surroundings: ReturnType<typeof readSurroundings> | undefined;
    let lower: readonly string[] | undefined;
    const entry = {
      index,
      id,
      reading,
      hashes: hashTokens(reading),
      sites: [] as Site[],
      siblings: () => {
        surroundings ??= readSurroundings(texts(), context.formOf);
        return surroundings;
      },
      siblingTexts: () => {
        lower ??= texts().map((text) => text.toLowerCase());
        return lower;
      },
    };
    entry.sites = collectSites(entry, slots, context);
    readings.push(entry);
  }
  return { readings };
}

export type { HardNegative };
