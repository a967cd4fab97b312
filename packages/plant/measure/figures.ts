/** The figures of a set: how much of it a build mines, what it changes, and how that can be told. */
import type { Lexicon } from '@slipform/concreteness';
import { type BlindScore, blindScoreAgainst } from '../../bench/src/audit/blind-score';
import type { Pair } from '../../bench/src/audit/pair';
import { createRandom } from '../src/seeded-random';
import { type Build, type MinedNegative, mineDomain } from './build';
import type { Claims } from './claims';
import type { Domain, DomainCaption } from './domains';
import { editKey, type Judgement, judgements, type Verdict } from './verdicts';

export interface Figures {
  readonly set: string;
  readonly captions: number;
  /** The share of the captions that have a negative. */
  readonly coverage: number;
  /** Captions without a negative, by reason. */
  readonly reasons: Readonly<Record<string, number>>;
  /** The share of the negatives whose changed word is within 0.3 of the caption's most concrete one. */
  readonly near: number;
  /** How far the changed word is below the caption's most concrete one, on the mean. */
  readonly shortfall: number;
  readonly concreteness: number;
  /** Mean concreteness of `policy: 'max'` less that of `'min'`, both with `balance: 'none'`. */
  readonly maxLessMin: number | null;
  readonly slots: Readonly<Record<string, number>>;
  readonly operations: Readonly<Record<string, number>>;
  /** How often a judge of texts alone, who learnt from the other half of the images mined apart, picks the fake. */
  readonly blind: number | null;
  readonly blindSlots: Readonly<Record<string, number>>;
  /** Of negatives that readers judged: how many are made again, and how many are known. */
  readonly known: Readonly<Record<Judgement, readonly [again: number, known: number]>>;
  /** What plausibility claims of judged negatives, the set left out of the fit; null where that was not asked. */
  readonly claims?: Claims | null;
  /** −ln of the plausibility, on the mean; null in a build without scores. */
  readonly surprise: number | null;
  /** Negatives in which a word for an adult became one for a minor. */
  readonly minors: number;
  /** Of processor time, in one thread. */
  readonly captionsPerSecond: number;
}

/** The nearest that an estimate of concreteness tells two words apart. */
const tie = 0.3;

/**
 * Measures a build on a set.
 *
 * @param isQuick leaves the halves and the second policy out
 * @param keep gets the negatives as soon as they are mined
 */
export async function measure(
  build: Build,
  { name, captions }: Domain,
  lexicon: Lexicon,
  verdicts: readonly Verdict[],
  isQuick = false,
  keep: (records: readonly MinedNegative[]) => void = () => {},
): Promise<Figures> {
  const { records, reasons, captionsPerSecond } = mineDomain(build, captions);
  keep(records);
  const blind = isQuick ? undefined : await blindByHalves(build, captions);
  return {
    set: name,
    captions: captions.length,
    coverage: new Set(records.map(({ id }) => id)).size / captions.length,
    reasons,
    ...concretenessOf(records, lexicon),
    maxLessMin: isQuick ? null : policyRange(build, captions),
    slots: sharesOf(records, ({ slot }) => slot),
    operations: sharesOf(records, ({ operation }) => operation),
    blind: blind?.score ?? null,
    blindSlots: blind?.slots ?? {},
    known: knownAgain(
      records,
      verdicts.filter(({ set }) => set === name),
    ),
    surprise: meanSurprise(records),
    minors: records.filter(isMinorMade).length,
    captionsPerSecond,
  };
}

export function concretenessOf(
  records: readonly MinedNegative[],
  lexicon: Lexicon,
): Pick<Figures, 'near' | 'shortfall' | 'concreteness'> {
  const below = records.map(({ caption, concreteness }) => {
    const best = Math.max(0, ...lexicon.rateCaption(caption).words.map(({ rating }) => rating));
    return Math.max(0, best - concreteness);
  });
  return {
    near: below.filter((gap) => gap <= tie).length / below.length,
    shortfall: mean(below),
    concreteness: mean(records.map(({ concreteness }) => concreteness)),
  };
}

function policyRange(build: Build, captions: readonly DomainCaption[]): number {
  const under = (policy: 'max' | 'min') =>
    mean(
      mineDomain(build, captions, { policy, balance: 'none' }).records.map(
        ({ concreteness }) => concreteness,
      ),
    );
  return under('max') - under('min');
}

/** Both directions of the judge, and the mean over all pairs. */
export async function blindByHalves(
  build: Build,
  captions: readonly DomainCaption[],
  mined: (half: readonly DomainCaption[]) => readonly Pair[] = (half) => pairsOf(build, half),
): Promise<{ readonly score: number; readonly slots: Readonly<Record<string, number>> } | undefined> {
  const [a, b] = halvesByImage(captions).map(mined);
  if (a === undefined || b === undefined || Math.min(a.length, b.length) < 200) return undefined;
  const results = [await blindScoreAgainst(a, newTo(b, a), 0), await blindScoreAgainst(b, newTo(a, b), 0)];
  const slots = [...new Set(results.flatMap((result) => result.slots.map(({ name }) => name)))].sort();
  return {
    score: together(results),
    slots: Object.fromEntries(
      slots.map((slot) => [
        slot,
        together(results.flatMap((result) => result.slots.filter(({ name }) => name === slot))),
      ]),
    ),
  };
}

function together(scores: readonly BlindScore[]): number {
  const pairs = scores.reduce((sum, { pairs }) => sum + pairs, 0);
  return scores.reduce((sum, { score, pairs }) => sum + score * pairs, 0) / pairs;
}

/** Pairs whose caption the judge has not learnt: two images may have one caption. */
function newTo(asked: readonly Pair[], learnt: readonly Pair[]): Pair[] {
  const seen = new Set(learnt.map(({ caption }) => caption));
  return asked.filter(({ caption }) => !seen.has(caption));
}

/**
 * About so many captions of a set, all of an image or none, by chance.
 *
 * @param first ids of captions whose images are taken before all others
 */
export function partOf(
  captions: readonly DomainCaption[],
  count: number,
  first: ReadonlySet<string> = new Set(),
): readonly DomainCaption[] {
  if (captions.length <= count) return captions;
  const random = createRandom(9, 'part');
  const imageOf = ({ imageId, id }: DomainCaption) => imageId ?? id;
  const images = [...new Set(captions.map(imageOf))];
  for (let i = images.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    [images[i], images[j]] = [images[j]!, images[i]!];
  }
  const wanted = new Set(captions.filter(({ id }) => first.has(id)).map(imageOf));
  const order = [...wanted, ...images.filter((image) => !wanted.has(image))];
  const size = Math.max(wanted.size, Math.round((images.length * count) / captions.length));
  const taken = new Set(order.slice(0, size));
  return captions.filter((caption) => taken.has(imageOf(caption)));
}

/** The captions in two halves, by chance and by image. */
export function halvesByImage(captions: readonly DomainCaption[]): [DomainCaption[], DomainCaption[]] {
  const random = createRandom(9, 'halves');
  const halves: [DomainCaption[], DomainCaption[]] = [[], []];
  const halfOf = new Map<string, 0 | 1>();
  for (const caption of captions) {
    const image = caption.imageId ?? caption.id;
    let half = halfOf.get(image);
    if (half === undefined) {
      half = random.below(2) === 0 ? 0 : 1;
      halfOf.set(image, half);
    }
    halves[half].push(caption);
  }
  return halves;
}

function pairsOf(build: Build, captions: readonly DomainCaption[]): Pair[] {
  const images = new Map(captions.map(({ id, imageId }) => [id, imageId]));
  return mineDomain(build, captions).records.map(({ id, caption, negative, slot, operation }) => {
    const imageId = images.get(id);
    return { id, caption, negative, slot, operation, ...(imageId === undefined ? {} : { imageId }) };
  });
}

export function knownAgain(
  records: readonly MinedNegative[],
  verdicts: readonly Verdict[],
): Figures['known'] {
  const made = new Set(
    records.map(({ id, keyword, replacement }) => editKey(id, keyword.text, replacement.text)),
  );
  const of = (judgement: Judgement) => {
    const some = verdicts.filter(({ verdict }) => verdict === judgement);
    const again = some.filter(({ id, keyword, replacement }) => made.has(editKey(id, keyword, replacement)));
    return [again.length, some.length] as const;
  };
  return Object.fromEntries(judgements.map((judgement) => [judgement, of(judgement)])) as Figures['known'];
}

export function meanSurprise(records: readonly MinedNegative[]): number | null {
  const known = records.flatMap(({ scores }) => scores?.surprise ?? []);
  return known.length === 0 ? null : mean(known);
}

const adults = wordsOf('man woman men women lady ladies guy guys adult adults person people male female');
const minors = wordsOf(
  'child children kid kids boy boys girl girls baby babies toddler toddlers infant teenager teen',
);

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** A swap leaves as many minors as there were; a naturally occurring partner is somebody's own caption. */
function isMinorMade({ operation, keyword, replacement, keyword2, replacement2 }: MinedNegative): boolean {
  if (operation === 'swap' || (operation as string) === 'natural') return false;
  const last = ({ text }: { text: string }) => text.toLowerCase().split(' ').at(-1) ?? '';
  const isMade = (old: { text: string } | undefined, now: { text: string } | undefined) =>
    old !== undefined && now !== undefined && adults.has(last(old)) && minors.has(last(now));
  return isMade(keyword, replacement) || isMade(keyword2, replacement2);
}

export function sharesOf<T>(items: readonly T[], nameOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[nameOf(item)] = (counts[nameOf(item)] ?? 0) + 1;
  return Object.fromEntries(
    Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .map(([name, count]) => [name, count / items.length]),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
