import { findLemma } from '../morphy';
import { normalizeWord } from '../normalize-word';
import type { Norms } from '../parse-norms';
import { readDelimited } from '../read-delimited';
import { pearson, rootMeanSquare } from './metrics';

/**
 * Accuracy of out-of-fold estimates against the norms, by the part of speech that the norms' file gives
 * (`Dom_Pos`), as a Markdown table: words, coverage, r, root mean squared error.
 */
export function accuracyTable(text: string, norms: Norms, estimates: ReadonlyMap<string, number>): string {
  const partOf = readParts(text);
  const groups = new Map<string, { total: number; ratings: number[]; estimates: number[] }>();
  const isKnown = (lemma: string) => estimates.has(lemma);
  for (const [word, rating] of norms.ratings) {
    const estimate = estimates.get(word) ?? estimates.get(findLemma(word, isKnown) ?? '');
    for (const name of ['all', word.includes(' ') ? 'Phrase' : (partOf.get(word) ?? '')]) {
      const group = groups.get(name) ?? { total: 0, ratings: [], estimates: [] };
      groups.set(name, group);
      group.total += 1;
      if (estimate === undefined) continue;
      group.ratings.push(rating);
      group.estimates.push(estimate);
    }
  }
  const rows = ['all', 'Noun', 'Verb', 'Adjective', 'Adverb', 'Preposition', 'Phrase'].flatMap((name) => {
    const group = groups.get(name);
    if (!group) return [];
    const coverage = ((100 * group.ratings.length) / group.total).toFixed(1);
    const r = pearson(group.estimates, group.ratings).toFixed(3);
    const error = rootMeanSquare(group.estimates, group.ratings).toFixed(2);
    return [`| ${name.toLowerCase()} | ${group.total} | ${coverage} % | ${r} | ${error} |`];
  });
  return ['| rated words | number | covered | r | RMSE |', '|---|---|---|---|---|', ...rows].join('\n');
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
