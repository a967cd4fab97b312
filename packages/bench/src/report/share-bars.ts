import { html, type Markup } from './html';

/** Bars of plain boxes, as a table that can be read aloud. @param rows `share` is the bar's length, from 0 to 1 */
export function shareBars(
  title: string,
  rows: readonly { readonly name: string; readonly share: number; readonly text: string }[],
): Markup {
  return html`<table class="bars"><caption>${title}</caption>
<tbody>${rows.map(
    ({ name, share, text }) =>
      html`<tr><th scope="row">${name}</th><td><span class="bar" style="width:${(100 * share).toFixed(1)}%" aria-hidden="true"></span>${text}</td></tr>`,
  )}</tbody></table>`;
}
