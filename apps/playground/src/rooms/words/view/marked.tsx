import type { ComponentChildren } from 'preact';

/** Where a rating lies on its scale, from 0 (abstract) to 1 (concrete). */
export const shareOf = (rating: number) => (rating - 1) / 4;

/** As people write ratings. */
export const shownRating = (rating: number) => rating.toFixed(2);

/** Text in the colour of a rating, over a line that is thicker the more concrete it is. */
export function Marked({
  rating,
  children,
}: {
  readonly rating: number;
  readonly children: ComponentChildren;
}) {
  return (
    <span class="marked" style={styleOf(rating)}>
      {children}
    </span>
  );
}

export function styleOf(rating: number): string {
  return `--c: ${shareOf(rating).toFixed(3)}`;
}
