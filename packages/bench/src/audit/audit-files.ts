import { nameOf } from '@slipform/kit/captions/open-input';
import { InputError } from '@slipform/kit/errors/input-error';
import { fileRow, row } from '@slipform/kit/options/command-rows';
import { choice, integer, type OptionsRead } from '@slipform/kit/options/options';
import { counted } from '@slipform/kit/text/format-number';
import { createHashedTexts } from '@slipform/kit/text/hashed-texts';
import { printable } from '@slipform/kit/text/printable';
import { createRandom } from '../statistics/random';
import { type AuditOptions, type AuditReport, createAudit, createReservoir } from './audit';
import { blindScore, blindScoreAgainst } from './blind-score';
import type { Pair } from './pair';
import { PAIR_FORMATS, pairFormatOf, readPairs } from './read-pairs';

/** What an audit of files is given, in a terminal and here. */
export const auditRows = {
  format: row("the files' format (default: by the extension)", choice(PAIR_FORMATS)),
  learn: fileRow(
    'negatives that were mined apart; the classifier learns from them, not from folds of the file',
  ),
  judged: row(
    'how many pairs at most are judged, drawn by chance',
    integer({ min: 10, max: 1_000_000 }),
    20_000,
  ),
  seed: row('seed of folds and samples', integer({ min: 0, max: 0xffffffff }), 0),
};

type AuditFilesOptions = OptionsRead<typeof auditRows> & Pick<AuditOptions, 'relation'>;

/** How many broken lines are said one by one; the others are counted. */
const MAX_PROBLEMS_SHOWN = 10;

/**
 * Audits files of negatives as if they were one, such as the shards of a corpus, in one pass: what is in them, what is
 * wrong with them, and how well a judge that sees only the texts tells captions from negatives. Broken lines are left
 * out, and said on standard error.
 *
 * @throws {InputError} if a file cannot be read or holds no pair, or one id stands for two captions
 */
export async function auditFiles(
  files: readonly string[],
  { format, learn, judged, seed, relation }: AuditFilesOptions,
): Promise<AuditReport> {
  const [first = ''] = files;
  const file = files.length === 1 ? first : `${first} and ${files.length - 1} more`;
  const audit = createAudit({ file, judged, seed, relation });
  const texts = createTextCount();
  let brokenLines = 0;
  for (const each of files) {
    let problems = 0;
    for await (const batch of readPairs(each, format ?? pairFormatOf(each))) {
      for (const problem of batch.problems) {
        problems += 1;
        if (problems <= MAX_PROBLEMS_SHOWN) warn(`${nameOf(each)} ${problem}`);
      }
      for (const pair of batch.pairs) {
        withName(each, () => audit.add(pair));
        if (learn !== undefined) texts.add(pair.caption);
      }
      for (const { reason } of batch.alone) audit.addAlone(reason);
    }
    if (problems > MAX_PROBLEMS_SHOWN) warn(counted(problems - MAX_PROBLEMS_SHOWN, 'more broken line'));
    brokenLines += problems;
  }
  if (audit.pairs() === 0) throw noPair(file, brokenLines);
  if (learn === undefined) return { ...audit.report(await blindScore(audit.judged(), seed)), brokenLines };

  const apart = createReservoir<Pair>(judged, createRandom(seed, 'learn'));
  let broken = 0;
  for await (const { pairs, problems } of readPairs(learn, pairFormatOf(learn))) {
    broken += problems.length;
    for (const pair of pairs) {
      texts.meet(pair.caption);
      apart.offer(pair);
    }
  }
  if (apart.sample().length === 0) throw noPair(learn, broken);
  const blind = await blindScoreAgainst(apart.sample(), audit.judged(), seed);
  return { ...audit.report(blind), brokenLines, learntFrom: learn, sharedCaptions: texts.report() };
}

/** How many different texts of one file stand in another one too, at 24 bytes a text. */
function createTextCount() {
  const table = createHashedTexts();
  let captions = 0;
  let shared = 0;
  return {
    add(text: string) {
      if (table.isNew(text)) captions += 1;
    },
    /** A text of the other file, once all of the one have been added. */
    meet(text: string) {
      if (table.valueOf(text) !== 1) return;
      table.values[table.slotOf(text)] = 2;
      shared += 1;
    },
    report: () => ({ shared, captions }),
  };
}

function withName(file: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    throw InputError.isInstance(error) ? new InputError(`${nameOf(file)}: ${error.message}.`) : error;
  }
}

function warn(sentence: string): void {
  process.stderr.write(`slipform-bench: ${printable(sentence, 4000)}.\n`);
}

function noPair(file: string, brokenLines: number): InputError {
  return new InputError(
    brokenLines === 0
      ? `${nameOf(file)} holds no pair of caption and negative.`
      : `${nameOf(file)} holds no pair of caption and negative, but ${counted(brokenLines, 'broken line')}; if it holds the captions that were mined, pass what \`mine\` wrote instead.`,
  );
}
