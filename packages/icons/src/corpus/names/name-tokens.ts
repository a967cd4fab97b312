/** The words of a name of a drawing: `arrow--down-left` → arrow, down, left. */
export function nameTokens(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[-_.]+/)
    .filter((token) => token !== '');
}
