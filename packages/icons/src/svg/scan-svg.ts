import { quoted } from '@slipform/kit/text/printable';
import { Objection } from './objection';

/** An element as it was parsed: entities are characters here. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements, and the text between them where it is not blank. */
  readonly children: readonly (SvgElement | string)[];
}

/** Elements within each other, and elements in all. */
const maxLevels = 100;
const maxElements = 100_000;

const name = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const opening = new RegExp(`<(${name})`, 'y');
const attribute = new RegExp(`\\s+(${name})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'y');
const ending = /\s*(\/?)>/y;
const closing = new RegExp(`</(${name})\\s*>`, 'y');
/** What a file may have and a drawing within another document may not: where it begins, and ends. */
const asides = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
] as const;
/** Without a subset, which could define entities. */
const documentType = /<!DOCTYPE[^[\]<>]*>/y;

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const reference = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi;
const strayReference = /&(?!(?:amp|lt|gt|quot|apos);)/;
const strayFileReference = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/;
const isAscii = /^[\t\n\r -~]*$/;
const noCharacter = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * Reads SVG strictly, as XML with elements, attributes, text and the five entities, so that no other parser can see more in
 * it than this one did.
 *
 * @param isFile also allows what a whole file has: a declaration, a document type without a subset, comments, CDATA and
 *   characters by number
 * @throws {Objection} for all else
 */
export function scanSvg(text: string, isFile = false): SvgElement['children'] {
  const stray = (isFile ? strayFileReference : strayReference).exec(text);
  if (stray) {
    throw new Objection(
      `it has the entity ${near(text, stray.index)}; only &amp; &lt; &gt; &quot; &apos; are read`,
    );
  }
  if (!isAscii.test(text) && noCharacter.test(text))
    throw new Objection('it has a character that XML can’t hold');
  const top: (SvgElement | string)[] = [];
  const open: { readonly name: string; readonly children: (SvgElement | string)[] }[] = [
    { name: '', children: top },
  ];
  let elements = 0;
  let at = 0;
  const next = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at < text.length) {
    const parent = open.at(-1)!;
    const end = text.indexOf('<', at);
    const words = text.slice(at, end === -1 ? text.length : end);
    if (/\S/.test(words)) parent.children.push(decoded(words));
    if (end === -1) break;
    at = end;
    const left = next(closing);
    if (left) {
      if (open.length === 1 || left[1] !== parent.name) {
        throw new Objection(`it is not well-formed: ${near(text, end)} closes what is not open`);
      }
      open.pop();
      continue;
    }
    const started = next(opening);
    if (!started) {
      const [begin, finish] = asides.find(([mark]) => text.startsWith(mark, at)) ?? [];
      const stop = isFile && finish !== undefined ? text.indexOf(finish, at + begin!.length) : -1;
      if (stop === -1 && !(isFile && next(documentType))) {
        throw new Objection(`it is not well-formed, or no plain SVG: ${near(text, at)}`);
      }
      if (begin === '<![CDATA[') parent.children.push(text.slice(at + begin.length, stop));
      if (stop !== -1) at = stop + finish!.length;
      continue;
    }
    const attributes = new Map<string, string>();
    for (let found = next(attribute); found; found = next(attribute)) {
      if (attributes.has(found[1]!))
        throw new Objection(`it has the attribute ${found[1]} twice in one element`);
      attributes.set(found[1]!, decoded(found[2] ?? found[3]!));
    }
    const closed = next(ending);
    if (!closed) throw new Objection(`it is not well-formed: ${near(text, at)} in <${started[1]}>`);
    elements += 1;
    if (elements > maxElements) throw new Objection(`it has more than ${maxElements} elements`);
    const children: (SvgElement | string)[] = [];
    parent.children.push({ name: started[1]!, attributes, children });
    if (closed[1] === '/') continue;
    open.push({ name: started[1]!, children });
    if (open.length > maxLevels)
      throw new Objection(`it has elements within each other more than ${maxLevels} deep`);
  }
  if (open.length > 1) throw new Objection(`it is not well-formed: <${open.at(-1)!.name}> is not closed`);
  return top;
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (_, entity?: string, decimal?: string, hex?: string) => {
    if (entity !== undefined) return characters[entity.toLowerCase()]!;
    const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

function near(text: string, at: number): string {
  return quoted(text.slice(at, at + 40));
}
