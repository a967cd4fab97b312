import type { Mined, RefusedChange } from '@slipform/plant';
import { plausibility, reasonWords } from '../plain-words';
import { MarkedText, marks } from './marked-text';
import { NegativeItem } from './negative-item';

/** Each caption with its negatives, or why it has none. */
export function MinedCaptions({
  groups,
  refused,
}: {
  readonly groups: readonly Mined[];
  /** Of each caption; it comes later, and until then is that of the text before. */
  readonly refused: readonly (readonly RefusedChange[])[] | undefined;
}) {
  return (
    <ol class="mined" aria-label="Captions and their negatives">
      {groups.map(({ caption, negatives, reason }, i) => {
        const first = negatives[0];
        const changes = refused?.[i] ?? [];
        return (
          <li key={caption.id} class="mined-caption" data-reason={reason}>
            <p class="caption-text">
              <MarkedText text={caption.caption} marks={marks('old', first?.keyword, first?.keyword2)} />
            </p>
            {negatives.map((negative) => (
              <NegativeItem key={negative.negative} negative={negative} />
            ))}
            {reason !== undefined && <p class="no-negative">No negative. {reasonWords[reason]}</p>}
            {changes.length > 0 && (
              <details open={reason !== undefined}>
                <summary>{reason === undefined ? 'Show what was refused' : 'What was refused'}</summary>
                <RefusedChanges refused={changes} />
              </details>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** Changes that were looked at and not made, each with why. */
function RefusedChanges({ refused }: { readonly refused: readonly RefusedChange[] }) {
  return (
    <ul class="refused">
      {refused.map((change) => (
        <li key={`${change.start} ${change.replacement} ${change.check ?? ''}`}>
          <span class="refused-words">
            {change.keyword} → {change.replacement}
          </span>
          <span class="refused-why">
            {change.what?.replaceAll('`', '') ??
              `Hardly anybody writes this here: plausible to ${plausibility(change.surprise ?? 0)}.`}
          </span>
        </li>
      ))}
    </ul>
  );
}
