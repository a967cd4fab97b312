/** A drawing of openclipart with what its file says of it. */
export interface ClipArt {
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
