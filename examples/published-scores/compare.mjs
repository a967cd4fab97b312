// Are these the published scores? Compares results of `slipform-bench run -o results.json` with published figures, row by
// row, and where a file of another program's answers is there, question by question.
//
//   node compare.mjs results.json [--published published.json] [--answers answers.jsonl] [-o table.md]
//
// Exit code 0: all are within their bounds; 1: one is not, or is not there; 2: wrong usage.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** Cosines of two programs on one model: what 32 bits leave open. */
const maxCosineDifference = 1e-5;

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      published: { type: 'string', default: here('published.json') },
      answers: { type: 'string' },
      output: { type: 'string', short: 'o' },
    },
  });
  if (positionals.length !== 1) throw new Error('name one results.json, which slipform-bench run -o writes');
  return { ...values, results: positionals[0] };
}

/** A score of a result: `swap_att` is a kind, `imageToText@5` a recall. */
function scoreOf(result, score) {
  const [way, k] = score.split('@');
  return k === undefined ? result.kinds[score] : result.retrieval?.[way]?.[k];
}

const share = (value) => value.toFixed(4);

/** One published figure beside ours. It may differ by its rounding, and by some rows that other pixels or other rounding turn. */
function compareRow({ benchmark, score, value, unit, total }, results, mayDiffer) {
  const result = results.find((each) => each.benchmark === benchmark && !each.blind);
  const ours = result && scoreOf(result, score);
  const allowed = Math.max(mayDiffer.rows, mayDiffer.share * total);
  const row = { name: `${benchmark} ${score}`, published: share(value), allowed };
  if (!ours) return { ...row, ours: '–', difference: '–', problem: 'was not asked' };
  const difference = (ours.value - value) * total;
  const problem =
    ours.total !== total
      ? `${ours.total} of ${total} rows were scored`
      : Math.abs(difference) > allowed + (unit / 2) * total + 1e-9
        ? 'differs by more'
        : undefined;
  return {
    ...row,
    ours: share(ours.value),
    difference: difference.toFixed(1).replace(/^-(?=0\.0$)/, ''),
    problem,
  };
}

/** Another program's answers: right and wrong alike, and by the same cosines. */
function compareAnswers(file, results) {
  const key = (benchmark, id) => `${benchmark}\n${id}`;
  const ours = new Map(
    results
      .filter(({ blind }) => !blind)
      .flatMap(({ benchmark, answers }) => answers.map((answer) => [key(benchmark, answer.id), answer])),
  );
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const counts = { asked: lines.length, missing: 0, otherwise: 0, largest: 0 };
  for (const { benchmark, id, right, wrong } of lines.map((line) => JSON.parse(line))) {
    const own = ours.get(key(benchmark, id));
    if (!own) counts.missing++;
    else {
      if (own.right > own.wrong !== right > wrong) counts.otherwise++;
      // Of Winoground's comparisons both programs name the tightest.
      const margin = Math.abs(own.right - own.wrong - (right - wrong));
      counts.largest = Math.max(
        counts.largest,
        margin,
        Math.abs(own.right - right),
        Math.abs(own.wrong - wrong),
      );
    }
  }
  const { asked, missing, otherwise, largest } = counts;
  const isEqual = asked > 0 && missing === 0 && otherwise === 0 && largest <= maxCosineDifference;
  return {
    isEqual,
    text: `${asked} answers of another program: ${missing} were not asked here, ${otherwise} are answered otherwise, cosines differ by ${largest.toExponential(1)} at most (may: ${maxCosineDifference}).`,
  };
}

function main() {
  const { results: file, published: publishedFile, answers, output } = readArguments();
  const { results } = JSON.parse(readFileSync(file, 'utf8'));
  const { mayDiffer, rows, sources } = JSON.parse(readFileSync(publishedFile, 'utf8'));
  const compared = rows.map((row) => compareRow(row, results, mayDiffer));
  const table = [
    '| score | published | here | differs by so many rows | may by | |',
    '| --- | --- | --- | --- | --- | --- |',
    ...compared.map(
      ({ name, published, ours, difference, allowed, problem }, at) =>
        `| ${name} | ${published} (${rows[at].source}) | ${ours} | ${difference} | ${allowed.toFixed(1)} | ${problem ?? 'as published'} |`,
    ),
  ];
  const text = [
    ...table,
    '',
    ...Object.entries(sources).map(([name, source]) => `${name}: ${source}.`),
    ...(answers ? ['', compareAnswers(answers, results).text] : []),
  ].join('\n');
  console.log(text);
  if (output) writeFileSync(output, `${text}\n`, { flag: 'wx' });
  const isEqual = !answers || compareAnswers(answers, results).isEqual;
  process.exitCode = isEqual && compared.every(({ problem }) => problem === undefined) ? 0 : 1;
}

try {
  main();
} catch (error) {
  console.error(`compare: ${error.message}`);
  process.exitCode = error.code?.startsWith('ERR_PARSE_ARGS') || error.message.startsWith('name one') ? 2 : 1;
}
