import type { Reading } from '../reading/reading';
import { countHeads, countsExclude } from '../words/counts';
import type { ClosedSpan, SpanContext } from './closed-span';
import { nounPhraseHead } from './closed-span';
import { expressionAt, expressionsByFirst } from './expressions';

const expressions = expressionsByFirst(countsExclude.words);
/** "two story building", "two way street": no two things. */
const measures = new Set(
  'story storey way tone tier level door seater layer lane wheeler year years hours minutes feet foot inch inches percent types kinds sorts different'.split(
    ' ',
  ),
);
/** "the two dogs" are known to be two, "one of three" is no count of what is seen. */
const fixes = new Set(
  'the these those his her their its of all other every first last next about over than'.split(' '),
);

/** Finds words that say how many things there are, before a plural noun: "two", "several", "a group of". */
export function findCounts(reading: Reading, context: SpanContext): ClosedSpan[] {
  const { tokens, caption } = reading;
  const spans: ClosedSpan[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const found = expressionAt(tokens, i, expressions);
    if (!found) continue;
    const last = i + found.length - 1;
    const next = tokens[last + 1];
    if (!next || measures.has(next.lower) || next.tag === 'NUM') continue;
    if (caption[tokens[last]!.end] !== ' ' || fixes.has(tokens[i - 1]?.lower ?? '')) continue;
    const head = next.tag === 'DET' || next.tag === 'PRON' ? -1 : nounPhraseHead(reading, last + 1);
    if (head < 0) continue;
    const form = context.formOf(tokens[head]!.lower);
    if (!form.plural || form.noun === undefined || measures.has(tokens[head]!.lower)) continue;
    // "a large group of" says how large the group is as well.
    const lemma = found;
    const rating = context.lexicon.rate(countHeads[lemma.text] ?? lemma.text);
    if (!rating) continue;
    const { start } = tokens[i]!;
    const { end } = tokens[last]!;
    spans.push({
      slot: 'count',
      first: i,
      last,
      start,
      end,
      text: caption.slice(start, end),
      lemma: lemma.text,
      form: 'count',
      exclude: countsExclude,
      head,
      headLemma: form.noun,
      concreteness: rating.rating,
      concretenessSource: rating.source,
    });
    i = last;
  }
  return spans;
}
