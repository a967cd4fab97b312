import { pearson, rootMeanSquare } from '../src/metrics';
import { normalizeWord } from '../src/normalize-word';
import type { Norms } from '../src/parse-norms';
import { readDelimited } from '../src/read-delimited';
import { lemmaOf } from './exceptions';

const groups = ['all', 'Noun', 'Verb', 'Adjective', 'Adverb', 'Preposition', 'not given', 'Phrase'];
const worstCount = 20;

/**
 * Accuracy of the out-of-fold estimates against the norms as Markdown tables: of each stage over all rated words, by
 * the part of speech that the norms' file gives (`Dom_Pos`); of the table alone, by entries and by morphy; and the
 * worst errors.
 */
export function accuracyReport(
  text: string,
  norms: Norms,
  entries: ReadonlySet<string>,
  stages: Readonly<Record<string, (word: string) => number>>,
): string {
  const partOf = readParts(text);
  const groupOf = (word: string) => (word.includes(' ') ? 'Phrase' : partOf.get(word) || 'not given');
  const names = Object.keys(stages);
  const last = stages[names.at(-1)!]!;
  const words = [...norms.ratings.keys()];
  const lines = [
    `| rated words | number | r of ${names.join(' | r of ')} | RMSE | entries | with morphy | r in the table |`,
    `|---${'|---'.repeat(names.length + 5)}|`,
  ];
  for (const name of groups) {
    const inGroup = name === 'all' ? words : words.filter((word) => groupOf(word) === name);
    if (inGroup.length === 0) continue;
    const human = inGroup.map((word) => norms.ratings.get(word)!);
    const agreement = names.map((stage) => pearson(inGroup.map(stages[stage]!), human).toFixed(3));
    const error = rootMeanSquare(inGroup.map(last), human).toFixed(2);
    const found = inGroup.map((word) =>
      entries.has(word) ? word : lemmaOf(word, (form) => entries.has(form)),
    );
    const exact = inGroup.filter((word) => entries.has(word)).length / inGroup.length;
    const covered = found.flatMap((entry, index) => (entry === undefined ? [] : [index]));
    const inTable = pearson(
      covered.map((index) => last(found[index]!)),
      covered.map((index) => human[index]!),
    );
    lines.push(
      `| ${name.toLowerCase()} | ${inGroup.length} | ${agreement.join(' | ')} | ${error} | ${percent(exact)} | ${percent(covered.length / inGroup.length)} | ${inTable.toFixed(3)} |`,
    );
  }
  const worst = words
    .map((word) => ({ word, people: norms.ratings.get(word)!, ours: last(word) }))
    .sort((a, b) => Math.abs(b.people - b.ours) - Math.abs(a.people - a.ours))
    .slice(0, worstCount)
    .map(({ word, people, ours }) => `${word} ${ours.toFixed(1)} (people ${people.toFixed(1)})`);
  return [...lines, '', `worst: ${worst.join(', ')}`].join('\n');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** The column of parts of speech, where the file has one. */
function readParts(text: string): Map<string, string> {
  const parts = new Map<string, string>();
  let column = -1;
  for (const { fields, line } of readDelimited(text, '\t', 'norms')) {
    if (line === 1) column = fields.findIndex((field) => /^dom_?pos$/i.test(field.trim()));
    if (column === -1) break;
    parts.set(normalizeWord(fields[0]!), fields[column]?.trim() ?? '');
  }
  return parts;
}
