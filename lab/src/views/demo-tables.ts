import { formatInterval, formatPoints, formatShare } from '@slipform/kit/text/format-number';
import { terminalTable } from '@slipform/kit/text/terminal-table';
import { contrastOf, shareOf } from '../demo/demo-contrast';
import {
  type DemoMeasure,
  GROUPS,
  PAIRINGS,
  RECALLS,
  SENTENCES,
  SWAPS_BY_DRAWING,
  SWAPS_BY_NAMES,
} from '../demo/demo-measures';
import type { MeasuredRun } from '../row';
import { concludeDemo } from './demo-conclusion';
import { DEMO_CONTRASTS, DEMO_MODELS, type Judged, MODEL_NOTES, readJudged } from './demo-judged';

const KINDS = ['swap', 'other\nthing', 'other\nsign'];
const OWN_WORDS = [...PAIRINGS.slice(0, 3), ...SWAPS_BY_NAMES, SWAPS_BY_DRAWING[0]!];

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
  const counts = [...OWN_WORDS, ...SENTENCES].map(
    (measure) => measure.items(judged.questions, [...[...judged.answers.values()][0]!.values()][0]!).length,
  );
  const [swaps, things, signs, known, fresh, unlike, ...sentences] = counts.map(number);
  return [
    models.map((model) => `${model.padEnd(15)} ${MODEL_NOTES[model]}`).join('\n'),
    `Which caption belongs to which picture? Two pictures of two icons by one of ${artists} held-out artists, and a caption for each.
swap: the same words, bound the other way (${swaps} questions: ${known} whose names training sets have, ${fresh} with new ones; ${unlike} without near-duplicates of training icons);
other thing (${things}), other sign (${signs}): a word of one caption is another
Pairing: the right pairs together score more than the wrong ones. Beneath: 95 % CIs`,
    table(judged, OWN_WORDS, [...KINDS, 'swap,\nknown', 'swap,\nnew', 'swap, no\nnear-dup.']),
    `People’s sentences about the same pictures, pairing: of swaps (${sentences[0]}), of things (${sentences[1]}) and of signs (${sentences[2]}), which a bag of words can answer`,
    table(judged, SENTENCES, ['of\nswaps', 'of\nthings', 'of\nsigns']),
    'Group: both pictures find their caption, and both captions their picture',
    table(judged, GROUPS.slice(0, 3), KINDS),
    `Search among ${number(gallery.length)} such pictures: recall@1 and recall@10`,
    table(judged, RECALLS, ['picture→\ncaption @1', '\n@10', 'caption→\npicture @1', '\n@10']),
  ].join('\n\n');
}

const number = (value: number) => value.toLocaleString('en');

function table(
  { questions, answers }: Judged,
  measures: readonly DemoMeasure[],
  heads: readonly string[],
): string {
  const rows: string[][] = [];
  // A short run may ask no question of a kind.
  const some = [...[...answers.values()][0]!.values()][0]!;
  const isAsked = (measure: DemoMeasure) => measure.items(questions, some).length > 0;
  const cells = (cell: (measure: DemoMeasure) => string) =>
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
