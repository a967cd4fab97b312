import type { Mined } from '@slipform/plant';
import { reasonWords } from '../plain-words';
import { MarkedText } from './marked-text';
import { NegativeItem } from './negative-item';
import { RefusedChanges } from './refused-changes';

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
