import type { AuditReport } from '@slipform/bench/audit';
import type { ComponentChildren } from 'preact';
import { counted, inWords, operationWords, percent, plausibility, slotWords } from '../plain-words';

/** From fewer pairs a judge learns too little to say anything. */
const fewPairs = 200;

/** What the package's audit says of the negatives, each figure with what it means. */
export function AuditFigures({ report }: { readonly report: AuditReport }) {
  const { pairs, coverage, concreteness, scores, checks, blind } = report;
  return (
    <dl class="audit">
      {coverage.captions !== undefined && (
        <Figure name="With a negative" value={percent(coverage.share ?? 0)}>
          {coverage.captionsWithNegative} of {counted(coverage.captions, 'caption')};{' '}
          {counted(pairs, 'negative')} in all.
        </Figure>
      )}
      {concreteness !== undefined && (
        <Figure name="Concreteness" value={concreteness.mean.toFixed(2)}>
          Mean of the changed words. The new words have{' '}
          {concreteness.replacementMean?.toFixed(2) ?? 'no rating'}.
        </Figure>
      )}
      {scores !== undefined && (
        <Figure name="Plausible" value={plausibility(scores.surprise)}>
          How likely a reader finds nothing odd about the new word in its place, as the counts of captions
          have it.
        </Figure>
      )}
      <Figure name="Guessed from the text" value={blind === undefined ? '–' : percent(blind.score)}>
        {blind === undefined
          ? 'Ten pairs or more are needed for this one.'
          : `How often a judge that sees no picture picks the negative of a pair. 50 % is a guess, and is best; a guess lies between ${percent(blind.chance[0])} and ${percent(blind.chance[1])} here.`}
        {blind !== undefined && pairs < fewPairs && ' So few pairs say little.'}
      </Figure>
      <Figure name="Repeated" value={String(checks.duplicates)}>
        Pairs that are there twice; {checks.unchanged} negatives equal their caption.
      </Figure>
      <Figure name="Related words" value={`${checks.related} of ${checks.relatedOf}`}>
        New things that WordNet calls the same, a kind or a part of the old one, which might be true of the
        picture.
      </Figure>
      <Figure name="What changed" value={largest(report.slots, pairs, slotWords)}>
        {shares(report.slots, pairs, slotWords)}.
      </Figure>
      <Figure name="How" value={largest(report.operations, pairs, operationWords)}>
        {shares(report.operations, pairs, operationWords)}.
      </Figure>
    </dl>
  );
}

function Figure({
  name,
  value,
  children,
}: {
  readonly name: string;
  readonly value: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        <p>{children}</p>
      </dd>
    </div>
  );
}

function largest(
  counts: Readonly<Record<string, number>>,
  whole: number,
  words: Readonly<Record<string, string>>,
) {
  const [first] = Object.entries(counts);
  return first === undefined ? '–' : `${percent(first[1] / whole)} ${inWords(words, first[0])}`;
}

function shares(
  counts: Readonly<Record<string, number>>,
  whole: number,
  words: Readonly<Record<string, string>>,
) {
  const listed = Object.entries(counts).map(
    ([name, times]) => `${inWords(words, name)} ${percent(times / whole)}`,
  );
  return listed.join(', ');
}
