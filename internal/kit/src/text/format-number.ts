/** With so many digits and a real minus, which what rounds to 0 has none of: 1.4, −0.3, 0.0. */
export function formatFixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return text.replace('-', Number(text) === 0 ? '' : '−');
}

/** The same with a plus for what rounds to more than 0: +1.4, −0.3, 0.0. */
export function formatSigned(value: number, digits: number): string {
  const text = formatFixed(value, digits);
  return Number(text) > 0 ? `+${text}` : text;
}

/** A share as the field prints it, without the leading zero: .912, 1.00. */
export function formatShare(value: number, digits = 3): string {
  const text = Number(value.toFixed(digits)) === 0 ? (0).toFixed(digits) : value.toFixed(digits);
  if (Number(text) >= 1) return value.toFixed(digits - 1);
  return text.replace(/^(-?)0\./, '$1.');
}

/** What guessing gets, by two digits that count: .50, .17, .0039; of 5,000 pictures .00020. */
export function formatChance(chance: number): string {
  const digits = chance > 0 ? 1 - Math.floor(Math.log10(chance)) : 2;
  return formatShare(chance, Math.min(12, Math.max(2, digits)));
}

/** An interval of shares: .89–.93. */
export function formatInterval([low, high]: readonly [number, number]): string {
  return `${formatShare(low, 2)}–${formatShare(high, 2)}`;
}

/**
 * A difference of shares in percentage points, with its sign: +1.4, −0.3; what rounds to 0 has none: 0.0. Nine digits count, as
 * in files of results: a mean of differences and a difference of means, which the last bits tell apart, look the same.
 */
export function formatPoints(difference: number, digits = 1): string {
  return formatSigned(Number((100 * difference).toPrecision(9)), digits);
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

/** A number with its noun: "1 caption", "2 captions". */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
