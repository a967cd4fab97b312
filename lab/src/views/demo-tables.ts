import { formatInterval, formatPoints, formatShare } from '@slipform/kit/text/format-number';
import { terminalTable } from '@slipform/kit/text/terminal-table';
import { contrastOf, shareOf } from '../pairs/contrast';
import {
  GROUPS,
  PAIRINGS,
  type PairMeasure,
  RECALLS,
  SWAPS_BY_DRAWING,
  SWAPS_BY_NAMES,
} from '../pairs/measures';
import type { MeasuredRun } from '../row';
import { concludeDemo } from './demo-conclusion';
import { DEMO_CONTRASTS, DEMO_MODELS, type Judged, MODEL_NOTES, readJudged } from './demo-judged';

const KINDS = ['swap', 'swap,\nfreely', 'other\nplace', 'other\nthing', 'other\ncolour'];
const PARTS = [...SWAPS_BY_NAMES, SWAPS_BY_DRAWING[0]!];

/** The demo's verdict, tables and details, from the answers that it left in a folder. */
export async function demoText(_: readonly MeasuredRun[], folder: string): Promise<string> {
  const judged = await readJudged('demo', folder, DEMO_MODELS);
  return tellDemo(judged, concludeDemo(judged));
}

/** Verdict first. */
export function tellDemo(judged: Judged, { verdict, details }: ReturnType<typeof concludeDemo>): string {
  return [verdict.join('\n'), demoTables(judged), details.join('\n')].join('\n\n');
}

/** What the models are, and the tables, at most 80 columns wide: shares with 95 % intervals beneath, and differences in points. */
export function demoTables(judged: Judged): string {
  const { pairs, gallery } = judged.questions;
  const artists = new Set(pairs.map(({ artist }) => artist)).size;
  const models = DEMO_MODELS.filter((model) => judged.answers.has(model));
  const counts = [...PAIRINGS, ...PARTS].map(
    (measure) => measure.items(judged.questions, [...[...judged.answers.values()][0]!.values()][0]!).length,
  );
  const [swaps, freely, places, things, colours, trained, heldOut, unlike] = counts.map(number);
  return [
    models.map((model) => `${model.padEnd(15)} ${MODEL_NOTES[model]}`).join('\n'),
    `Which caption belongs to which picture? Two pictures of two coloured things by one of ${artists} held-out artists, and a caption for each.
swap (${swaps} questions): “a red bell next to a blue cloud”, “a blue bell next to a red cloud”; swap, freely (${freely}): the same pictures in wordings that training lacks;
other place (${places}), other thing (${things}), other colour (${colours}): a word of one caption is another
Pairing: the right pairs together score more than the wrong ones. Beneath: 95 % CIs`,
    table(judged, PAIRINGS, KINDS),
    `Swaps by their names: of ${trained} training may have swapped both, of ${heldOut} it never swaps one or both; ${unlike} without near-duplicates of training icons. Pairing`,
    table(judged, PARTS, ['trained\nnames', 'held-out\nnames', 'no near-\nduplicates']),
    'Group: both pictures find their caption, and both captions their picture',
    table(judged, GROUPS, KINDS),
    `Search among ${number(gallery.length)} such pictures: recall@1 and recall@10`,
    table(judged, RECALLS, ['picture→\ncaption @1', '\n@10', 'caption→\npicture @1', '\n@10']),
  ].join('\n\n');
}

const number = (value: number) => value.toLocaleString('en');

function table(
  { questions, answers }: Judged,
  measures: readonly PairMeasure[],
  heads: readonly string[],
): string {
  const rows: string[][] = [];
  // A short run may ask no question of a kind.
  const some = [...[...answers.values()][0]!.values()][0]!;
  const isAsked = (measure: PairMeasure) => measure.items(questions, some).length > 0;
  const cells = (cell: (measure: PairMeasure) => string) =>
    measures.map((measure) => (isAsked(measure) ? cell(measure) : '–'));
  for (const model of DEMO_MODELS) {
    const own = answers.get(model);
    if (!own) continue;
    rows.push([
      own.size > 1 ? `${model}\n(${own.size} seeds)` : model,
      ...cells((measure) => {
        const { value, interval } = shareOf(measure, questions, own);
        return `${formatShare(value)}\n${formatInterval(interval)}`;
      }),
    ]);
  }
  for (const [model, against] of DEMO_CONTRASTS) {
    const [ours, theirs] = [answers.get(model), answers.get(against)];
    if (!ours || !theirs) continue;
    rows.push([
      `${model}\nminus ${against}\nin points`,
      ...cells((measure) => {
        const { value, interval } = contrastOf(measure, questions, ours, theirs).wider;
        const [low, high] = interval.map((end) => formatPoints(end));
        return `${formatPoints(value)}\n${low} to\n${high}`;
      }),
    ]);
  }
  rows.push(['chance', ...measures.map((measure) => formatShare(measure.chance(questions), 3))]);
  return terminalTable({ head: ['', ...heads], rows, gap: 1 });
}
