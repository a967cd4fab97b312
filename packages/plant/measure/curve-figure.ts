/** The curve as a table and as a figure. */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Figures } from './figures';

export interface CurvePoint
  extends Pick<Figures, 'coverage' | 'near' | 'shortfall' | 'concreteness' | 'slots' | 'blind' | 'surprise'> {
  readonly set: string;
  readonly balance: 'none' | 'slots' | 'concreteness';
  readonly setting: string;
}

const themes = {
  light: { background: 'white', ink: '#1d1f24', colours: ['#0b66b0', '#b8560a', '#0a7a5c'] },
  dark: { background: '#0d1117', ink: '#e6e8eb', colours: ['#6cb6ff', '#f0a35e', '#57d0a8'] },
};

const balances = ['none', 'slots', 'concreteness'];

/** What a panel shows, from above. */
const rows: readonly (readonly [string, (point: CurvePoint) => number | null])[] = [
  ['concreteness', ({ concreteness }) => concreteness],
  ['objects, %', ({ slots }) => 100 * (slots.object ?? 0)],
  ['text-only', ({ blind }) => blind],
  ['surprisal', ({ surprise }) => surprise],
];

/** A row for each set and balance; a cell has a number for each setting, in the order of the first cell. */
export function curveTable(points: readonly CurvePoint[]): string {
  const number = (value: number | null, digits: number) => (value === null ? '–' : value.toFixed(digits));
  const percent = (share = 0) => (100 * share).toFixed(0);
  const columns: readonly (readonly [string, (point: CurvePoint) => string])[] = [
    ['policy', ({ setting }) => setting.replaceAll(' ', '')],
    ['coverage, %', ({ coverage }) => percent(coverage)],
    ['near, %', ({ near }) => percent(near)],
    ['mean', ({ concreteness }) => number(concreteness, 2)],
    ...(['object', 'attribute', 'action', 'relation', 'count'] as const).map(
      (slot) => [`${slot}, %`, ({ slots }: CurvePoint) => percent(slots[slot])] as const,
    ),
    ['text-only accuracy', ({ blind }) => number(blind, 3)],
    ['surprisal', ({ surprise }) => number(surprise, 2)],
  ];
  const headOf = ({ set, balance }: CurvePoint) => `${set} | ${balance}`;
  const heads = [...new Set(points.map(headOf))];
  return [
    `| set | balance | ${columns.map(([name]) => name).join(' | ')} |`,
    `| --- | --- | ${columns.map(() => '---').join(' | ')} |`,
    ...heads.map((head) => {
      const own = points.filter((point) => headOf(point) === head);
      const cells = columns.map(([, write]) => {
        const texts = own.map(write);
        return new Set(texts).size === 1 ? texts[0] : texts.join('/');
      });
      return `| ${head} | ${cells.join(' | ')} |`;
    }),
  ].join('\n');
}

/** A column for each set, a row for each measure, a line for each balance along the knob. */
export function drawCurve(points: readonly CurvePoint[], theme: keyof typeof themes): string {
  const { background, ink, colours } = themes[theme];
  const settings = [...new Set(points.map(({ setting }) => setting))];
  const sets = [...new Set(points.map(({ set }) => set))];
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const panelHeight = 118;
  const shown = rows.filter(([, numberOf]) => points.some((point) => numberOf(point) !== null));
  const parts = shown.map(([label, numberOf], row) => {
    const drawn = points.flatMap((point) => {
      const value = numberOf(point);
      return value === null ? [] : [{ ...point, value }];
    });
    const isLast = row === shown.length - 1;
    const svg = Plot.plot({
      document,
      width: 860,
      height: panelHeight + (row === 0 ? 24 : 0) + (isLast ? 34 : 0),
      marginTop: row === 0 ? 34 : 12,
      marginBottom: isLast ? 42 : 10,
      marginLeft: 66,
      marginRight: 20,
      style: { fontSize: '12px', fontFamily: 'system-ui, sans-serif' },
      x: { domain: settings, label: null, ...(isLast ? {} : { axis: null }), type: 'point', padding: 0.4 },
      y: { label, labelAnchor: 'center', grid: true, ticks: 4, nice: true },
      fx: { domain: sets, label: null, axis: row === 0 ? 'top' : null },
      color: { domain: balances, range: colours },
      marks: [
        Plot.line(drawn, { fx: 'set', x: 'setting', y: 'value', stroke: 'balance', strokeWidth: 1.8 }),
        Plot.dot(drawn, { fx: 'set', x: 'setting', y: 'value', fill: 'balance', r: 2.8 }),
      ],
    });
    return { svg, height: Number(svg.getAttribute('height')) };
  });
  let y = 22;
  const placed = parts.map(({ svg, height }) => {
    svg.setAttribute('y', String(y));
    y += height;
    return svg.outerHTML;
  });
  const legend = balances.map(
    (name, i) =>
      `<circle cx="${60 + i * 190}" cy="12" r="4" fill="${colours[i]}"/><text x="${70 + i * 190}" y="16">balance: ${name}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="860" height="${y}" viewBox="0 0 860 ${y}" font-family="system-ui, sans-serif" font-size="12" fill="${ink}" color="${ink}"><rect width="860" height="${y}" fill="${background}"/>${legend.join('')}
${placed.join('\n')}
</svg>
`;
}
