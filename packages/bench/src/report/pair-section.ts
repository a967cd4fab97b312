import { html, type Markup } from './html';
import type { PairExample, PairScores } from './record';

/** Two pictures beside each other, and which caption each model gave to each; right, wrong and mixed. */
export function pairSection(pairs: readonly PairExample[]): Markup {
  return html`<h2 id="pairs">Questions, with what each model chose</h2>
<p>One artist drew both icons, and their names differ in one word. No model was trained on a picture by this artist. Under each icon stands the word of the name that the model finds nearer to it. The last column asks the other way round: does each of the two names find its icon? Only a model with all four ✓ has answered the question. A fixed rule chose the questions, nobody’s taste: first those that the models disagree on, then some that all answer, then some that none does; each word once.</p>
<ul class="pairs">${pairs.map(
    (pair) => html`<li class="pair"><table>
<caption>${pair.drawnBy} · concreteness ${pair.concreteness.toFixed(1)}</caption>
<thead><tr><td></td>${[0, 1].map(
      (at) =>
        html`<th scope="col"><img src="${pair.pictures[at]!}" width="96" height="96" alt="${`Picture named ${pair.captions[at]!}`}"><span>${marked(pair.captions[at]!, pair.words[at]!)}</span></th>`,
    )}<th scope="col">names find icons</th></tr></thead>
<tbody>${pair.answers.map(({ model, scores }) => {
      const chosen = captionsChosen(scores);
      const isRight = isGroupRight(scores);
      return html`<tr class="${isRight ? 'answered' : ''}"><th scope="row">${model}${isRight && html`<span class="visually-hidden">, question answered</span>`}</th>${[
        0, 1,
      ].map((at) => {
        const caption = chosen[at];
        if (caption === undefined) return html`<td class="wrong">neither</td>`;
        return html`<td class="${caption === at ? 'right' : 'wrong'}">${sign(caption === at)} ${pair.words[caption]!}</td>`;
      })}<td>${[0, 1].map((at) => html`<span class="${isFound(scores, at) ? 'right' : 'wrong'}">${sign(isFound(scores, at))}</span> `)}</td></tr>`;
    })}</tbody></table></li>`,
  )}</ul>`;
}

/** The caption that each picture is nearer to; undefined for a tie, which is wrong. */
function captionsChosen(scores: PairScores): readonly (0 | 1 | undefined)[] {
  return scores.map(([first, second]) => (first > second ? 0 : second > first ? 1 : undefined));
}

/** Whether a caption is nearer to its own picture than to the other one. */
function isFound(scores: PairScores, caption: number): boolean {
  return scores[caption]![caption]! > scores[1 - caption]![caption]!;
}

/** Both pictures find their caption, and both captions their picture. */
export function isGroupRight([[a, b], [c, d]]: PairScores): boolean {
  return a > b && d > c && a > c && d > b;
}

function sign(isRight: boolean): Markup {
  return isRight
    ? html`<span aria-hidden="true">✓</span><span class="visually-hidden">right:</span>`
    : html`<span aria-hidden="true">✗</span><span class="visually-hidden">wrong:</span>`;
}

/** A caption with the word that differs set apart. */
function marked(caption: string, word: string): Markup {
  const words = caption.split(' ');
  const at = words.lastIndexOf(word);
  return html`${words.map((each, index) => html`${index > 0 && ' '}${index === at ? html`<b>${each}</b>` : each}`)}`;
}
