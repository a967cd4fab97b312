import text from '../../generated/lexicon';

const tables = new Map<string, readonly (readonly string[])[]>(
  text.split(/^#/m).flatMap((section) => {
    const [name = '', ...rows] = section.trimEnd().split('\n');
    return name === '' ? [] : [[name, rows.map((row) => row.split('\t'))] as const];
  }),
);

/** The cells of a table of lexicon/, row by row, without its header. @throws Error for a name that is no table's */
export function rowsOf(name: string): readonly (readonly string[])[] {
  const rows = tables.get(name);
  if (!rows) throw new Error(`lexicon: there is no table "${name}".`);
  return rows;
}
