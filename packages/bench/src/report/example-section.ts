import { formatSigned } from '@slipform/kit/text/format-number';
import { kindLabel } from './accuracy-section';
import { html, type Markup } from './html';
import type { Example } from './record';

/** Pictures with both captions and what each model answered. */
export function exampleSection(examples: readonly Example[]): Markup {
  return html`<h2 id="examples">Examples</h2>
<p>Chosen by a fixed rule from the test pictures: for each kind one that the models disagree on, where there is one, and one that they agree on, then some that all get wrong. A model’s lead is the cosine of the caption minus that of the false caption; above zero is right.</p>
<ul class="examples">${examples.map(
    (
      example,
    ) => html`<li class="example"><img src="${example.picture}" width="144" height="144" alt="${example.pictureText}">
<div><p class="kind">${kindLabel(example.kind)} · ${example.style}</p>
<p><span class="right" aria-hidden="true">✓</span> <span class="visually-hidden">Caption:</span> ${example.caption}</p>
<p><span class="wrong" aria-hidden="true">✗</span> <span class="visually-hidden">Negative:</span> ${example.negative}</p>
<table><caption class="visually-hidden">Leads of the models</caption><tbody>${example.answers.map(
      ({ model, right, wrong }) => {
        const lead = right - wrong;
        const isRight = lead > 0;
        return html`<tr><th scope="row">${model}</th><td>${formatSigned(lead, 3).replace('0.', '.')}</td><td class="${isRight ? 'right' : 'wrong'}">${isRight ? 'right' : 'wrong'}</td></tr>`;
      },
    )}</tbody></table></div></li>`,
  )}</ul>`;
}
