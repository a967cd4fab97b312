import type { HardNegative, Mined, RefusedChange } from '@slipform/plant';
import type { ComponentChildren } from 'preact';
import { inWords, operationWords, plausibility, reasonWords, slotWords } from '../plain-words';
import { MarkedText, marks } from './marked-text';

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

/** A negative with what was changed, and what the record says of the change. */
function NegativeItem({ negative }: { readonly negative: HardNegative }) {
  const { keyword, keyword2, replacement, replacement2, operation, slot, scores, distance, partner } =
    negative;
  const isSwap = operation === 'swap';
  return (
    <div class="negative">
      <p class="negative-text">
        <span class="unseen">Negative: </span>
        <MarkedText text={negative.negative} marks={marks('new', replacement, replacement2)} />
      </p>
      <dl class="facts">
        <Fact name="Concreteness">
          {isSwap
            ? `${negative.concreteness.toFixed(2)}, mean of both`
            : `${negative.concreteness.toFixed(2)} → ${negative.replacementConcreteness.toFixed(2)}`}
        </Fact>
        <Fact name="Change">
          {inWords(slotWords, slot)}, {inWords(operationWords, operation)}
          {partner !== undefined && partner !== '' && ` (line ${partner})`}
        </Fact>
        {scores !== undefined && <Fact name="Plausible">{plausibility(scores.surprise)}</Fact>}
        {distance !== null && !isSwap && (
          <Fact name="Apart">
            {distance} {distance === 1 ? 'step' : 'steps'} in WordNet
          </Fact>
        )}
      </dl>
      {keyword2 === undefined && (
        <span class="unseen">{`“${keyword.text}” became “${replacement.text}”.`}</span>
      )}
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
