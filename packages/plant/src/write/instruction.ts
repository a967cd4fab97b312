import { articleFor } from '../inflect/article';
import { closedInstruction } from '../operations/replace-closed';
import type { Token } from '../reading/tagger';
import type { SiteSpan } from '../sites/site';

/** The edit in words, for an image editor; `text` is the giver's, in lower case. */
export function instructionFor(
  span: SiteSpan,
  giver: SiteSpan,
  text: string,
  tokenAt: (place: number) => Token | undefined,
): string {
  const old = span.text.toLowerCase();
  if (span.slot === 'attribute') {
    const thing = span.headToken < 0 ? 'it' : `the ${tokenAt(span.headToken)!.lower}`;
    return `make ${thing} ${text} instead of ${old}`;
  }
  if (span.slot !== 'object') return closedInstruction(span, text);
  const isOne = giver.slot === 'object' && !giver.plural && !giver.isMass;
  return `replace the ${old} with ${isOne ? `${articleFor(text)} ${text}` : text}`;
}
