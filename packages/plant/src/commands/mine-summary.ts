import { counted } from '@slipform/kit/text/format-number';
import { type Operation, usualOperations } from '../hard-negative';
import { type Reason, reasons } from '../mined';
import type { MineFileOptions, MineFileResult } from '../run/mine-options';
import { type SenseLevel, senseLevels } from '../scores/objective';
import type { PlantStats } from '../stats';
import { varietyOf } from '../variety';

/** The options of a run that its remedies name. */
export type SummaryOptions = Pick<MineFileOptions, 'sense' | 'fit' | 'operations'>;

/** What a user can do about captions without a negative, whatever the options were. */
const remedies: Readonly<Record<Exclude<Reason, 'no-candidate' | 'no-sensible-edit' | 'refused'>, string>> = {
  'too-long': 'cut them into sentences',
  'not-english': 'the miner reads English alone',
  'not-a-description': 'file names, addresses and tags; have these images captioned anew',
  intimate:
    'about undress or intimacy, from which nothing is mined; leave these pictures out of the training as well',
  name: 'names stay as they are; captions that say what is seen have more to change',
  'no-site': 'no rated word to change; --norms brings ratings of your own',
};

function remedyOf(
  reason: Reason,
  { sense = 'usual', fit, operations = usualOperations }: SummaryOptions,
): string {
  const replaces = operations.includes('replace');
  switch (reason) {
    case 'no-candidate':
      return replaces
        ? 'fit a larger corpus, so that more words are known: slipform-plant fit'
        : operations.flatMap((operation) => (operation === 'replace' ? [] : needs[operation])).join('; ');
    case 'refused':
      return `each change could be true or harmful, see below${replaces ? '; a larger corpus has more words to try' : ''}`;
    case 'no-sensible-edit': {
      const own =
        fit === undefined && 'fit your own corpus: slipform-plant fit INPUT -o FIT, then mine --fit FIT';
      const tries = [widerThan(sense), own].filter(Boolean).join('; or ');
      return [`nothing plausible enough at --sense ${sense} (--keep-all lists them)`, tries]
        .filter(Boolean)
        .join('; ');
    }
    default:
      return remedies[reason];
  }
}

/** What a caption must have, or come with, for a change of each kind. */
const needs: Readonly<Record<Exclude<Operation, 'replace'>, string>> = {
  swap: 'a swap needs two words of a kind in one caption',
  exchange: 'exchange takes words of other captions: mine more of them together',
  natural: 'natural takes captions that differ in one word: mine more of them together',
  add: 'add needs other captions of the image that say more of it; --fields image=NAME names the column of its id',
  negate:
    'negate needs other captions of the image that name more things; --fields image=NAME names the column of its id',
};

/** The level to try after one that was too strict; none after the widest. */
function widerThan(sense: SenseLevel | number): string | undefined {
  if (typeof sense === 'number') return 'a larger one mines more, and odder negatives';
  const next = senseLevels[senseLevels.indexOf(sense) + 1];
  return next && `try --sense ${next}, which mines more, and odder negatives`;
}

/** How many checks are named; the others are in the summary as JSON. */
const checksShown = 3;
/** In fewer negatives the commonest pairs of words say nothing of variety. */
const enoughForVariety = 300;

/** The counts of a run, with means of the changed words. */
export function countsSummary({ stats, brokenLines }: Pick<MineFileResult, 'stats' | 'brokenLines'>) {
  const { changes, ...counts } = stats;
  return { ...counts, concreteness: meansOf(stats), variety: varietyOf(changes), brokenLines };
}

/** The result as one JSON object. */
export function jsonSummary({ seconds, peakMemory, ...counts }: MineFileResult): string {
  return JSON.stringify({
    ...countsSummary(counts),
    seconds: Math.round(seconds * 1000) / 1000,
    peakMemory,
  });
}

/** The result in lines to read: coverage and what it lacks, operations, slots, concreteness, refusals, rate. */
export function textSummary(
  { stats, brokenLines, captionsBefore, seconds }: MineFileResult,
  options: SummaryOptions,
): string {
  const { captions, captionsWithNegative, negatives } = stats;
  const lines = [
    `${counted(captions, 'caption')}, ${captionsWithNegative} with a negative (${share(captionsWithNegative, captions)})`,
    ...withoutNegative(stats, options),
  ];
  if (negatives > 0) {
    const { mean, shortfall, near } = meansOf(stats)!;
    lines.push(
      row('negatives', `${negatives}: ${shares(stats.operations, negatives)}`),
      row('slots', shares(stats.slots, negatives)),
      row(
        'concreteness',
        `mean ${mean.toFixed(2)}, ${shortfall.toFixed(2)} below the most concrete word that could be changed, ${Math.round(near * 1000) / 10} % within 0.3 of it`,
      ),
    );
    if (negatives >= enoughForVariety) lines.push(row('variety', varietyText(stats)));
  }
  const refused = refusedText(stats.checks);
  if (refused) lines.push(row('refused', refused));
  if (brokenLines > 0) lines.push(`${counted(brokenLines, 'broken line')} left out`);
  lines.push(rateText(captions - captionsBefore, seconds));
  return lines.join('\n');
}

/** The time, and the rate where it is not that of the start. */
export function rateText(captions: number, seconds: number): string {
  const time = `${seconds.toFixed(1)} s`;
  return seconds < 10 ? time : `${time}, ${Math.round(captions / seconds)} captions/s`;
}

function varietyText({ changes }: PlantStats): string {
  const { words, commonest, sex, sides } = varietyOf(changes);
  return `${counted(words, 'word')} put in; of the negatives the 30 commonest pairs of words are ${share(commonest, 1)}, a person’s sex ${share(sex, 1)}, left and right ${share(sides, 1)}`;
}

/** A line for each reason: how many captions, and the remedy. */
function withoutNegative({ reasons: counts, captions }: PlantStats, options: SummaryOptions): string[] {
  const found = reasons.filter((reason) => counts[reason] > 0).sort((a, b) => counts[b] - counts[a]);
  const width = Math.max(0, ...found.map((reason) => String(counts[reason]).length));
  return found.map((reason) => {
    const number = String(counts[reason]).padStart(width);
    return `  ${reason.padEnd(17)} ${number} (${share(counts[reason], captions)}): ${remedyOf(reason, options)}`;
  });
}

/** Means of the changed words; missing where nothing was changed. */
function meansOf({ negatives, concreteness: { changed, best, near } }: PlantStats) {
  if (negatives === 0) return undefined;
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    mean: round(changed / negatives / 100),
    shortfall: round((best - changed) / negatives / 100),
    near: round(near / negatives),
  };
}

/** Which checks refused most; nothing where none did. */
function refusedText(checks: PlantStats['checks']): string | undefined {
  const most = mostFirst(checks);
  if (most.length === 0) return undefined;
  const sum = (of: typeof most) => of.reduce((all, [, times]) => all + times, 0);
  const named = most.slice(0, checksShown).map(([id, times]) => `${id} ${times}`);
  const others = sum(most.slice(checksShown));
  if (others > 0) named.push(`others ${others}`);
  return `${counted(sum(most), 'change')} that could be true or harmful, or no English: ${named.join(', ')} (each is in docs/checks.md of @slipform/plant)`;
}

function shares(counts: Readonly<Record<string, number>>, whole: number): string {
  return mostFirst(counts)
    .map(([name, times]) => `${name} ${share(times, whole)}`)
    .join(', ');
}

/** Counts above 0, the largest first. */
export function mostFirst(counts: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(counts)
    .filter(([, times]) => times > 0)
    .sort(([, a], [, b]) => b - a);
}

function share(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10} %`;
}

function row(name: string, text: string): string {
  return `${name.padEnd(13)}${text}`;
}
