import type { HardNegative } from '../hard-negative';
import { createRandom } from '../seeded-random';
import { applyEdits } from '../write/apply-edits';
import { type AttestedExchange, eachSaid, exchangesOf } from './attested';
import { type ChooseOptions, orderSites, type PairedCaption } from './choose-partners';
import { KnownCaptions } from './known-captions';
import { Meetings } from './meetings';
import { type Exchange, exchangeOf, exchangeRecord } from './natural-record';
import { createPartnerChecks } from './partner-checks';
import type { AskedCaption, StoredCaption } from './query-partners';
import { imageOf } from './site-rows';

/** What captions of several images say. */
const several = Symbol('several images');

/**
 * Gives each caption an exchange of its own words of which captions of other images say both results: "a red car and a blue bus"
 * becomes "a blue car and a red bus" where some say "blue car" and some "red bus". The corpus decides what makes sense: no
 * tagger and no kin is asked, and no word is odd where it is put.
 *
 * @param asked asks for the captions, in one order each time
 */
export async function* chooseExchanges(
  asked: () => AsyncIterable<AskedCaption>,
  options: ChooseOptions,
): AsyncGenerator<PairedCaption> {
  const { formOf } = options.readers.words;
  const said = new Map<number, string | typeof several | undefined>();
  for await (const { caption } of asked()) {
    if (!mayChange(caption)) continue;
    for (const { wanted } of exchangesOf(caption.caption, formOf)) {
      for (const key of wanted) said.set(key, undefined);
    }
  }
  for await (const { caption } of asked()) {
    if (caption.reason === 'too-long') continue;
    const image = pictureOf(caption);
    eachSaid(caption.caption, formOf, (key) => {
      if (!said.has(key)) return;
      const before = said.get(key);
      said.set(key, before === undefined || before === image ? image : several);
    });
  }
  const known = new KnownCaptions(options);
  const checks = createPartnerChecks(options.readers, new Meetings(0));
  for await (const one of asked()) {
    const image = pictureOf(one.caption);
    const isSaid = (key: number) => said.get(key) !== undefined && said.get(key) !== image;
    const found = mayChange(one.caption) ? exchangesOf(one.caption.caption, formOf) : [];
    yield exchangeIn(
      one,
      found.filter(({ wanted }) => wanted.every(isSaid)),
      known,
      checks,
      options,
    );
  }
}

/** Words that change places need no rating of their own. */
function mayChange({ reason }: StoredCaption): boolean {
  return reason === undefined || reason === 'no-site';
}

function pictureOf(caption: StoredCaption): string {
  return `=${imageOf(caption) ?? `${caption.shard}:${caption.line}`}`;
}

function exchangeIn(
  { caption, siblings }: AskedCaption,
  attested: readonly AttestedExchange[],
  known: KnownCaptions,
  checks: ReturnType<typeof createPartnerChecks>,
  { readers, policy, temperature, perCaption, seed, slots }: ChooseOptions,
): PairedCaption {
  const refusals: string[] = [];
  const own = known.read(caption.caption);
  const context = { reading: own.reading, siblings: known.siblings({ caption, siblings, site: 0 }) };
  const possible: { readonly negative: string; readonly exchange: Exchange }[] = [];
  for (const { runs } of attested) {
    const negative = exchanged(caption.caption, runs, own.reading.tokens);
    const other = known.read(negative);
    const exchange = exchangeOf(own, other, readers);
    const refusal =
      exchange && slots.has(exchange.spans[0].slot)
        ? checks.exchange(context, { ...context, reading: other.reading }, exchange, 'swap')
        : 'natural/no-exchange';
    if (refusal !== undefined) refusals.push(refusal);
    else if (exchange) possible.push({ negative, exchange });
  }
  const random = createRandom(seed, caption.id, caption.caption);
  const rate = ({ exchange: { spans } }: (typeof possible)[number]) =>
    spans[0].concreteness + spans[1].concreteness;
  const negatives: HardNegative[] = [];
  for (const { negative, exchange } of orderSites(possible, rate, policy, temperature, random)) {
    if (negatives.length === perCaption) break;
    if (negatives.some((before) => before.negative === negative)) continue;
    const pair = { caption, partner: { ...caption, caption: negative }, reading: own.reading, ...exchange };
    const {
      partner: _,
      negativeFilepath: __,
      ...record
    } = exchangeRecord(pair, seed, readers.words.relations);
    negatives.push({ ...record, operation: 'swap' });
  }
  const reason = caption.reason ?? (refusals.length > 0 ? 'refused' : 'no-candidate');
  return { caption, negatives, partners: [], refusals, ...(negatives.length > 0 ? {} : { reason }) };
}

/** A text in which two runs have changed places; "a" and "an" fit. */
function exchanged(
  text: string,
  [a, b]: AttestedExchange['runs'],
  tokens: ReturnType<KnownCaptions['read']>['reading']['tokens'],
): string {
  const isOpening = text.slice(0, a.start).trim() === '' && isSentenceCase(text.slice(a.start, b.end));
  const textOf = ({ start, end }: typeof a) => text.slice(start, end);
  const edit = (run: typeof a, written: string) => ({
    first: tokens.findIndex(({ start }) => start === run.start),
    start: run.start,
    end: run.end,
    keywordLemma: '',
    text: written,
    lemma: '',
  });
  const [first, second] = [textOf(b), textOf(a)];
  const edits = isOpening
    ? [edit(a, first[0]!.toUpperCase() + first.slice(1)), edit(b, second[0]!.toLowerCase() + second.slice(1))]
    : [edit(a, first), edit(b, second)];
  return applyEdits(text, (place) => tokens[place], edits).negative;
}

/** A capital first, and no other one. */
function isSentenceCase(text: string): boolean {
  return /^\p{Lu}/u.test(text) && text.slice(1) === text.slice(1).toLowerCase();
}
