import type { BlindScore } from './blind-score';
import { escapeHtml as e } from './escape-html';

const width = 340;

/** A histogram with its mean as a line. @param unit what the mean is of: "mean concreteness" */
export function histogram(
  name: string,
  mean: number,
  bins: readonly number[],
  edges: readonly number[],
  unit = 'mean concreteness',
): string {
  const height = 120;
  const [top, bottom, left, right] = [22, 20, 8, 8];
  const [low, high] = [edges[0] ?? 1, edges.at(-1) ?? 5];
  const x = (value: number) => left + ((value - low) / (high - low)) * (width - left - right);
  const most = Math.max(1, ...bins);
  const y = (times: number) => height - bottom - (times / most) * (height - top - bottom);
  const total = bins.reduce((sum, times) => sum + times, 0);
  const drawn = bins.map((times, i) => {
    const [from, to] = [edges[i] ?? low, edges[i + 1] ?? high];
    return `<rect class="bar" x="${round(x(from) + 0.5)}" y="${round(y(times))}" width="${round(x(to) - x(from) - 1)}" height="${round(height - bottom - y(times))}"><title>${from}–${to}: ${times}</title></rect>`;
  });
  const ticks = Array.from(
    { length: Math.floor(high) - Math.ceil(low) + 1 },
    (_, i) => Math.ceil(low) + i,
  ).map((value) => label(x(value), height - 5, String(value), 'middle'));
  return svg(
    height,
    `${name}: ${total} words, ${unit} ${mean.toFixed(2)}`,
    `${label(left, 13, name, 'start', 'title')}${label(width - right, 13, `${total}, mean ${mean.toFixed(2)}`, 'end')}
${drawn.join('')}
<line class="axis" x1="${left}" x2="${width - right}" y1="${height - bottom}" y2="${height - bottom}"/>
<line class="mean" x1="${round(x(mean))}" x2="${round(x(mean))}" y1="${top}" y2="${height - bottom}"/>
${ticks.join('')}`,
  );
}

/** Scores of the blind judge with their intervals, above the band of chance. */
export function scoreChart(scores: readonly (BlindScore & { readonly name: string })[]): string {
  const rowHeight = 26;
  const [top, bottom, left, right] = [8, 34, 84, 52];
  const height = top + scores.length * rowHeight + bottom;
  const least = Math.min(0.45, ...scores.map(({ interval }) => interval[0]));
  const low = Math.max(0, Math.floor(least * 20) / 20);
  const x = (value: number) => left + ((value - low) / (1 - low)) * (width - left - right);
  const rows = scores.map(({ name, score, interval, chance }, i) => {
    const middle = top + (i + 0.5) * rowHeight;
    const [from, to] = [Math.max(low, chance[0]), Math.min(1, chance[1])];
    return `<rect class="chance" x="${round(x(from))}" y="${round(middle - rowHeight / 2)}" width="${round(x(to) - x(from))}" height="${rowHeight}"/>
<line class="interval" x1="${round(x(interval[0]))}" x2="${round(x(interval[1]))}" y1="${middle}" y2="${middle}"/>
<circle class="dot" cx="${round(x(score))}" cy="${middle}" r="4"/>
${label(left - 10, middle + 4, name, 'end')}${label(width - right + 10, middle + 4, score.toFixed(3), 'start')}`;
  });
  const ticks = [0.25, 0.5, 0.75, 1]
    .filter((value) => value >= low)
    .map((value) => label(x(value), height - 18, `${value * 100} %`, 'middle'));
  return svg(
    height,
    `how often the fake is picked: ${scores.map(({ name, score }) => `${name} ${score.toFixed(3)}`).join(', ')}`,
    `${rows.join('\n')}
<line class="axis" x1="${round(x(0.5))}" x2="${round(x(0.5))}" y1="${top}" y2="${height - bottom}"/>
${ticks.join('')}${label(left + (width - left - right) / 2, height - 3, 'fake picked', 'middle')}`,
  );
}

/** Bars of shares, with their names. */
export function shareBars(title: string, counts: Readonly<Record<string, number>>, whole: number): string {
  const entries = Object.entries(counts);
  const rowHeight = 24;
  const longest = Math.max(0, ...entries.map(([name]) => name.length));
  const [top, left, right] = [22, Math.max(84, Math.min(130, 18 + 6.5 * longest)), 108];
  const height = top + Math.max(1, entries.length) * rowHeight + 4;
  const rows = entries.map(([name, times], i) => {
    const y = top + i * rowHeight;
    const length = (times / Math.max(1, whole)) * (width - left - right);
    return `<rect class="bar" x="${left}" y="${y + 4}" width="${round(Math.max(1, length))}" height="${rowHeight - 8}"/>
${label(left - 10, y + 16, name, 'end')}${label(left + length + 6, y + 16, `${times} (${Math.round((times / Math.max(1, whole)) * 1000) / 10} %)`, 'start')}`;
  });
  const body = rows.length > 0 ? rows.join('') : label(left, top + 16, 'not told', 'start');
  return svg(
    height,
    `${title}: ${entries.map(([name, times]) => `${name} ${times}`).join(', ') || 'not told'}`,
    label(8, 13, title, 'start', 'title') + body,
  );
}

function svg(height: number, description: string, body: string): string {
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${e(description)}">${body}</svg>`;
}

function label(
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end',
  kind = 'label',
): string {
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return `<text class="${kind}" x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${e(short)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
