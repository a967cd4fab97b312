/** A share as the field prints it, without the leading zero: .912, 1.00. */
export function formatShare(value: number, digits = 3): string {
  const text = value.toFixed(digits);
  if (Number(text) >= 1) return value.toFixed(digits - 1);
  return text.replace(/^(-?)0\./, '$1.');
}

/** An interval of shares: .89–.93. */
export function formatInterval([low, high]: readonly [number, number], digits = 2): string {
  return `${formatShare(low, digits)}–${formatShare(high, digits)}`;
}

/**
 * A difference of shares in percentage points, with its sign: +1.4, −0.3. What rounds to 0 keeps its sign, so that an
 * interval shows on which side of 0 it ends.
 */
export function formatPoints(difference: number, digits = 1): string {
  // Differences of shares that are equal may differ in the last bits.
  const sign = difference < -1e-12 ? '−' : '+';
  return `${sign}${Math.abs(100 * difference).toFixed(digits)}`;
}

/** A p-value: "< .001", ".04", ".51". */
export function formatP(p: number): string {
  if (p < 0.001) return '< .001';
  return p < 0.1 ? formatShare(p, 3) : formatShare(p, 2);
}

/** A duration for people: 8 s, 3 min 20 s. */
export function formatSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 90 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
