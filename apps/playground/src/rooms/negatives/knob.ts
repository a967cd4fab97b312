import type { PlantOptions } from '@slipform/plant';

/** A place of the knob: which word of a caption is changed. */
export interface KnobPlace {
  /** In the address. */
  readonly id: string;
  readonly options: Pick<PlantOptions, 'policy' | 'temperature'>;
  /** Below the figure. */
  readonly short: string;
  /** Beside the slider. */
  readonly text: string;
}

/** From the least concrete word to the most concrete one; between them chance, which leans more and more to the concrete. */
export const knobPlaces: readonly KnobPlace[] = [
  { id: 'min', options: { policy: 'min' }, short: 'least', text: 'abstract words preferred' },
  { id: 'random', options: { policy: 'random' }, short: 'any', text: 'any word, by chance' },
  ...[2, 1, 0.5, 0.25].map(
    (temperature): KnobPlace => ({
      id: `t${temperature}`,
      options: { policy: 'weighted', temperature },
      short: `T ${temperature}`,
      text: `by chance, concrete words ${temperature >= 1 ? 'rather' : 'mostly'} (temperature ${temperature})`,
    }),
  ),
  { id: 'max', options: { policy: 'max' }, short: 'most', text: 'concrete words preferred' },
];

export const usualPlace = knobPlaces.length - 1;

/** The place of an address; the usual one where it names none. */
export function placeOf(id: string | null): number {
  const place = knobPlaces.findIndex((one) => one.id === id);
  return place < 0 ? usualPlace : place;
}
