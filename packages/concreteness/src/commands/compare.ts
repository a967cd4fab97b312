import { flagRow, row } from '@slipform/kit/options/command-rows';
import { defineOptions, integer, type OptionsRead } from '@slipform/kit/options/options';
import { type Agreement, type Comparison, compareNorms } from '../compare-norms';
import { createLexicon } from '../lexicon';
import { columnRows, readNorms } from './open-lexicon';
import { plainLines, printJson, printLine } from './print-line';
import { refusePrintingInto } from './refuse-printing-into';

/** The options of `slipform-concreteness compare`. */
export const COMPARE_OPTIONS = defineOptions('slipform-concreteness compare', {
  ...columnRows,
  worst: row('how many of the largest errors to print', integer({ min: 0 }), 20),
  json: flagRow('print one JSON object'),
});

/** The `compare` command: how well our estimates agree with a file of human ratings. */
export async function compare(
  file: string,
  options: OptionsRead<typeof COMPARE_OPTIONS.rows>,
): Promise<void> {
  refusePrintingInto({ input: file });
  const comparison = compareNorms(await readNorms(file, options), createLexicon(), { worst: options.worst });
  if (options.json) await printJson(comparison);
  else await printLine(plainLines(asTables(comparison)));
}

function asTables({ groups, worst, unknown }: Comparison): string {
  const lines = [
    '| words | number | covered | r | rho | RMSE | mean error |',
    '|---|---|---|---|---|---|---|',
    ...groups.map(agreementRow),
  ];
  if (worst.length > 0) {
    lines.push('', '| furthest off | people | estimate | rated as |', '|---|---|---|---|');
    for (const { word, human, estimate, lemma, parts } of worst) {
      const as = parts ? parts.join(' + ') : lemma;
      lines.push(`| ${word} | ${human.toFixed(2)} | ${estimate.toFixed(2)} | ${as === word ? '' : as} |`);
    }
  }
  if (unknown.length > 0) lines.push('', `Without an estimate, among others: ${unknown.join(', ')}.`);
  return lines.join('\n');
}

function agreementRow(agreement: Agreement): string {
  const { group, words, coverage, r, rho, rootMeanSquareError, meanAbsoluteError } = agreement;
  const cells = [
    group,
    words,
    `${(100 * coverage).toFixed(1)} %`,
    r?.toFixed(3),
    rho?.toFixed(3),
    rootMeanSquareError?.toFixed(2),
    meanAbsoluteError?.toFixed(2),
  ];
  return `| ${cells.map((cell) => cell ?? '–').join(' | ')} |`;
}
