import type { HardNegative } from '@slipform/plant';
import type { ComponentChildren } from 'preact';
import { inWords, operationWords, plausibility, slotWords } from '../plain-words';
import { MarkedText, marks } from './marked-text';

/** A negative with what was changed, and what the record says of the change. */
export function NegativeItem({ negative }: { readonly negative: HardNegative }) {
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
