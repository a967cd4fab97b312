import { knobPlaces } from '../knob';
import type { KnobOutcome } from '../worker/messages';

const width = 560;
const height = 230;
const [left, right, top, bottom] = [30, 10, 12, 38];
const columnWidth = (width - left - right) / knobPlaces.length;
const x = (place: number) => left + columnWidth * (place + 0.5);
const y = (rating: number) => top + ((5 - rating) / 4) * (height - top - bottom);
const radius = 3.2;

/** Concreteness of the changed words at each place of the knob: a dot for each word, a line for the mean. */
export function KnobFigure({
  curve,
  place,
}: {
  readonly curve: readonly KnobOutcome[];
  readonly place: number;
}) {
  const means = curve.flatMap(({ mean }, at) => (mean === undefined ? [] : [{ at, mean }]));
  return (
    <figure class="knob-figure">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={spoken(curve, place)}>
        <rect
          class="knob-here"
          style={{ transform: `translateX(${x(place) - columnWidth / 2}px)` }}
          y={top - 6}
          width={columnWidth}
          height={height - top - bottom + 12}
          rx={7}
        />
        {[1, 2, 3, 4, 5].map((rating) => (
          <g key={rating}>
            <line class="grid-line" x1={left} x2={width - right} y1={y(rating)} y2={y(rating)} />
            <text class="tick" x={left - 10} y={y(rating) + 4} text-anchor="end">
              {rating}
            </text>
          </g>
        ))}
        <polyline class="mean-line" points={means.map(({ at, mean }) => `${x(at)},${y(mean)}`).join(' ')} />
        {curve.map(({ words, mean }, at) => (
          <g key={knobPlaces[at]!.id} data-current={at === place}>
            {spread(words.map(({ concreteness }) => concreteness)).map(({ rating, shift }, i) => (
              <circle
                key={i}
                class="dot"
                r={radius}
                style={{ transform: `translate(${x(at) + shift}px, ${y(rating)}px)` }}
              />
            ))}
            {mean !== undefined && (
              <line
                class="mean"
                x1={-15}
                x2={15}
                style={{ transform: `translate(${x(at)}px, ${y(mean)}px)` }}
              />
            )}
            <text class="tick place" x={x(at)} y={height - 14} text-anchor="middle">
              {knobPlaces[at]!.short}
            </text>
          </g>
        ))}
      </svg>
      <figcaption class="hint">
        Each dot is a changed word, from 1 (an idea) to 5 (a thing that one can touch); the line is the mean.
      </figcaption>
    </figure>
  );
}

/** Dots side by side where they would lie upon each other. */
function spread(ratings: readonly number[]): { readonly rating: number; readonly shift: number }[] {
  const placed: { rating: number; shift: number }[] = [];
  const step = 2 * radius + 0.6;
  const most = Math.floor((columnWidth / 2 - radius - 2) / step);
  for (const rating of ratings) {
    let shift = 0;
    for (let turn = 0; turn <= 2 * most; turn += 1) {
      shift = (turn % 2 === 0 ? 1 : -1) * Math.ceil(turn / 2) * step;
      const isFree = placed.every(
        (dot) => Math.hypot(dot.shift - shift, y(dot.rating) - y(rating)) >= step - 0.1,
      );
      if (isFree) break;
    }
    placed.push({ rating, shift });
  }
  return placed;
}

function spoken(curve: readonly KnobOutcome[], place: number): string {
  const means = curve.flatMap(({ mean }, at) =>
    mean === undefined ? [] : `${knobPlaces[at]!.text}: ${mean.toFixed(2)}`,
  );
  return `Mean concreteness of the changed words. ${means.join('; ')}. Chosen: ${knobPlaces[place]!.text}.`;
}
