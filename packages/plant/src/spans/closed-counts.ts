import type { Lexicon } from '@slipform/concreteness';
import type { NounPhrase } from '../reading/noun-phrase';
import type { CaptionSpan, Reading } from '../reading/reading';
import { countHeads, countsExclude } from '../words/counts';
import { type ClosedSpan, type ClosedWord, closedSpanAt, nothingUnfit } from './closed-span';

/** "two story building", "two way street", "two different kinds": no two things. */
const measures = new Set(
  'story storey way tone tier level door seater layer lane wheeler year hour minute foot inch percent type kind sort variety'.split(
    ' ',
  ),
);
/** "the two dogs" are known to be two, "one of three" is no count of what is seen. */
const fixes = new Set(
  'the these those his her their its of all other every first last next about over than between'.split(' '),
);

/** Things of which one has two, and of which a third one is a riddle. */
const paired = new Set(
  'eye ear hand arm leg foot wing horn tusk ski pole glove sock shoe boot sandal wheel skis'.split(' '),
);
/** "two dogs, one … the other", "both": the number is said again. */
const again = new Set('one both other others either twin'.split(' '));

/** Words that say how many there are, of a closed set: numbers, "several", "a group of". */
export function closedCounts(reading: Reading, lexicon: Lexicon): ClosedSpan[] {
  const spans: ClosedSpan[] = [];
  const add = (span: CaptionSpan, lemma: string, head: NounPhrase) => {
    const before = reading.tokens[span.first - 1]?.lower ?? '';
    const next = reading.tokens[span.last + 1]?.lower ?? '';
    if (paired.has(head.lemma) || isSaidAgain(reading, span.last)) return;
    // "lots and lots of"
    if (lemma === 'lots of' && before === 'and') return;
    if (!head.plural || measures.has(head.lemma) || measures.has(next) || fixes.has(before)) return;
    // "a bunch of bananas hangs": the verb would not agree.
    const verb = reading.tokens[head.last + 1];
    if (/^a /.test(lemma) && (verb?.tag === 'VERB' || verb?.tag === 'AUX') && /[^s]s$/.test(verb.lower))
      return;
    const word: ClosedWord = {
      slot: 'count',
      lemma,
      form: 'count',
      exclude: countsExclude,
      headLemma: head.lemma,
      head: head.last,
      actor: '',
      unfit: nothingUnfit,
    };
    spans.push(closedSpanAt(span, word));
  };
  for (const count of reading.counts) {
    const lemma = count.text.toLowerCase();
    if (countsExclude.words.has(lemma)) add(count, lemma, count.head);
  }
  for (let i = 0; i < reading.phrases.length; i += 1) {
    const { first, last, isCollective } = reading.phrases[i]!;
    const head = reading.phrases[i + 1];
    if (!isCollective || head?.first !== last + 2 || reading.tokens[head.first]?.tag === 'NUM') continue;
    const lemma = wordsOf(reading, first, last + 1);
    const rating = countHeads[lemma] === undefined ? undefined : lexicon.rate(countHeads[lemma]);
    if (!rating || reading.counts.some((count) => count.first === first)) continue;
    const start = reading.tokens[first]!.start;
    const end = reading.tokens[last + 1]!.end;
    add(
      {
        first,
        last: last + 1,
        start,
        end,
        text: reading.caption.slice(start, end),
        lemma,
        concreteness: rating.rating,
        concretenessSource: rating.source,
      },
      lemma,
      head,
    );
  }
  return spans;
}

/** "next to each other" says no number. */
function isSaidAgain({ tokens }: Reading, last: number): boolean {
  for (let i = last + 1; i < tokens.length; i += 1) {
    const { lower } = tokens[i]!;
    if (/^(?:each|one)$/.test(lower) && /^(?:other|another)$/.test(tokens[i + 1]?.lower ?? '')) i += 1;
    else if (again.has(lower)) return true;
  }
  return false;
}

function wordsOf({ tokens }: Reading, first: number, last: number): string {
  let words = tokens[first]!.lower;
  for (let i = first + 1; i <= last; i += 1) words += ` ${tokens[i]!.lower}`;
  return words;
}
