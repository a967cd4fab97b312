import { fileBytes } from '@slipform/kit/files/file-bytes';
import { fileName, flagRow, row } from '@slipform/kit/options/command-rows';
import { defineOptions, described, integer, type OptionsRead } from '@slipform/kit/options/options';
import { InputError } from '../input-error';
import { createLexicon } from '../lexicon';
import { createRegretMeter, type Regret } from '../regret-meter';
import { columnRows, openLexicon } from './open-lexicon';
import { plainLines, printJson, printLine } from './print-line';
import { readTexts } from './read-texts';
import { refusePrintingInto } from './refuse-printing-into';

/** The options of `slipform-concreteness regret`. */
export const REGRET_OPTIONS = defineOptions('slipform-concreteness regret', {
  ...columnRows,
  norms: described('human ratings', fileName()),
  worst: row('how many of the confusions that cost most to print', integer({ min: 0 }), 20),
  json: flagRow('print one JSON object'),
});

/** The `regret` command: what mining loses by choosing the most concrete word by estimates instead of by people. */
export async function regret(file: string, options: OptionsRead<typeof REGRET_OPTIONS.rows>): Promise<void> {
  refusePrintingInto({ norms: options.norms, input: file });
  const meter = createRegretMeter(createLexicon(), (await openLexicon(options)).lexicon);
  for await (const line of readTexts(...streamOf(file))) {
    // "image_id<TAB>caption", or a caption alone.
    const text = line.slice(line.lastIndexOf('\t') + 1);
    if (text.trim() !== '' && !/^caption$/i.test(text.trim())) meter.add(text);
  }
  const result = meter.result(options.worst);
  if (result.choices === 0) {
    const found =
      result.captions === 0
        ? 'it has no caption'
        : `not one of its ${result.captions} lines has two words that people rated`;
    throw new InputError(
      `${file} must hold captions, one a line, alone or behind a tab, but ${found}; name another file.`,
    );
  }
  if (options.json) await printJson(result);
  else await printLine(plainLines(asText(result)));
}

function streamOf(file: string): [stream: AsyncIterable<Uint8Array>, name?: string] {
  if (file === '')
    throw new InputError('the file of captions must have a name, got an empty one; name a file.');
  return file === '-' ? [process.stdin] : [fileBytes(file), file];
}

function asText({ captions, choices, estimates, blind, right, confusions }: Regret): string {
  const lines = [
    `${captions} captions, ${choices} of them with two or more words that people rated.`,
    '',
    '| chosen by | mean regret | a word as concrete as the best |',
    '|---|---|---|',
    `| estimates | ${estimates?.toFixed(3) ?? '–'} | ${right === null ? '–' : `${(100 * right).toFixed(1)} %`} |`,
    `| chance | ${blind?.toFixed(3) ?? '–'} | |`,
  ];
  if (confusions.length > 0) {
    lines.push('', '| chosen | instead of | captions | regret each |', '|---|---|---|---|');
    for (const { chosen, best, captions: count, regret: each } of confusions) {
      lines.push(`| ${chosen} | ${best} | ${count} | ${each.toFixed(2)} |`);
    }
  }
  return lines.join('\n');
}
