import { matchCase } from '../inflect/match-case';
import type { ClosedSpan } from '../spans/closed-span';
import { readClosed } from '../spans/read-closed';
import type { FindOptions, Option } from './operation';
import { SwapOption, swapsAmong } from './swap-option';

/** Exchanges two counts or two actions of a caption: "two dogs and three cats" → "three dogs and two cats". */
export function swapClosed(slot: 'count' | 'action'): FindOptions {
  return (reading, _siblings, context) =>
    swapsAmong(readClosed(slot, reading, context), (a, b) => {
      if (!a.exclude(a.lemma, b.lemma)) return undefined;
      if (a.form !== b.form || (slot === 'count' && a.headLemma === b.headLemma)) {
        context.refuse('kind-mismatch');
        return undefined;
      }
      return swapOf(a, b);
    });
}

function swapOf(a: ClosedSpan, b: ClosedSpan): Option {
  return new SwapOption({
    a,
    b,
    textA: matchCase(b.text.toLowerCase(), a.text),
    textB: matchCase(a.text.toLowerCase(), b.text),
    instruction: `swap ${a.text.toLowerCase()} and ${b.text.toLowerCase()}`,
    distance: null,
  });
}
