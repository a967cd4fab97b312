import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../lexicon/', import.meta.url);

/** All tables as one text: "#name" before the rows of each, without their headers. */
export function packLexicon(): string {
  const sections = readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .sort()
    .map((file) => {
      const [, ...rows] = readFileSync(new URL(file, folder), 'utf8').trimEnd().split('\n');
      return [`#${file.slice(0, -'.tsv'.length)}`, ...rows].join('\n');
    });
  const text = sections.join('\n');
  if (/[`\\$]/.test(text)) throw new Error('lexicon/: a table must not have a backtick, a backslash or "$".');
  return text;
}
