import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { shareOf } from '../pairs/contrast';
import { type PairMeasure, RECALL } from '../pairs/measures';
import type { Judged } from './demo-judged';

/** What stands upwards in a panel, and its title. */
export type FrontierPanel = readonly [title: string, measure: PairMeasure];

const START = 'checkpoint';
const WIDTH = 1000;
const PANEL = { width: 370, height: 370 };
const COLOURS = '#1d1f24 #0072b2 #d55e00 #009e73 #a3478b #8a6d00 #4b5bb8 #b0303b #3f7f7f #6b6b6b'.split(' ');

/**
 * Binding against search as an SVG: one panel a measure, a numbered mark for each arm's mean and a dot for each of its seeds. Up and to
 * the right of the dashed cross an arm gains both on the checkpoint, where it is among them. Between the start and what an arm trained
 * (`InfoNCE, α 0.5`) a line leads through dots with their α.
 */
export function frontierSvg(
  { questions, answers }: Judged<string>,
  panels: readonly FrontierPanel[],
): string {
  const { document } = parseHTML('<html><body></body></html>');
  const isWhole = (arm: string) => !arm.includes(', α ');
  const arms = [...answers.keys()].filter(isWhole);
  const colourOf = (arm: string) => COLOURS[arms.indexOf(arm.split(', α ')[0]!) % COLOURS.length]!;
  const number = ({ arm }: { readonly arm: string }) => String(arms.indexOf(arm));
  const drawn = panels.map(([title, measure], at) => {
    const placed = (arm: string, own = answers.get(arm)!) => {
      const [x, y] = [RECALL, measure].map((each) => 100 * shareOf(each, questions, own).value);
      return { arm, x: x!, y: y!, colour: colourOf(arm), alpha: arm.split(', α ')[1] };
    };
    const means = [...answers.keys()].map((arm) => placed(arm));
    const whole = means.filter(({ arm }) => isWhole(arm));
    const part = means.filter(({ arm }) => !isWhole(arm));
    const start = means.filter(({ arm }) => arm === START);
    const seeds = arms.flatMap((arm) => [...answers.get(arm)!].map((own) => placed(arm, new Map([own]))));
    const lines = whole.flatMap((mean) => {
      const own = part.filter(({ arm }) => arm.startsWith(`${mean.arm}, α `));
      return own.length > 0 ? [[...start, ...own, mean]] : [];
    });
    const [across, dashed] = [
      { x: 'x', y: 'y' },
      { stroke: '#8a8d96', strokeDasharray: '4 4' },
    ] as const;
    const svg = Plot.plot({
      ...{ ...PANEL, document, marginLeft: 44, marginTop: 48, marginBottom: 44 },
      x: { label: 'recall@10, per cent', labelAnchor: 'center', labelArrow: 'none', grid: true, inset: 14 },
      y: { label: null, grid: true, inset: 14 },
      color: { type: 'identity' },
      marks: [
        Plot.ruleX(start, { x: 'x', ...dashed }),
        Plot.ruleY(start, { y: 'y', ...dashed }),
        ...lines.map((line) => Plot.line(line, { ...across, stroke: line.at(-1)!.colour })),
        Plot.dot(seeds, { ...across, r: 3, fill: 'colour', fillOpacity: 0.6 }),
        Plot.dot(part, { ...across, r: 4, fill: 'colour' }),
        Plot.text(part, { ...across, text: 'alpha', dy: -9, fill: 'colour' }),
        Plot.dot(whole, { ...across, r: 9, fill: 'colour', stroke: 'white' }),
        Plot.text(whole, { ...across, text: number, fill: 'white', fontWeight: 600 }),
      ],
    });
    svg.setAttribute('x', String(at * PANEL.width));
    return `${svg.outerHTML}<text x="${at * PANEL.width + 44}" y="24" font-weight="600">${escaped(title)}, per cent</text>`;
  });
  const legend = arms.map((arm, at) => {
    const [x, y] = [panels.length * PANEL.width + 24, 54 + 26 * at];
    return `<circle cx="${x}" cy="${y}" r="8" fill="${colourOf(arm)}"/><text x="${x}" y="${y + 4}" text-anchor="middle" font-size="11" font-weight="600" fill="white">${at}</text><text x="${x + 18}" y="${y + 4}">${escaped(arm === START ? `${arm} (the start)` : arm)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${PANEL.height}" width="${WIDTH}" height="${PANEL.height}" font-family="system-ui, sans-serif" font-size="13" fill="#1d1f24" role="img">
<title>Binding against search: ${arms.length} arms, each with a mean over its seeds</title>
<rect width="100%" height="100%" fill="white"/>
${[...drawn, ...legend].join('\n')}
</svg>
`;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
