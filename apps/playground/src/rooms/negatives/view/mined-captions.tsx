import type { Mined, RefusedChange } from '@slipform/plant';
import { plausibility, reasonWords } from '../plain-words';
import { MarkedText } from './marked-text';
import { NegativeItem } from './negative-item';

/** Each caption with its negatives, or why it has none. */
export function MinedCaptions({ groups }: { readonly groups: readonly Mined[] }) {
  return (
    <ol class="mined" aria-label="Captions and their negatives">
      {groups.map(({ caption, negatives, reason, refused = [] }) => {
        const first = negatives[0];
        return (
          <li key={caption.id} class="mined-caption" data-reason={reason}>
            <p class="caption-text">
              <MarkedText text={caption.caption} spans={[first?.keyword, first?.keyword2]} kind="old" />
            </p>
            {negatives.map((negative) => (
              <NegativeItem key={negative.negative} negative={negative} />
            ))}
            {reason !== undefined && <p class="no-negative">No negative. {reasonWords[reason]}</p>}
            {refused.length > 0 && (
              <details open={reason !== undefined}>
                <summary>{reason === undefined ? 'Show what was refused' : 'What was refused'}</summary>
                <RefusedChanges refused={refused} />
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
