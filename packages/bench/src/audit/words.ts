export function interval([low, high]: readonly [number, number]): string {
  return `${low.toFixed(3)}–${high.toFixed(3)}`;
}

export function percent(share: number): string {
  // One in thousands is not none.
  if (share > 0 && share < 0.0005) return 'less than 0.1 %';
  return `${Math.round(share * 1000) / 10} %`;
}

export function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, times) => sum + times, 0);
}
