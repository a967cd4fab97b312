import * as Plot from '@observablehq/plot';
import { formatSeconds } from '@slipform/kit/text/format-number';
import { html, type Markup } from './html';
import { colourKey, modelColour, plotFigure } from './plot-figure';
import type { TrainingRun } from './record';

const BUDGET_PARTS = [
  { part: 'pull', label: 'positive (pull)', colour: 'var(--pull)' },
  { part: 'hard', label: 'own hard negative', colour: 'var(--hard)' },
  { part: 'easy', label: 'all other captions', colour: 'var(--easy)' },
] as const;

/** Losses over time and the gradient budget of each run; of several seeds the first is drawn. */
export function trainingSection(
  runs: readonly TrainingRun[],
  models: readonly string[],
  seesTheSame = true,
): Markup {
  const first = runs.filter((run) => run.seed === runs[0]!.seed).map(drawable);
  const budgets = first.filter((run) => run.points.some((point) => point.budget));
  const top = budgets
    .flatMap((run) => run.points.map((point) => point.budget?.pull ?? 0))
    .reduce((most, pull) => Math.max(most, pull), 0);
  const sharing = budgets.filter((run) => run.points.some(({ budget }) => budget && budget.hard > 0));
  return html`<h2 id="training">Training</h2>
<p>All runs of a seed start from one checkpoint${seesTheSame && ' and see the same pictures and captions in the same order'}${runs.length > first.length && ` (drawn: seed ${runs[0]!.seed})`}. The losses have different denominators, so their heights can’t be compared; their courses can.</p>
${colourKey(first.map((run) => ({ label: `${run.model}, ${formatSeconds(run.seconds)}`, colour: modelColour(models.indexOf(run.model)) })))}
<div class="figures">${lossFigure(first, models)}${scaleFigure(first, models)}</div>
${
  budgets.length > 0 &&
  html`<h3>Gradient budget, image → text</h3>
<p>How hard a picture’s row pulls its own caption (∂L/∂s of the positive) and pushes the others away, averaged over the batch. The pull equals the gradient on all wrong captions together; the question is how they share it.</p>
${
  sharing.length > 1 &&
  html`${colourKey(sharing.map(({ model }) => ({ label: model, colour: modelColour(models.indexOf(model)) })))}
<div class="figures wide">${shareFigure(sharing, models)}</div>`
}
${colourKey(BUDGET_PARTS)}
<div class="figures">${budgets.map((run) => budgetFigure(run, top))}</div>`
}`;
}

/** By how much of itself the own hard negative's gradient share must fall for the negatives to count as learned; a choice of ours. */
const LEARNT = 0.3;

/** More points than a figure can show are drawn at even distances, the last one among them. */
const MAX_POINTS = 10_000;

function drawable(run: TrainingRun): TrainingRun {
  const { points } = run;
  if (points.length <= MAX_POINTS) return run;
  const step = (points.length - 1) / (MAX_POINTS - 1);
  return { ...run, points: Array.from({ length: MAX_POINTS }, (_, at) => points[Math.round(at * step)]!) };
}

/** Mean of each point and the ones around it, so that single batches don't hide the course. */
function smooth(values: readonly number[]): number[] {
  const reach = Math.max(1, Math.round(values.length / 40));
  return values.map((_, index) => {
    const around = values.slice(Math.max(0, index - reach), index + reach + 1);
    return around.reduce((sum, value) => sum + value, 0) / around.length;
  });
}

function lossFigure(runs: readonly TrainingRun[], models: readonly string[]): Markup {
  const lines = runs.flatMap((run) => {
    const smoothed = smooth(run.points.map((point) => point.loss));
    return run.points.map((point, index) => ({ step: point.step, loss: smoothed[index], model: run.model }));
  });
  return plotFigure(
    {
      marginLeft: 46,
      x: { label: 'step' },
      y: { label: 'loss', grid: true, zero: true, nice: true, ticks: 5 },
      color: { type: 'identity' },
      marks: [
        Plot.lineY(lines, {
          x: 'step',
          y: 'loss',
          z: 'model',
          stroke: (line: { model: string }) => modelColour(models.indexOf(line.model)),
          strokeWidth: 1.8,
        }),
      ],
    },
    {
      title: 'Loss',
      description: `Training loss over steps: ${runs.map((run) => `${run.model} from ${run.points[0]?.loss.toFixed(2)} to ${run.points.at(-1)?.loss.toFixed(2)}`).join('; ')}.`,
      note: 'Running mean over neighbouring steps.',
    },
  );
}

function scaleFigure(runs: readonly TrainingRun[], models: readonly string[]): Markup {
  const lines = runs.flatMap((run) => run.points.map((point) => ({ ...point, model: run.model })));
  return plotFigure(
    {
      marginLeft: 46,
      x: { label: 'step' },
      y: { label: 'logit scale 1/τ', grid: true, nice: true, ticks: 5 },
      color: { type: 'identity' },
      marks: [
        Plot.lineY(lines, {
          x: 'step',
          y: 'logitScale',
          z: 'model',
          stroke: (line: { model: string }) => modelColour(models.indexOf(line.model)),
          strokeWidth: 1.8,
        }),
      ],
    },
    {
      title: 'Logit scale',
      description: `Learned logit scale over steps: ${runs.map((run) => `${run.model} ends at ${run.points.at(-1)?.logitScale.toFixed(1)}`).join('; ')}.`,
      note: 'Learned with the model; higher is sharper.',
    },
  );
}

/** The gradient share of the own hard negative, for all losses that have one. */
function shareFigure(runs: readonly TrainingRun[], models: readonly string[]): Markup {
  const lines = runs.flatMap(({ model, points }) => {
    const measured = points.flatMap(({ step, budget }) => (budget ? [{ step, ...budget }] : []));
    const shares = smooth(measured.map(({ hard, easy }) => (hard + easy > 0 ? hard / (hard + easy) : 0)));
    return measured.map(({ step }, index) => ({ step, model, share: 100 * shares[index]! }));
  });
  const ends = runs.map(({ model, points }) => {
    const [first, last] = [firstTenth(points), lastTenth(points)].map((part) => 100 * hardShare(part));
    return { model, first: first!, last: last! };
  });
  const course = ends
    .map(({ model, first, last }) => `${model} from ${first.toFixed(0)} to ${last.toFixed(0)} %`)
    .join('; ');
  const hardly = ends.filter(({ first, last }) => last > (1 - LEARNT) * first).map(({ model }) => model);
  return plotFigure(
    {
      width: 640,
      height: 280,
      marginLeft: 46,
      x: { label: 'step' },
      y: { label: 'gradient share, %', grid: true, domain: [0, 100], ticks: 5 },
      color: { type: 'identity' },
      marks: [
        Plot.lineY(lines, {
          x: 'step',
          y: 'share',
          z: 'model',
          stroke: (line: { model: string }) => modelColour(models.indexOf(line.model)),
          strokeWidth: 2.2,
        }),
      ],
    },
    {
      title: 'The own hard negative’s gradient share',
      description: `Gradient share of the own hard negative, over steps: ${course}.`,
      note: `From the first tenth of the steps to the last: ${course}. The rest goes to the other captions of the batch, which are many and easy. ${
        hardly.length > 0
          ? `A check of the training that failed for ${hardly.join(', ')}: a model that learns to refuse its hard negatives pushes them less and less, and this share did not fall by ${100 * LEARNT} %. They were hardly learnt, so that the scores say little about what hard negatives could teach.`
          : `The check of the training is passed: the share fell by ${100 * LEARNT} % or more, as it must where hard negatives are learned.`
      }`,
    },
  );
}

type Budgets = readonly NonNullable<TrainingRun['points'][number]['budget']>[];

function firstTenth(points: TrainingRun['points']): Budgets {
  const budgets = points.flatMap(({ budget }) => budget ?? []);
  return budgets.slice(0, Math.max(1, Math.round(budgets.length / 10)));
}

function lastTenth(points: TrainingRun['points']): Budgets {
  return firstTenth([...points].reverse());
}

/** The gradient share of the own hard negative. */
function hardShare(budgets: Budgets): number {
  const total = (part: 'hard' | 'easy') => budgets.reduce((sum, budget) => sum + budget[part], 0);
  const pushes = total('hard') + total('easy');
  return pushes === 0 ? 0 : total('hard') / pushes;
}

function budgetFigure(run: TrainingRun, top: number): Markup {
  const measured = run.points.filter((point) => point.budget !== undefined);
  const lines = BUDGET_PARTS.flatMap(({ part, colour }) => {
    const smoothed = smooth(measured.map((point) => point.budget![part]));
    return measured.map((point, index) => ({ step: point.step, value: smoothed[index], part, colour }));
  });
  const share = hardShare(lastTenth(run.points));
  const hasHard = measured.some((point) => point.budget!.hard > 0);
  const note = hasHard
    ? `In the last tenth of the steps the own hard negative has a gradient share of ${(100 * share).toFixed(0)} %.`
    : 'This loss has no hard negatives, so the other captions get all of the gradient.';
  return plotFigure(
    {
      marginLeft: 46,
      x: { label: 'step' },
      y: { label: '|∂L/∂s|', grid: true, domain: [0, top], nice: true, ticks: 5 },
      color: { type: 'identity' },
      marks: [Plot.lineY(lines, { x: 'step', y: 'value', z: 'part', stroke: 'colour', strokeWidth: 1.8 })],
    },
    {
      title: run.model,
      description: `Gradient budget of ${run.model}. ${note}`,
      note,
    },
  );
}
