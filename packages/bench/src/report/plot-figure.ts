import * as Plot from '@observablehq/plot';
import { InputError } from '@slipform/kit/errors/input-error';
import { html, Markup } from './html';

export interface FigureText {
  readonly title: string;
  /** Read aloud in place of the drawing. */
  readonly description: string;
  readonly note?: Markup | string;
}

/** Draws an Observable Plot as inline SVG inside a figure with a title, a spoken description and a note. */
export function plotFigure(options: Plot.PlotOptions, { title, description, note }: FigureText): Markup {
  const document = createDocument();
  const svg = Plot.plot({ width: 420, height: 250, marginTop: 28, marginBottom: 42, ...options, document });
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', description);
  svg.setAttribute('font-size', '12');
  // Plot names its groups, which nobody may do for elements without a role; the description says it all.
  for (const group of svg.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
  return html`<figure><h3>${title}</h3>${new Markup(svg.outerHTML)}${note ? html`<figcaption>${note}</figcaption>` : ''}</figure>`;
}

/** The colour of the n-th model, as a style variable that follows light and dark. */
export function modelColour(index: number): string {
  return `var(--model-${index % 6})`;
}

/** A legend in words and dots, above figures that share it. */
export function colourKey(entries: readonly { readonly label: string; readonly colour: string }[]): Markup {
  return html`<ul class="key" aria-label="Colours">${entries.map(
    ({ label, colour }) =>
      html`<li><span class="dot" style="color:${new Markup(colour)}" aria-hidden="true"></span>${label}</li>`,
  )}</ul>`;
}

/**
 * A DOM document to draw SVG in: the page's own in a browser, linkedom's in Node.
 *
 * linkedom is required when it is needed, and not imported: it would lie in every browser bundle, together with its
 * optional native canvas, for nothing.
 */
function createDocument(): Document {
  if (typeof document !== 'undefined') return document;
  if (typeof process === 'undefined') {
    throw new InputError(
      'The figures of a report are drawn in a document, of a page or of Node, and a Web Worker has none; send the results to the page and render the report there.',
    );
  }
  const { createRequire } = process.getBuiltinModule('node:module');
  const { parseHTML }: typeof import('linkedom') = createRequire(import.meta.url)('linkedom');
  return parseHTML('<html><body></body></html>').document;
}
