import {
  choice,
  defineOptions,
  integer,
  misfit,
  optional,
  type RowsFor,
  text,
} from '@slipform/kit/options/options';
import { sheetMarkup } from '../svg/sheet-markup';
import { type Drawable, whyNotDrawn } from '../svg/why-not-drawn';
import { linesOf, xmlOf } from './sheet-text';

/** An icon of a sheet, with what stands below it. */
export interface SheetIcon {
  readonly icon: Drawable;
  /** Its caption, or its artist. */
  readonly label?: string;
  /** A word of the label that stands out: the one in which two captions differ. */
  readonly strong?: string;
}

/** Icons that stand together: one, or a pair. */
export interface SheetGroup {
  readonly icons: readonly SheetIcon[];
  /** What stands below the group, in a fainter colour. */
  readonly title?: string;
}

export interface ContactSheetOptions {
  /** Groups in a row. Default: 5. */
  readonly columns?: number;
  /** Edge of an icon in pixels. Default: 48. */
  readonly size?: number;
  /** What the picture is, for people who can't see it. Default: `Icons`. */
  readonly title?: string;
  /** `auto` is light or dark as the reader's system is. Default: `auto`. */
  readonly theme?: 'auto' | 'light' | 'dark';
}

const table = defineOptions('contactSheet', {
  columns: optional(integer({ min: 1, max: 100 }), 5),
  size: optional(integer({ min: 8, max: 512 }), 48),
  title: optional(text('a title'), 'Icons'),
  theme: optional(choice(['auto', 'light', 'dark']), 'auto'),
} satisfies RowsFor<ContactSheetOptions>);

interface Theme {
  readonly paper: string;
  readonly line: string;
  readonly ink: string;
  readonly words: string;
  readonly strong: string;
  readonly faint: string;
}

const light: Theme = {
  paper: '#ffffff',
  line: '#d8dee4',
  ink: '#1f2328',
  words: '#424a53',
  strong: '#0a58ca',
  faint: '#6e7781',
};
const dark: Theme = {
  paper: '#0d1117',
  line: '#30363d',
  ink: '#f0f6fc',
  words: '#c9d1d9',
  strong: '#6cb6ff',
  faint: '#8b949e',
};

const font = "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif";
const labelSize = 12;
const titleSize = 11;
const lineHeight = 15;
const margin = 20;

/**
 * A labelled sheet of icons as one SVG document, for a README or a page: real text, sharp at every size, light or dark as
 * its reader has it. Groups stand in rows, all as wide as the widest. A drawing that `drawIcons` would not draw for what it
 * asks for leaves its place empty. The same icons give the same bytes.
 *
 * @throws {InputError} for an option that breaks its rule
 *
 * @example
 * const svg = contactSheet([{ icons: [{ icon, label: icon.caption }] }], { columns: 1 });
 */
export function contactSheet(groups: readonly SheetGroup[], options: ContactSheetOptions = {}): string {
  const areGroups: boolean = Array.isArray(groups) && groups.every((group) => Array.isArray(group?.icons));
  if (!areGroups) throw misfit('contactSheet', 'groups', 'a list of { icons }', groups);
  const { columns, size, title, theme } = table.read(options);
  const colours = theme === 'dark' ? dark : light;
  const step = size + Math.max(40, size);
  const most = Math.max(1, ...groups.map(({ icons }) => icons.length));
  const [hasLabels, hasTitles] = [
    groups.some(({ icons }) => icons.some(({ label }) => label !== undefined)),
    groups.some((group) => group.title !== undefined),
  ];
  const frame = most > 1 ? 10 : 0;
  const groupWidth = most * step + 2 * frame;
  const groupHeight =
    2 * frame + 8 + size + (hasLabels ? 2 * lineHeight + 8 : 8) + (hasTitles ? lineHeight + 4 : 0);
  const gap = frame === 0 ? 0 : 14;
  const rowGap = frame === 0 ? 12 : 14;
  const across = Math.max(1, Math.min(columns, groups.length));
  const width = 2 * margin + across * groupWidth + (across - 1) * gap;
  const rows = Math.ceil(groups.length / across);
  const height = 2 * margin + rows * groupHeight + Math.max(0, rows - 1) * rowGap;
  const drawn = groups.map((group, at) => {
    const left = margin + (at % across) * (groupWidth + gap);
    const top = margin + Math.floor(at / across) * (groupHeight + rowGap);
    const box =
      frame === 0
        ? ''
        : `<rect x="${left}" y="${top}" width="${groupWidth}" height="${groupHeight}" rx="8" fill="none" class="line" stroke="${colours.line}"/>`;
    const offset = left + frame + ((most - group.icons.length) * step) / 2;
    const icons = group.icons.map((icon, index) =>
      iconOf(icon, offset + index * step, top + frame + 8, `i${at}-${index}-`),
    );
    const below =
      group.title === undefined
        ? ''
        : titleOf(group.title, left + groupWidth / 2, top + groupHeight - frame - 4);
    return box + icons.join('') + below;
  });

  function iconOf({ icon, label, strong }: SheetIcon, left: number, top: number, prefix: string): string {
    const middle = left + step / 2;
    const picture =
      whyNotDrawn(icon) === undefined
        ? `<svg x="${middle - size / 2}" y="${top}" width="${size}" height="${size}" viewBox="${icon.left} ${icon.top} ${icon.width} ${icon.height}" class="ink" aria-hidden="true" color="${colours.ink}">${sheetMarkup(icon.body, prefix)}</svg>`
        : '';
    const lines = label === undefined ? [] : linesOf(label, step - 8, labelSize);
    const words = lines.map(
      (line, at) =>
        `<text x="${middle}" y="${top + size + 20 + at * lineHeight}" font-size="${labelSize}" class="words" fill="${colours.words}">${marked(line, strong)}</text>`,
    );
    return picture + words.join('');
  }

  function marked(line: string, strong: string | undefined): string {
    if (strong === undefined) return xmlOf(line);
    return line
      .split(' ')
      .map((word) =>
        word === strong
          ? `<tspan font-weight="600" class="strong" fill="${colours.strong}">${xmlOf(word)}</tspan>`
          : xmlOf(word),
      )
      .join(' ');
  }

  function titleOf(words: string, x: number, y: number): string {
    const [line = ''] = linesOf(words, groupWidth - 8, titleSize);
    return `<text x="${x}" y="${y}" font-size="${titleSize}" class="faint" fill="${colours.faint}">${xmlOf(line)}</text>`;
  }

  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${font}" text-anchor="middle">` +
    `<title>${xmlOf(title)}</title>${theme === 'auto' ? darkStyle() : ''}` +
    `<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="12" class="paper line" fill="${colours.paper}" stroke="${colours.line}"/>` +
    `${drawn.join('\n')}</svg>\n`
  );
}

/** For a reader whose system is dark. A renderer that knows no such rule keeps the light colours. */
function darkStyle(): string {
  const { paper, line, ink, words, strong, faint } = dark;
  return (
    '<style>@media (prefers-color-scheme: dark) { ' +
    `.line { stroke: ${line} } .paper { fill: ${paper} } .ink { color: ${ink} } ` +
    `.words { fill: ${words} } .strong { fill: ${strong} } .faint { fill: ${faint} } }</style>`
  );
}
