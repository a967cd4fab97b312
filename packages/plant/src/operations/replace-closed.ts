import { matchCase } from '../inflect/match-case';
import { verbForm } from '../inflect/verb-form';
import type { ClosedSpan } from '../spans/closed-span';
import { readClosed } from '../spans/read-closed';
import { closedRefusal } from './closed-refusal';
import { inVocabulary } from './in-vocabulary';
import type { Judge } from './judge';
import type { FindOptions, Proposal } from './operation';
import { Replacement } from './replacement';

/** Replacements without evidence from a corpus: words that fit nearly anywhere. */
const plain: Readonly<Record<ClosedSpan['slot'], ReadonlySet<string>>> = {
  action: new Set(['sit', 'stand', 'walk', 'run', 'lie', 'sleep', 'jump', 'drive', 'park']),
  relation: new Set([
    ...[
      'next to',
      'behind',
      'in front of',
      'under',
      'above',
      'below',
      'on',
      'left of',
      'right of',
      'to the left of',
    ],
    ...[
      'to the right of',
      'on the left of',
      'on the right of',
      'up',
      'down',
      'across',
      'inside',
      'outside',
      'near',
      'at the top of',
      'at the bottom of',
    ],
  ]),
  count: new Set(['two', 'three', 'four', 'five', 'six', 'several', 'many']),
};
/** The same for what goes on along a way: "walking down the street". */
const moving = new Set(['walk', 'run', 'drive', 'fly']);

/** Replaces an action, a relation or a count by another one of its set that excludes it. */
export function replaceClosed(slot: ClosedSpan['slot']): FindOptions {
  return (reading, siblings, context) =>
    readClosed(slot, reading, context).map((span) => new ClosedReplacement(span, reading, siblings, context));
}

class ClosedReplacement extends Replacement<ClosedSpan, string> {
  protected offers(): readonly string[] {
    const { span } = this;
    return [...span.exclude.words].filter(
      (word) => plain[span.slot].has(word) && fits(word, span) && span.exclude(span.lemma, word),
    );
  }

  protected weigh(word: string, judge: Judge): number {
    return judge.favour(formOf(word, this.span));
  }

  protected attempt(word: string): Proposal | undefined {
    const { span, reading, siblings, context } = this;
    const text = formOf(word, span);
    const rating = context.lexicon.rate(word) ?? context.lexicon.rate(word.split(' ').at(-2) ?? word);
    const reason = !rating
      ? 'unrated'
      : inVocabulary(text, span.text, context.vocabulary)
        ? closedRefusal(span, word, reading, siblings, context.formOf)
        : 'not-in-vocabulary';
    if (!rating || reason) {
      context.refuse(reason ?? 'unrated');
      return undefined;
    }
    const { first, start, end, lemma } = span;
    const written = matchCase(text, span.text);
    return {
      edits: [{ first, start, end, keywordLemma: lemma, text: written, lemma: word }],
      replacementConcreteness: rating.rating,
      instruction: closedInstruction(span, text),
      distance: null,
    };
  }
}

/** The edit in words. */
export function closedInstruction({ slot, text, headLemma }: ClosedSpan, replacement: string): string {
  const old = text.toLowerCase();
  if (slot === 'count') return `show ${replacement} instead of ${old}`;
  if (slot === 'action') return `show it ${replacement} instead of ${old}`;
  return `put it ${replacement} the ${headLemma} instead of ${old} it`;
}

function fits(word: string, { slot, form }: ClosedSpan): boolean {
  if (slot !== 'action') return true;
  // An action on a thing needs evidence that it is possible: "eating a kite".
  if (form.includes(' object')) return false;
  return !form.includes(' way') || moving.has(word);
}

function formOf(word: string, { slot, form }: ClosedSpan): string {
  if (slot !== 'action') return word;
  const inflected = form.split(' ')[0] as 'ing' | 's' | 'base';
  return word === 'park' && inflected === 'ing' ? 'parked' : verbForm(word, inflected);
}
