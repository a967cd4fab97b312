import type { Racer } from './report';

export const figureThemes = {
  light: {
    background: 'white',
    ink: '#1d1f24',
    colours: ['#0b66b0', '#b8560a', '#0a7a5c', '#8a3ea8', '#b3261e', '#5b6770', '#9a7400'],
  },
  dark: {
    background: '#0d1117',
    ink: '#e6e8eb',
    colours: ['#6cb6ff', '#f0a35e', '#57d0a8', '#d39bee', '#ff8b82', '#a8b3bd', '#e3c34f'],
  },
} as const;

export type FigureTheme = keyof typeof figureThemes;

const [width, plotHeight, left, right, top] = [860, 260, 66, 20, 16] as const;

/** Resident memory (MiB, from 0) over images, slices of `each`; a line for each side, named below. */
export function memoryFigure(racers: readonly Racer[], each: number, theme: FigureTheme): string {
  const { background, ink, colours } = figureThemes[theme];
  const most = Math.max(...racers.flatMap(({ resident }) => resident));
  const power = 10 ** Math.floor(Math.log10(most / 4));
  const end = 4 * power * [1, 2, 2.5, 5, 10].find((nice) => 4 * nice * power >= most)!;
  const slices = Math.max(...racers.map(({ resident }) => resident.length));
  const x = (slice: number) => round(left + ((width - left - right) * slice) / slices);
  const y = (mib: number) => round(top + plotHeight * (1 - mib / end));
  const grid = Array.from({ length: 5 }, (_, part) => (part * end) / 4).map(
    (mib) =>
      `<path d="M${left} ${y(mib)}H${width - right}" stroke="${ink}" stroke-opacity=".12"/><text x="${left - 8}" y="${y(mib) + 4}" text-anchor="end">${mib}${mib === end ? ' MiB' : ''}</text>`,
  );
  const bottom = top + plotHeight;
  const marks = [0, 0.25, 0.5, 0.75, 1].map(
    (part) =>
      `<text x="${x(part * slices)}" y="${bottom + 18}" text-anchor="${part === 1 ? 'end' : 'middle'}">${(part * slices * each).toLocaleString('en')}${part === 1 ? ' images' : ''}</text>`,
  );
  const lines = racers.map(({ resident }, at) => {
    const points = resident.map((mib, slice) => `${x(slice + 1)},${y(mib)}`).join(' ');
    return `<polyline points="${points}" fill="none" stroke="${colours[at % colours.length]}" stroke-width="1.8"/>`;
  });
  const legend = racers.map(({ name }, at) => {
    const [column, line] = [at % 2, Math.floor(at / 2)];
    const [cx, cy] = [left + column * 400, bottom + 46 + line * 18];
    return `<circle cx="${cx}" cy="${cy}" r="4" fill="${colours[at % colours.length]}"/><text x="${cx + 10}" y="${cy + 4}">${name}</text>`;
  });
  const height = bottom + 46 + 18 * Math.ceil(racers.length / 2);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="${ink}"><title>Resident memory over images embedded</title><rect width="${width}" height="${height}" fill="${background}"/>
${[...grid, ...marks, ...lines, ...legend].join('\n')}
</svg>
`;
}

const round = (value: number) => Math.round(10 * value) / 10;
