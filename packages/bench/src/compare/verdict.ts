/** What a comparison comes to, in words: who is ahead, or that no difference was seen. */
export function verdictOf(difference: number, differs: boolean, a: string, b: string): string {
  if (!differs || difference === 0) return 'no difference seen';
  return difference > 0 ? `${b} ahead of ${a}` : `${a} ahead of ${b}`;
}
