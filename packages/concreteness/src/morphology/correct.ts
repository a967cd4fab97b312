import { corrections } from './corrections';

/**
 * The rating of a derived form, compound or phrase from those of its parts: intercept + slope · base, in a compound or
 * phrase intercept + slope · modifiers' mean + slope · head, within [1, 5]. `undefined` for a kind without a
 * fitted correction.
 */
export function correct(kind: string, bases: readonly number[]): number | undefined {
  const correction = corrections[kind];
  if (correction === undefined) return undefined;
  const [intercept, ...slopes] = correction as [number, ...number[]];
  const values = slopes.length === 1 ? [bases.at(-1)!] : modifierAndHead(bases);
  const rating = values.reduce((sum, value, index) => sum + slopes[index]! * value, intercept);
  // As many decimals as the table has.
  return Math.round(100 * Math.min(5, Math.max(1, rating))) / 100;
}

export function modifierAndHead(bases: readonly number[]): [modifier: number, head: number] {
  const modifiers = bases.slice(0, -1);
  return [modifiers.reduce((sum, value) => sum + value, 0) / modifiers.length, bases.at(-1)!];
}

/** The kind of correction of an inflected form: none for a plural or a third person, which mean what the lemma does. */
export function inflectionKind(form: string, part: 'noun' | 'verb' | 'adjective'): string | undefined {
  if (part === 'noun' || (part === 'verb' && form.endsWith('s'))) return undefined;
  if (part === 'verb') return form.endsWith('ing') ? '-ing' : '-ed';
  return form.endsWith('st') ? '-est' : '-er';
}
