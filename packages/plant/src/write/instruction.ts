import type { Slot } from '../hard-negative';
import { articleFor } from '../inflect/inflect';
import type { Token } from '../reading/tagger';
import type { SiteSpan } from '../sites/site';
import type { SiteWord } from '../sites/site-word';

/** The edit in words, for an image editor; `text` is the giver's, in lower case. */
export function instructionFor(
  span: SiteSpan,
  giver: SiteWord,
  text: string,
  tokenAt: (place: number) => Token | undefined,
): string {
  const old = span.text.toLowerCase();
  switch (span.slot) {
    case 'object': {
      const isOne = !giver.plural && !giver.isMass;
      return `replace the ${old} with ${isOne ? `${articleFor(text)} ${text}` : text}`;
    }
    case 'attribute':
      return `make ${thingOf(span, tokenAt)} ${text} instead of ${old}`;
    case 'count':
      return `show ${text} instead of ${old}`;
    case 'action':
      return `show it ${text} instead of ${old}`;
    case 'relation':
      return `put it ${text} the ${span.headLemma} instead of ${old} it`;
  }
}

interface Swapped {
  readonly slot: Slot;
  readonly text: string;
  /** Of an attribute. */
  readonly headToken?: number;
}

/** The same of two words that change places. */
export function swapInstruction(
  a: Swapped,
  b: Swapped,
  tokenAt: (place: number) => Token | undefined,
): string {
  const [first, second] = [a.text.toLowerCase(), b.text.toLowerCase()];
  if (a.slot === 'attribute' && b.slot === 'attribute')
    return `make ${thingOf(a, tokenAt)} ${second} and ${thingOf(b, tokenAt)} ${first}`;
  return a.slot === 'object' ? `swap the ${first} and the ${second}` : `swap ${first} and ${second}`;
}

function thingOf(
  { headToken = -1 }: { readonly headToken?: number },
  tokenAt: (place: number) => Token | undefined,
): string {
  return headToken < 0 ? 'it' : `the ${tokenAt(headToken)!.lower}`;
}
