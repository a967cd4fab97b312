import { formatSeconds } from '@slipform/kit/text/format-number';
import { html, type Markup } from './html';
import type { MiningSummary } from './record';
import { shareBars } from './share-bars';

/** What ConcretePlant made of the training captions. */
export function miningSection(mining: MiningSummary): Markup {
  const { negatives, covered, captions, seconds, discarded, samples, note, bands = [] } = mining;
  const hasPictures = samples.some(({ picture }) => picture !== undefined);
  return html`<h2 id="mining">Hard negatives</h2>
<p>ConcretePlant found ${negatives.toLocaleString('en')} negatives for ${covered.toLocaleString('en')} of ${captions.toLocaleString('en')} training captions in ${formatSeconds(seconds)}.${
    discarded !== undefined &&
    ` Each was held against the facts of the scene that its caption describes (its things, colours and places); ${discarded.toLocaleString('en')} more, which these facts don’t prove false, were left out.`
  }</p>
${note !== undefined && html`<p>${note}</p>`}
${bands.length > 0 && bandsFigure(bands)}
${hasPictures ? pictured(samples) : byKind(mining)}`;
}

function byKind({ byKind: kinds, samples }: MiningSummary): Markup {
  return html`<section class="scroll" tabindex="0" aria-label="Hard negatives by slot and operation"><table>
<caption>By slot and operation, with samples</caption>
<thead><tr><th scope="col">slot, operation</th><th scope="col">negatives</th><th scope="col" class="text">caption → negative</th><th scope="col">concreteness</th></tr></thead>
<tbody>${Object.entries(kinds).map(([kind, count]) => {
    const sample = samples.find((entry) => `${entry.slot} ${entry.operation}` === kind);
    return html`<tr><th scope="row">${kind}</th><td>${count.toLocaleString('en')}</td><td class="text">${sample ? `${sample.caption} → ${sample.negative}` : '–'}</td><td>${sample ? sample.concreteness.toFixed(2) : '–'}</td></tr>`;
  })}</tbody></table></section>`;
}

/** Samples with the picture of the caption, and of the negative where there is one. */
function pictured(samples: MiningSummary['samples']): Markup {
  const picture = (source: string | undefined, name: string) =>
    source
      ? html`<img src="${source}" width="64" height="64" alt="${`Picture named ${name}`}">`
      : html`<span class="blank" aria-hidden="true"></span>`;
  return html`<ul class="mined">${samples.map(
    ({ caption, negative, concreteness, slot, operation, picture: own, negativePicture }) =>
      html`<li>${picture(own, caption)}<span class="arrow" aria-hidden="true">→</span>${picture(negativePicture, negative)}
<p><b>${caption}</b> → ${negative}<br><small>${[slot, operation].filter(Boolean).join(', ')}; concreteness ${concreteness.toFixed(1)}</small></p></li>`,
  )}</ul>`;
}

/** How many negatives change a word of which concreteness. */
function bandsFigure(bands: NonNullable<MiningSummary['bands']>): Markup {
  const most = Math.max(1, ...bands.map(({ negatives }) => negatives));
  return shareBars(
    'How concrete the changed words are, from 1 (abstract) to 5 (concrete)',
    bands.map(({ from, negatives }, index) => ({
      name: `${from.toFixed(1)}–${(bands[index + 1]?.from ?? 5).toFixed(1)}`,
      share: negatives / most,
      text: negatives.toLocaleString('en'),
    })),
  );
}
