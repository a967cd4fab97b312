import { holm } from '@slipform/bench';
import { formatFixed, formatP, formatPoints, formatShare } from '@slipform/kit/text/format-number';
import { terminalTable } from '@slipform/kit/text/terminal-table';
import { withoutCaptions } from '../drawn/measures';
import type { View } from '../experiment';
import { preparedFolder } from '../machine/prepare';
import { contrastOf, shareOf } from '../pairs/contrast';
import { type PairMeasure, RECALL, SWAPS_BY_DRAWING, SWAPS_BY_NAMES } from '../pairs/measures';
import { readPrepared } from '../pairs/prepared';
import { type MeasuredRun, measured } from '../row';
import { mean, type PairedContrast, pOf, verdictOf } from '../statistics/paired-contrast';
import { answersFile, type Judged, judgedFile, judgedOf, readJudged } from './demo-judged';
import { type FrontierPanel, frontierSvg } from './frontier';

/** Two arms that are compared; a primary contrast has a name, and the paper expects it above 0. */
interface StudyContrast {
  readonly variant: string;
  readonly against: string;
  readonly primary?: string;
  /** What the sentence is about where it is not what others are about. */
  readonly on?: Study['asked'];
}

export interface Study {
  readonly name: string;
  /** In the order of tables. */
  readonly variants: readonly string[];
  readonly contrasts: readonly StudyContrast[];
  /** Negatives of the very kind that is asked: where it shows nothing, nothing can be said of the others. */
  readonly control: StudyContrast;
  /** Whether arms have learnt their captions: a condition of each contrast, unless `described`. */
  readonly absorbed?: 'described';
  /** What sentences are about, and what it is called there: `swaps`. */
  readonly asked: readonly [title: string, measure: PairMeasure];
  /** Panels of the figure, upwards; recall@10 goes to the right. */
  readonly frontier: readonly FrontierPanel[];
  /** Whether captions may not be redistributed: the answers that are kept have ids in their place. */
  readonly hidesCaptions?: boolean;
  /** Columns of the tables. */
  readonly measures: readonly (readonly [title: string, measure: PairMeasure])[];
}

/** ±1 point of pairing, registered. */
const EQUIVALENT = 0.01;

/** So much less gradient at the end than at the beginning: what an arm was trained on has been learned. Registered. */
const LEARNT = 0.3;

/** A short run may ask no question of a kind. */
function askedMeasures({ questions, answers }: Judged<string>, { measures }: Study): Study['measures'] {
  const some = [...answers.values()].flatMap((bySeed) => [...bySeed.values()])[0];
  return measures.filter(([, measure]) => some && measure.items(questions, some).length > 0);
}

/** Tables as text, all answers with their cosines, and binding against search as a figure. */
export function studyView(study: Study): View {
  return {
    files: [answersFile(study.name), `${study.name}.svg`],
    async make(input) {
      const prepared = await readPrepared(preparedFolder(input.folder, input.runs[0]!));
      const all = await judgedOf(input, prepared, study.variants);
      const own = study.hidesCaptions ? { ...all, questions: withoutCaptions(all.questions) } : all;
      return {
        text: studyText(input.measured, own, study),
        json: {},
        files: {
          [answersFile(study.name)]: await judgedFile(own),
          [`${study.name}.svg`]: frontierSvg(own, askedMeasures(own, { ...study, measures: study.frontier })),
        },
      };
    },
  };
}

export async function studySummary(
  runs: readonly MeasuredRun[],
  folder: string,
  study: Study,
): Promise<string> {
  return studyText(runs, await readJudged(study.name, folder, study.variants), study);
}

/** Verdicts first. */
export function studyText(runs: readonly MeasuredRun[], own: Judged<string>, study: Study): string {
  return [
    verdicts(runs, own, study).join('\n'),
    `Shares in per cent; recall@10 both ways. Gradient: |∂L/∂s| of a picture’s own hard captions, at the first two measured steps and at the last two; share: of the gradient of all wrong captions`,
    armTable(runs, own, study),
    `Differences in points, with 95 % CIs for other ${hasArtists(own) ? 'words, artists and seeds' : 'words and seeds'}, and [the minimum detectable effect, MDE, at 80 % power]`,
    contrastTable(own, study, study.measures),
    ...(own.questions.pairs.some(({ kind }) => kind === 'swap')
      ? ['The same on parts of the swaps', contrastTable(own, study, partsOf(own))]
      : []),
    `The same in points of one seed${hasArtists(own) ? ' and of one artist' : ''} alone`,
    partsTable(own, study),
  ].join('\n\n');
}

/** Where all questions are by one artist, nothing is said of artists. */
function hasArtists({ questions: { pairs } }: Judged<string>): boolean {
  return new Set(pairs.map(({ artist }) => artist)).size > 1;
}

function armTable(runs: readonly MeasuredRun[], judged: Judged<string>, study: Study): string {
  const { questions, answers } = judged;
  const measures = askedMeasures(judged, study);
  const rows = study.variants.flatMap((variant) => {
    const bySeed = answers.get(variant);
    if (!bySeed) return [];
    const gradient = gradientOf(runs, variant);
    return [
      [
        variant,
        String(bySeed.size),
        ...measures.map(([, measure]) => formatFixed(100 * shareOf(measure, questions, bySeed).value, 1)),
        gradient ? gradient.hard.map((value) => formatFixed(value, 1)).join(' → ') : '–',
        gradient ? gradient.share.map((value) => formatShare(value)).join(' → ') : '–',
      ],
    ];
  });
  return terminalTable({
    gap: 2,
    head: ['', 'seeds', ...measures.map(([title]) => title), 'gradient', 'share'],
    rows,
  });
}

/** Swaps by what training has seen of them, with their number. */
function partsOf({ questions: { pairs } }: Judged<string>): Study['measures'] {
  const swaps = pairs.filter(({ kind }) => kind === 'swap');
  const count = (isIn: (pair: (typeof pairs)[number]) => boolean) => swaps.filter(isIn).length;
  const [without, withCopies] = SWAPS_BY_DRAWING;
  const [known, fresh] = SWAPS_BY_NAMES;
  return [
    [`without near-\nduplicates (${count(({ isCopy }) => !isCopy)})`, without!],
    [`with near-\nduplicates (${count(({ isCopy }) => isCopy)})`, withCopies!],
    [`trained\nnames (${count(({ isSeen }) => isSeen)})`, known!],
    [`held-out\nnames (${count(({ isSeen }) => !isSeen)})`, fresh!],
  ];
}

function contrastTable(judged: Judged<string>, study: Study, all: Study['measures']): string {
  const measures = askedMeasures(judged, { ...study, measures: all });
  const rows = study.contrasts.flatMap((each) => {
    if (each.on) return [];
    const cells = measures.map(([, measure]) => contrasted(judged, each, measure));
    if (cells.some((cell) => cell === undefined)) return [];
    return [
      [
        `${each.primary ? `${each.primary}: ` : ''}${each.variant}\n− ${each.against}`,
        ...cells.map((cell) => {
          const { value, interval, detectable } = cell!.wider;
          const [low, high] = interval.map((end) => formatPoints(end));
          return `${formatPoints(value)} [${formatFixed(100 * detectable, 1)}]\n${low} to ${high}`;
        }),
      ],
    ];
  });
  return terminalTable({ gap: 2, head: ['', ...measures.map(([title]) => title)], rows });
}

/** The control and the primary contrasts seed by seed, and by artist where there are several. */
function partsTable({ questions, answers }: Judged<string>, study: Study): string {
  const measures = askedMeasures({ questions, answers }, study);
  const all = hasArtists({ questions, answers }) ? questions.pairs.map(({ artist }) => artist) : [];
  const artists = [...new Set(all)].sort();
  const named = [study.control, ...study.contrasts.filter(({ primary, on }) => primary && !on)];
  const rows = named.flatMap((contrast) => {
    if (!answers.has(contrast.variant) || !answers.has(contrast.against)) return [];
    const rowOf = (part: string, own: typeof answers, isIn: (artist: string) => boolean) => [
      `${contrast.primary ?? 'control'}, ${part}`,
      ...measures.map(([, measure]) => {
        const items: PairMeasure['items'] = (...of) =>
          measure.items(...of).filter(({ artist }) => isIn(artist));
        const count = items(questions, [...[...own.values()][0]!.values()][0]!).length;
        const found = count > 0 && contrasted({ questions, answers: own }, contrast, { ...measure, items });
        return found ? formatPoints(found.wider.value) : '–';
      }),
    ];
    const ofSeed = (seed: number) =>
      new Map(
        [...answers].flatMap(([arm, bySeed]) => {
          const own = bySeed.get(seed);
          return own ? [[arm, new Map([[seed, own]])]] : [];
        }),
      );
    const seeds = [...answers.get(contrast.variant)!.keys()].sort((a, b) => a - b);
    return [
      ...seeds.map((seed) => rowOf(`seed ${seed}`, ofSeed(seed), () => true)),
      ...artists.map((artist) => rowOf(artist, answers, (each) => each === artist)),
    ];
  });
  return terminalTable({ gap: 2, head: ['', ...measures.map(([title]) => title)], rows });
}

/**
 * By how much of it an arm has less loss on its own hard captions than its start, where that was measured; else by how much their gradient
 * fell. Undefined of an arm without hard captions.
 */
function absorptionOf(runs: readonly MeasuredRun[], variant: string) {
  const gradient = gradientOf(runs, variant);
  if (gradient === undefined) return undefined;
  const lossOf = (name: string) => {
    const own = runs.filter((run) => run.variant === name);
    return mean(own.map((run) => measured(run, { metric: 'loss on own hard captions' })));
  };
  const loss = 1 - lossOf(variant) / lossOf('checkpoint');
  if (Number.isFinite(loss)) return { what: 'loss on', fall: loss };
  return { what: 'gradient of', fall: 1 - gradient.hard[1]! / gradient.hard[0]! };
}

/** Of an arm’s own hard captions the mean gradient over seeds at the first two measured steps and at the last two, and its share of that of all wrong captions. */
function gradientOf(runs: readonly MeasuredRun[], variant: string) {
  const own = runs.flatMap((run) => {
    const steps = run.rows.flatMap(({ metric, step }) =>
      metric === 'similarity budget' && step ? [step] : [],
    );
    if (run.variant !== variant || steps.length === 0) return [];
    const at = (kind: string, step: number) => measured(run, { metric: 'similarity budget', kind, step });
    const inOrder = [...new Set(steps)].sort((a, b) => a - b);
    const half = Math.ceil(Math.min(4, inOrder.length) / 2);
    const ends = [inOrder.slice(0, half), inOrder.slice(-half)];
    const hard = ends.map((end) => mean(end.map((step) => at('hard', step))));
    const easy = ends.map((end) => mean(end.map((step) => at('easy', step))));
    return [{ hard, share: hard.map((own, end) => own / (own + easy[end]!)) }];
  });
  if (own.length === 0) return undefined;
  const means = (part: 'hard' | 'share') => [0, 1].map((end) => mean(own.map((each) => each[part][end]!)));
  return { hard: means('hard'), share: means('share') };
}

function contrasted(
  { questions, answers }: Judged<string>,
  { variant, against }: StudyContrast,
  measure: PairMeasure,
): PairedContrast | undefined {
  const [ours, theirs] = [answers.get(variant), answers.get(against)];
  return ours && theirs && contrastOf(measure, questions, ours, theirs);
}

const WORDS = {
  support: 'above 0, as the paper expects',
  against: 'below 0, against the paper',
  equivalent: 'within a point of 0',
  unknown: 'no significant difference',
} as const;

/** What Holm's p of a primary contrast allows to be said, which its CI alone does not correct for the other contrasts. */
function saidOf(contrast: PairedContrast, corrected: number): string {
  const verdict = verdictOf(contrast, EQUIVALENT);
  if (corrected < 0.05 || (verdict !== 'support' && verdict !== 'against')) return WORDS[verdict];
  return `${WORDS.unknown} by Holm (${verdict === 'support' ? 'above' : 'below'} 0 by its CI alone)`;
}

/** A sentence for the control and for each primary contrast; void where the control shows nothing, or an arm has not learnt its captions. */
function verdicts(
  runs: readonly MeasuredRun[],
  judged: Judged<string>,
  { contrasts, control, absorbed, asked: [title, asked] }: Study,
): string[] {
  const [controlTitle, controlMeasure] = control.on ?? [title, asked];
  const shown = contrasted(judged, control, controlMeasure);
  const primaries = contrasts.flatMap((each) => {
    const contrast = each.primary ? contrasted(judged, each, (each.on ?? [title, asked])[1]) : undefined;
    return contrast ? [{ ...each, contrast }] : [];
  });
  if (shown === undefined || primaries.length === 0) return ['No pair of arms is complete yet.'];
  const isPassed = verdictOf(shown, EQUIVALENT) === 'support';
  const corrected = holm(primaries.map(({ contrast }) => pOf(contrast)));
  const unlearnt = (names: readonly string[]) =>
    names.filter((variant) => {
      const own = absorptionOf(runs, variant);
      return own !== undefined && own.fall < LEARNT;
    });
  const fallen = ({ variant }: StudyContrast) => {
    const own = absorptionOf(runs, variant);
    if (own === undefined) return '';
    const change = `${own.fall < 0 ? 'rose' : 'fell'} by ${Math.round(100 * Math.abs(own.fall))} %`;
    return `; the ${own.what} its own hard captions ${change}`;
  };
  return [
    `Positive control, ${named(control)} on ${controlTitle}: ${pointsOf(shown, ': the minimum detectable effect, at 80 % power')}; ${isPassed ? 'passed' : 'failed, so that all below is void'}${fallen(control)}.`,
    ...primaries.map(({ contrast, ...each }, at) => {
      const weak = absorbed === 'described' ? [] : unlearnt([each.variant, each.against]);
      const isVoid = !isPassed || weak.length > 0;
      const why = weak.length > 0 ? ` (not learnt: ${weak.join(', ')})` : '';
      const verdict = `${saidOf(contrast, corrected[at]!)}${fallen(each)}`;
      return `${each.primary}, ${named(each)} on ${(each.on ?? [title])[0]}: ${pointsOf(contrast)}, p by Holm ${formatP(corrected[at]!)}; ${isVoid ? `void${why}; if it were not void: ` : ''}${verdict}.`;
    }),
    ...[control, ...primaries.filter(({ on }) => !on)].flatMap((each) => {
      const search = judged.questions.gallery.length > 0 && contrasted(judged, each, RECALL);
      return search ? [`Search, ${named(each)} on recall@10: ${pointsOf(search)}.`] : [];
    }),
  ];
}

function named({ variant, against }: StudyContrast): string {
  return `${variant} − ${against}`;
}

/** @param about what the number in brackets is, where it stands for the first time */
function pointsOf(
  { seeds, agreeing, artistsP, wider: { value, interval, detectable } }: PairedContrast,
  about = '',
): string {
  const [low, high] = interval.map((end) => formatPoints(end));
  const side = value < 0 ? 'below' : 'above';
  const artists =
    agreeing.ofArtists > 1
      ? ` and with ${agreeing.artists} of ${agreeing.ofArtists} artists (sign-flip over artists, by their questions, p ${formatP(artistsP)})`
      : '';
  return `${formatPoints(value)} points (${low} to ${high}) [${formatFixed(100 * detectable, 1)}${about}], ${side} 0 in ${agreeing.seeds} of ${seeds} seeds${artists}`;
}
