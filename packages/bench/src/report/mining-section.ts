import { formatSeconds } from '@slipform/kit/format-number';
import { html, type Markup } from './html';
import type { MiningSummary } from './record';

/** What ConcretePlant made of the training captions. */
export function miningSection(mining: MiningSummary): Markup {
  const kinds = Object.entries(mining.byKind);
  return html`<h2 id="mining">Hard negatives</h2>
<p>ConcretePlant found ${mining.negatives.toLocaleString('en')} negatives for ${mining.covered.toLocaleString('en')} of ${mining.captions.toLocaleString('en')} training captions in ${formatSeconds(mining.seconds)}. Each was held against the facts of the scene that its caption describes (its things, colours and places); ${mining.discarded.toLocaleString('en')} more, which these facts don’t prove false, were left out.</p>
<section class="scroll" tabindex="0" aria-label="Hard negatives by slot and operation"><table>
<caption>By slot and operation, with samples</caption>
<thead><tr><th scope="col">slot, operation</th><th scope="col">negatives</th><th scope="col" class="text">caption → negative</th><th scope="col">concreteness</th></tr></thead>
<tbody>${kinds.map(([kind, count]) => {
    const sample = mining.samples.find((entry) => `${entry.slot} ${entry.operation}` === kind);
    return html`<tr><th scope="row">${kind}</th><td>${count.toLocaleString('en')}</td><td class="text">${sample ? `${sample.caption} → ${sample.negative}` : '–'}</td><td>${sample ? sample.concreteness.toFixed(2) : '–'}</td></tr>`;
  })}</tbody></table></section>`;
}
