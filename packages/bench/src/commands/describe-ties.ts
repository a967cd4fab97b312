import type { Result } from '../scoring/result';

/** Says how many of a result's questions are ties, which count as wrong. */
export function describeTies({ benchmark, answers }: Result): string | undefined {
  const ties = answers.filter(({ right, wrong }) => right === wrong).length;
  if (ties === 0) return undefined;
  const share = ((100 * ties) / answers.length).toFixed(ties === answers.length ? 0 : 1);
  return `${benchmark}: ${ties} of ${answers.length} questions (${share} %) are ties, which count as wrong`;
}
