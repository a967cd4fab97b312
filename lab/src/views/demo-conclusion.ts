import { formatFixed, formatPoints } from '@slipform/kit/text/format-number';
import { contrastOf, shareOf } from '../pairs/contrast';
import { ALL_MEASURES, PAIRINGS, type PairMeasure, RECALL, SWAPS } from '../pairs/measures';
import type { Run } from '../run';
import type { PairedContrast } from '../statistics/paired-contrast';
import { DEMO_CONTRASTS, DEMO_MODELS, type DemoModel, type Judged } from './demo-judged';

/** Sizes of the whole demo, beside which a run is short; a test holds them to the experiment. */
export const WHOLE_DEMO: DemoSizes = { steps: 150, examples: 8000, pairs: 500 };

/** How much a run did, beside what the whole demo does. */
export interface DemoSizes {
  readonly steps: number;
  readonly examples: number;
  readonly pairs: number;
}

interface Concluding {
  readonly sizes?: { readonly done: DemoSizes; readonly whole: DemoSizes };
}

/** What these runs did, beside the whole demo. */
export function sizesOfDemo(runs: readonly Run[]): Concluding {
  const run = runs.find(({ training }) => training);
  if (!run?.training) return {};
  const { pairs, captions } = run.evaluation;
  return { sizes: { done: { steps: run.training.steps, examples: captions, pairs }, whole: WHOLE_DEMO } };
}

/** What came out, in sentences. */
interface Conclusion {
  /** First: how many each model answers, whether a loss is better, the minimum detectable effect, and what a short run can't show. */
  readonly verdict: readonly string[];
  /** Behind the tables: each comparison, which other intervals leave out 0, what they cover, and what the demo can't show. */
  readonly details: readonly string[];
}

/** Swaps in other words than training has. */
const FREELY = PAIRINGS[1]!;

/** Intervals that are no verdict. */
const DESCRIBED = ALL_MEASURES.filter((measure) => measure !== SWAPS && measure !== RECALL);

export function concludeDemo(judged: Judged, { sizes }: Concluding = {}): Conclusion {
  const { questions, answers } = judged;
  const comparisons = DEMO_CONTRASTS.flatMap(([model, against]): Comparison[] => {
    const [ours, theirs] = [answers.get(model), answers.get(against)];
    if (!ours || !theirs) return [];
    return [{ model, against, differ: (measure) => contrastOf(measure, questions, ours, theirs) }];
  });
  const seeds = Math.max(0, ...[...answers.values()].map(({ size }) => size));
  return {
    verdict: [
      answered(judged),
      ...(comparisons.length > 0 ? [seenOf(comparisons), searchOf(comparisons)] : []),
      ...otherWordingsOf(judged),
      ...(sizes ? shortRun(sizes) : []),
    ],
    details: [
      ...comparisons.map(comparisonText),
      ...(comparisons.length > 0 ? [described(comparisons, judged)] : []),
      'Concreteness need not be the reason for what a margin does here: a margin counts a wrong caption more often, and this demo has no margin that is the same for all words.',
      covered(seeds),
    ],
  };
}

interface Comparison {
  readonly model: DemoModel;
  readonly against: DemoModel;
  readonly differ: (measure: PairMeasure) => PairedContrast;
}

function answered({ questions, answers }: Judged): string {
  const shares = (measure: PairMeasure) => {
    const hundredths = (model: DemoModel) => {
      const own = answers.get(model);
      if (!own || measure.items(questions, [...own.values()][0]!).length === 0) return [];
      return [`${formatFixed(100 * shareOf(measure, questions, own).value, 1)} %`];
    };
    const trained = DEMO_MODELS.filter((model) => model !== 'checkpoint').flatMap((model) =>
      hundredths(model).map((share) => `${model} ${share}`),
    );
    const before = hundredths('checkpoint').map((share) => `pretrained baseline (the checkpoint) ${share}`);
    return [...trained, ...before].join(', ');
  };
  const freely = shares(FREELY);
  return `Binding: which of two captions with the same words, such as “a red bell next to a blue cloud” and “a blue bell next to a red cloud”, belongs to which of two pictures? Pairing accuracy: ${shares(SWAPS)}. ${freely && `In wordings that training lacks: ${freely}. `}Chance is 50 %; a text-only model can only tie.`;
}

/** Whether a loss is better, and the minimum detectable effect where none is seen. */
function seenOf(comparisons: readonly Comparison[]): string {
  const all = comparisons.map((each) => ({ ...each, swaps: each.differ(SWAPS) }));
  const isSeen = ({ swaps: { wider } }: (typeof all)[number]) =>
    wider.interval[0] > 0 || wider.interval[1] < 0;
  const unseen = all.filter((each) => !isSeen(each));
  const seen = all.filter(isSeen).map(({ model, against, swaps }) => {
    const more = swaps.wider.value > 0 ? 'a higher' : 'a lower';
    return `${capital(model)} has ${more} pairing accuracy than ${against}: ${pointsOf(swaps)} points, 95 % CI.`;
  });
  const couldBe = unseen.map(
    ({ model, against, swaps }) =>
      `${(100 * swaps.wider.detectable).toFixed(1)} (${model} against ${against})`,
  );
  if (couldBe.length === 0) return seen.join(' ');
  return [
    ...seen,
    seen.length === 0
      ? 'No loss is significantly better than another.'
      : 'Of these swaps no other difference is significant.',
    `Minimum detectable effect, in points (80 % power): ${couldBe.join(', ')}. docs/findings.md has a study with more artists and seeds.`,
  ].join(' ');
}

/** What it did to search. */
function searchOf(comparisons: readonly Comparison[]): string {
  const seen = comparisons.flatMap(({ model, against, differ }) => {
    const found = differ(RECALL);
    const { interval } = found.wider;
    const said = `${model} − ${against} ${pointsOf(found)} points`;
    if (interval[0] > 0 || interval[1] < 0) return [said];
    const { seeds, artists, ofArtists } = found.agreeing;
    if (seeds < 2 || seeds < found.seeds) return [];
    return [
      `${said}, with the same sign in each of ${seeds} fine-tunings and with ${artists} of ${ofArtists} artists, but the 95 % CI over artists includes 0`,
    ];
  });
  return `Search, recall@10: ${seen.length > 0 ? seen.join('; ') : 'no significant difference'}.`;
}

/** What training did in wordings that it lacks, against the start, where that is significant. */
function otherWordingsOf({ questions, answers }: Judged): string[] {
  const before = answers.get('checkpoint');
  if (!before || FREELY.items(questions, [...before.values()][0]!).length === 0) return [];
  const seen = [...answers].flatMap(([model, trained]) => {
    if (model === 'checkpoint') return [];
    const found = contrastOf(FREELY, questions, trained, before);
    const [low, high] = found.wider.interval;
    return low > 0 || high < 0 ? [`${model} ${pointsOf(found)}`] : [];
  });
  if (seen.length === 0) return [];
  return [`Swaps in wordings that training lacks, against the checkpoint, in points: ${seen.join('; ')}.`];
}

function comparisonText({ model, against, differ }: Comparison): string {
  const swaps = differ(SWAPS);
  const bySeed =
    swaps.seeds > 1 ? `; seed by seed ${swaps.bySeed.map((each) => formatPoints(each)).join(', ')}` : '';
  return `${capital(model)} against ${against}: ${pointsOf(swaps)} points of swaps${bySeed}; ${pointsOf(differ(RECALL))} of recall@10.`;
}

/** Of many intervals some leave out 0 by chance, so that these are named and no more. */
function described(comparisons: readonly Comparison[], { questions, answers }: Judged): string {
  const some = [...[...answers.values()][0]!.values()][0]!;
  // A short run may ask no question of a kind.
  const measures = DESCRIBED.filter((measure) => measure.items(questions, some).length > 0);
  const named = comparisons.flatMap(({ model, against, differ }) => {
    const out = measures.flatMap((measure) => {
      const found = differ(measure);
      const [low, high] = found.wider.interval;
      return low > 0 || high < 0 ? [`${measure.name} ${pointsOf(found)}`] : [];
    });
    return out.length > 0
      ? [{ count: out.length, text: `${model} against ${against}: ${out.join(', ')}` }]
      : [];
  });
  const all = comparisons.length * measures.length;
  const count = named.reduce((sum, each) => sum + each.count, 0);
  if (count === 0) return `None of the ${all} other differences in the tables leaves out 0.`;
  return `Not judged: of the ${all} other differences in the tables ${count} ${count === 1 ? 'leaves' : 'leave'} out 0 (${named.map(({ text }) => text).join('; ')}). Where nothing differs about ${Math.round(all / 20)} would, by chance.`;
}

function capital(text: string): string {
  return text.replace(/^./, (letter) => letter.toUpperCase());
}

function pointsOf({ wider: { value, interval } }: PairedContrast): string {
  return `${formatPoints(value)} (${interval.map((end) => formatPoints(end)).join(' to ')})`;
}

function shortRun({ done, whole }: NonNullable<Concluding['sizes']>): string[] {
  const units = [
    ['steps', 'steps'],
    ['examples', 'training pictures at most'],
    ['pairs', 'questions a kind'],
  ] as const;
  const cut = units.filter(([size]) => done[size] < whole[size]);
  if (cut.length === 0) return [];
  const parts = cut.map(
    ([size, unit]) => `${done[size].toLocaleString('en')} of ${whole[size].toLocaleString('en')} ${unit}`,
  );
  return [
    `This was a short run (${parts.join(', ')} of the whole demo): it is often too short to show a difference between the losses.`,
  ];
}

/** An interval is easily taken for more than it is. */
function covered(seeds: number): string {
  if (seeds < 2) {
    return 'The intervals are for other words and other artists. This is one training seed: how far trainings differ shows with --seeds 0,1,2,3.';
  }
  return `The intervals are for other words, other artists and other fine-tunings (${seeds} seeds), all from one checkpoint: with another one the differences may be others.`;
}
