import type { RefusedChange } from '@slipform/plant';
import { plausibility } from '../plain-words';

/** Changes that were looked at and not made, each with why. */
export function RefusedChanges({ refused }: { readonly refused: readonly RefusedChange[] }) {
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
