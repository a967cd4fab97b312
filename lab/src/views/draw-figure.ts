import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** A figure as SVG, on paper of its own: READMEs are read in the dark as well. */
export function drawFigure(options: Plot.PlotOptions): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = Plot.plot({
    ...options,
    document,
    style: { fontSize: '13px', fontFamily: 'system-ui, sans-serif' },
  });
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('font-size', '13');
  svg.setAttribute('font-family', 'system-ui, sans-serif');
  svg.setAttribute('style', 'background: white; color: #1d1f24');
  return `${svg.outerHTML}\n`;
}
