import { html, type Markup } from './html';
import type { PairExample, PairScores } from './record';

/** How far the right way to put two pictures and two captions together is ahead of the wrong one. */
export function leadOf([[a, b], [c, d]]: PairScores): number {
  return a + d - (b + c);
}

const OUTCOMES = [
  ['right', '✓', 'gives each picture its own caption.', 'give each picture its own caption.'],
  ['wrong', '✗', 'exchanges the two captions.', 'exchange the two captions.'],
  ['tied', '–', 'finds no difference.', 'find no difference.'],
] as const;

/** One question for who reads nothing else: two pictures, their captions, and who was right, in words. */
export function openingFigure({ drawnBy, pictures, captions, answers }: PairExample): Markup {
  const outcomeOf = (scores: PairScores) => {
    const lead = leadOf(scores);
    return lead > 0 ? 'right' : lead < 0 ? 'wrong' : 'tied';
  };
  return html`<figure class="opening">
<div>${pictures.map(
    (picture, at) =>
      html`<p><img src="${picture}" width="192" height="192" alt="${`Picture ${at + 1}`}"><span>“${captions[at]!}”</span></p>`,
  )}</div>
<ul>${OUTCOMES.map(([outcome, sign, one, more]) => {
    const models = answers.filter(({ scores }) => outcomeOf(scores) === outcome).map(({ model }) => model);
    if (models.length === 0) return false;
    return html`<li class="${outcome}"><span aria-hidden="true">${sign}</span> <b>${joined(models)}</b> ${models.length === 1 ? one : more}</li>`;
  })}</ul>
<figcaption>Each model was shown both pictures (drawn by ${drawnBy}) and both captions, and had to say which belongs to which. A fixed rule chose this question; how many each answers stands below.</figcaption>
</figure>`;
}

function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
