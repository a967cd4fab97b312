import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Drawable, Icon } from '@slipform/icons';
import { InputError } from '@slipform/kit/errors/input-error';
import { abortSignal, defineOptions, integer, optional, type RowsFor } from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import type { RawImage } from '../encoders/encoder';
import type { Benchmark } from '../questions/benchmark';
import { importIcons } from './import-icons';

/** A drawing of openclipart with what its file says of it. */
interface ClipArt {
  /** Path within the folder. */
  readonly file: string;
  /** In small letters, without numbers and signs at its ends. */
  readonly title: string;
  /** Empty where it is not said. */
  readonly artist: string;
  /** The element `<svg>` with its content. */
  readonly svg: string;
}

/** What people write where a title is asked for. */
const NO_TITLE = /^(untitled|unknown|no title|new document.*|.*\.(svg|ai|eps|png))?$/;

/**
 * Reads the RDF that openclipart's files carry (Dublin Core, Creative Commons). Undefined for a drawing without a title, in
 * another licence than the public domain, or with entities of its own.
 */
export function readClipArt(text: string, file: string): ClipArt | undefined {
  const start = text.search(/<svg[\s>]/);
  const end = text.lastIndexOf('</svg>');
  if (start < 0 || end < start || text.includes('<!ENTITY')) return undefined;
  const svg = text.slice(start, end + '</svg>'.length);
  const work = /<(?:cc:)?Work\b.*?<\/(?:cc:)?Work>/s.exec(svg)?.[0] ?? '';
  if (!/<(?:cc:)?license\s+rdf:resource="[^"]*public_?domain/i.test(work)) return undefined;
  // Artists have titles too.
  const people = /<(dc:)?(creator|publisher|rights|contributor)>.*?<\/\1?\2>/gs;
  const title = cleanTitle(textOf(work.replace(people, '')));
  if (NO_TITLE.test(title)) return undefined;
  const artist = textOf(/<(?:dc:)?creator>.*?<\/(?:dc:)?creator>/s.exec(work)?.[0] ?? '');
  return { file, title, artist, svg };
}

/** The content of the first `<dc:title>`. */
function textOf(xml: string): string {
  const [, inside = ''] = /<(?:dc:)?title>([^<]*)</.exec(xml) ?? [];
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return inside
    .replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return named[name] ?? whole;
      const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
    })
    .replace(/\s+/g, ' ')
    .trim();
}

function cleanTitle(title: string): string {
  return title
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replace(/\s+/g, ' ');
}

/** Where Debian's package puts its drawings. */
const DEBIAN = '/usr/share/openclipart/svg';

export interface OpenclipartOptions {
  /** Edge of the pictures in pixels, from 8 to 1,024. Default 48. */
  readonly size?: number;
  readonly signal?: AbortSignal;
}

const table = defineOptions('openclipart', {
  size: optional(integer({ min: 8, max: 1024 }), 48),
  signal: optional(abortSignal()),
} satisfies RowsFor<OpenclipartOptions>);

/**
 * Retrieval of clip art by its titles: recall@1, 5 and 10 both ways, among the drawings of Debian's package
 * openclipart-svg, which people gave to the public domain. They are in colour, of hundreds of artists, and not of the kind
 * that icons are: how a model does outside of what it learned.
 *
 * Asked about are drawings whose title no other drawing has: a title of several names a collection. Numbers and signs at
 * the ends of titles are left out. Intervals hold for other artists.
 *
 * @param folder default `/usr/share/openclipart/svg`
 * @throws InputError if there is no such folder, or @slipform/icons, which draws, is not installed
 *
 * @example
 * const result = await evaluate(encoder, await openclipart());
 */
export async function openclipart(folder = '', options: OpenclipartOptions = {}): Promise<Benchmark> {
  const { size, signal } = table.read(options);
  if (typeof folder !== 'string') {
    throw new InputError(`openclipart: folder must be the name of a folder, got ${shown(folder)}.`);
  }
  const entries = withOwnTitles(await readFolder(folder === '' ? DEBIAN : folder, signal));
  const { drawIcons } = await importIcons('openclipart');
  const { readSvgFile } = await import('@slipform/icons');
  const icons = entries.flatMap((entry) => {
    const drawing = readSvgFile(entry.svg);
    return typeof drawing === 'string' ? [] : [iconOf(entry, drawing)];
  });
  const drawings = await drawIcons(icons, { size, ...(signal ? { signal } : {}) });
  const bytes = size * size * 3;
  const drawn = icons.flatMap(({ name, caption, artist }, at) => {
    if (!drawings.has(at)) return [];
    const data = drawings.pixels.slice(at * bytes, (at + 1) * bytes);
    const image: RawImage = { width: size, height: size, data, name };
    return [{ caption, artist, image }];
  });
  if (drawn.length < 2) {
    throw new InputError(
      `openclipart: ${folder || DEBIAN} holds ${drawn.length} drawings with titles of their own.`,
    );
  }
  return {
    name: 'Openclipart',
    questions: [],
    retrieval: {
      images: drawn.map(({ image }) => image),
      texts: drawn.map(({ caption }) => caption),
      imageOf: drawn.map((_, at) => at),
      traits: drawn.map(({ artist }) => ({ clusters: artist === '' ? {} : { artist } })),
      coverage: { scored: drawn.length, total: entries.length },
    },
    chance: 1 / drawn.length,
  };
}

async function readFolder(root: string, signal: AbortSignal | undefined): Promise<ClipArt[]> {
  const names = await readdir(root, { recursive: true }).catch(() => {
    throw new InputError(
      `openclipart: there is no folder ${root}; apt-get install openclipart-svg on Debian or Ubuntu, or pass the folder of its drawings.`,
    );
  });
  const found: ClipArt[] = [];
  const seen = new Set<string>();
  for (const name of names.filter((each) => each.endsWith('.svg')).sort()) {
    signal?.throwIfAborted();
    const text = await readFile(join(root, name), 'utf8').catch(() => '');
    // One drawing may lie in several folders.
    if (text === '' || seen.has(text)) continue;
    seen.add(text);
    const art = readClipArt(text, relative('.', name).split(sep).join('/'));
    if (art) found.push(art);
  }
  return found;
}

function withOwnTitles(all: readonly ClipArt[]): ClipArt[] {
  const counts = new Map<string, number>();
  for (const { title } of all) counts.set(title, (counts.get(title) ?? 0) + 1);
  return all.filter(({ title }) => counts.get(title) === 1);
}

function iconOf({ title, artist, file }: ClipArt, drawing: Drawable): Icon {
  const ofSet = { set: 'openclipart', artist, family: artist, style: '', variant: '' };
  const lists = { words: title.split(' '), aliases: [], tags: [], categories: [] };
  return { ...ofSet, ...lists, ...drawing, id: file, name: file, caption: title };
}
