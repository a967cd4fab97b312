import type { CatalogSet } from './catalog';

/** What is searched; an empty text is anything. */
export interface Filters {
  readonly set: string;
  readonly artist: string;
  readonly licence: string;
  /** One of {@link looks}. */
  readonly look: string;
}

export const noFilters: Filters = { set: '', artist: '', licence: '', look: '' };

/** What names say of the style, in three kinds; each artist has words of his own for them. */
export const looks: readonly { readonly look: string; readonly text: string; readonly styles: RegExp }[] = [
  { look: 'line', text: 'Line', styles: /\b(line|outline|linear|thin|light|regular|stroke)\b/ },
  { look: 'filled', text: 'Filled', styles: /\b(fill|filled|solid|bold|sharp)\b/ },
  { look: 'plain', text: 'No style in the name', styles: /^[\d\spx]*$/ },
];

/** Whether icons of a set are searched at all. */
export function takesSet(filters: Filters, { set, artist, licence }: CatalogSet): boolean {
  return (
    (filters.set === '' || filters.set === set) &&
    (filters.artist === '' || filters.artist === artist) &&
    (filters.licence === '' || filters.licence === licence)
  );
}

/** Whether a style is searched, for each style of a set. */
export function takesStyles(filters: Filters, styles: readonly string[]): readonly boolean[] {
  const kind = looks.find(({ look }) => look === filters.look);
  return styles.map((style) => kind === undefined || kind.styles.test(style));
}
