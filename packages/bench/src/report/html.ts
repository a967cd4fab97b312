/** Markup that is safe to insert as it stands. */
export class Markup {
  constructor(readonly text: string) {}
}

type Insertion = string | number | Markup | undefined | false | readonly Insertion[];

/**
 * A tagged template that escapes whatever it inserts, unless that is {@link Markup} itself; control characters, which HTML
 * has not, are shown as �.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Insertion[]): Markup {
  return new Markup(parts.reduce((text, part, index) => text + insert(values[index - 1]) + part));
}

function insert(value: Insertion): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(insert).join('');
  return String(value)
    .replace(/[^\P{Cc}\t\n]|\p{Surrogate}/gu, '�')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
