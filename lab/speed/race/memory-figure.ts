import type { Racer } from './report';

/** Colours after Okabe and Ito, whose hues and lightness differ for colour-blind eyes too. */
export const figureThemes = {
  light: {
    background: 'white',
    ink: '#1d1f24',
    colours: ['#1d1f24', '#d55e00', '#b8609a', '#0072b2', '#56b4e9', '#e69f00', '#009e73'],
  },
  dark: {
    background: '#0d1117',
    ink: '#e6e8eb',
    colours: ['#e6e8eb', '#ff8b4d', '#e3a3c4', '#4f9fe0', '#a6dcff', '#f0c04a', '#3fd0a4'],
  },
} as const;

export type FigureTheme = keyof typeof figureThemes;

const [width, plotHeight, left, right, top] = [890, 260, 66, 370, 16] as const;

/** Resident memory (MiB, from 0) over images, slices of `each`; a line for each side, named at its end. */
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
  // From the top down, a line of text apart at least.
  let free = top;
  const names = racers
    .map(({ name, resident }, at) => ({
      name,
      end: y(resident.at(-1) ?? 0),
      colour: colours[at % colours.length],
    }))
    .sort((one, other) => one.end - other.end)
    .map(({ name, end, colour }) => {
      const place = round(Math.max(end, free));
      free = place + 15;
      return `<path d="M${width - right} ${end}L${width - right + 30} ${place}" stroke="${colour}" stroke-dasharray="2 2"/><circle cx="${width - right + 30}" cy="${place}" r="3.5" fill="${colour}"/><text x="${width - right + 38}" y="${round(place + 4)}">${name}</text>`;
    });
  const height = Math.max(bottom + 30, free);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="${ink}"><title>Resident memory over images embedded</title><rect width="${width}" height="${height}" fill="${background}"/>
${[...grid, ...marks, ...lines, ...names].join('\n')}
</svg>
`;
}

const round = (value: number) => Math.round(10 * value) / 10;
