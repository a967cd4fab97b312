import type { CorpusStats } from './corpus-stats';
import { formatName } from './parse-stats';

/** Hashes on one line: files stay readable by line, and no line grows with the corpus. */
const perLine = 500;

/**
 * A line that says what it is and how much there is; then the hashes by their count, on each line the count, a colon and
 * the hashes in order, each as its distance from the one before (the first from 0), in base 36; then a word on each line:
 * pictures, slot, lemma, text and form, with tabs between.
 */
export function printStats(stats: CorpusStats): string {
  const { captions, pictures, least, size, vocabulary } = stats;
  const lines = [
    `${formatName} captions ${captions} pictures ${pictures} least ${least} hashes ${size} words ${vocabulary.length}`,
  ];
  for (const [count, hashes] of hashesByCount(stats)) {
    for (let start = 0; start < hashes.length; start += perLine) {
      const steps = [...hashes.subarray(start, start + perLine)].map((hash, i) =>
        (hash - (i === 0 ? 0 : hashes[start + i - 1]!)).toString(36),
      );
      lines.push(`${count}:${steps.join(' ')}`);
    }
  }
  for (const { slot, lemma, text, form, pictures } of vocabulary) {
    lines.push(`${pictures}\t${slot}\t${lemma}\t${text}\t${form}`);
  }
  return `${lines.join('\n')}\n`;
}

/** The hashes of each count in order, the lowest count first. */
function hashesByCount(stats: CorpusStats): [count: number, hashes: Uint32Array][] {
  const sizes = new Map<number, number>();
  stats.each((_, count) => sizes.set(count, (sizes.get(count) ?? 0) + 1));
  const hashes = new Map([...sizes].map(([count, size]) => [count, new Uint32Array(size)]));
  stats.each((hash, count) => {
    const left = sizes.get(count)! - 1;
    sizes.set(count, left);
    hashes.get(count)![left] = hash;
  });
  return [...hashes].sort(([a], [b]) => a - b).map(([count, all]) => [count, all.sort()]);
}
