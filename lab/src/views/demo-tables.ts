import { formatInterval, formatPoints, formatShare } from '@slipform/kit/text/format-number';
import { terminalTable } from '@slipform/kit/text/terminal-table';
import { contrastOf, shareOf } from '../demo/demo-contrast';
import { BAND_GROUPS, type DemoMeasure, GROUP, IMAGE, RECALLS, TEXT } from '../demo/demo-measures';
import { DEMO_CONTRASTS, DEMO_MODELS, type Judged, MODEL_NOTES } from './demo-judged';

const QUESTION_MEASURES = [GROUP, ...BAND_GROUPS, TEXT, IMAGE];

/** What the models are, and both tables, at most 80 columns wide: shares with 95 % intervals beneath, and differences in points. */
export function demoTables(judged: Judged): string {
  const { pairs, gallery } = judged.questions;
  const artists = new Set(pairs.map(({ artist }) => artist)).size;
  const bands = BAND_GROUPS.map(
    (measure) => measure.items(judged.questions, [...[...judged.answers.values()][0]!.values()][0]!).length,
  );
  const models = DEMO_MODELS.filter((model) => judged.answers.has(model));
  return [
    models.map((model) => `${model.padEnd(15)} ${MODEL_NOTES[model]}`).join('\n'),
    `Which name belongs to which icon? ${number(pairs.length)} pairs of icons by ${artists} artists whom no model saw; the names differ in one word.
right: both icons find their name, and both names their icon (the group score); below 3, 3 to 4, from 4: by the words’ concreteness from
1 to 5 (${bands.map(number).join(', ')} pairs); text: both icons find their name; picture: both names find their icon. Beneath: 95 % intervals`,
    table(judged, QUESTION_MEASURES, ['right', 'below 3', '3 to 4', 'from 4', 'text', 'picture']),
    `Search among ${number(gallery.length)} icons by these artists, all with names of their own: the share found first (@1), and among the first ten (@10)`,
    table(judged, RECALLS, ['icon→name\n@1', '\n@10', 'name→icon\n@1', '\n@10']),
  ].join('\n\n');
}

const number = (value: number) => value.toLocaleString('en');

function table(
  { questions, answers }: Judged,
  measures: readonly DemoMeasure[],
  heads: readonly string[],
): string {
  const rows: string[][] = [];
  for (const model of DEMO_MODELS) {
    const own = answers.get(model);
    if (!own) continue;
    rows.push([
      own.size > 1 ? `${model}\n(${own.size} seeds)` : model,
      ...measures.map((measure) => {
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
      ...measures.map((measure) => {
        const { value, interval } = contrastOf(measure, questions, ours, theirs).wider;
        const [low, high] = interval.map((end) => formatPoints(end));
        return `${formatPoints(value)}\n${low} to\n${high}`;
      }),
    ]);
  }
  rows.push(['chance', ...measures.map((measure) => formatShare(measure.chance(questions), 3))]);
  return terminalTable({ head: ['', ...heads], rows, gap: 1 });
}
