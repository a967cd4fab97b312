import { rowsOf } from '../lexicon/tables';
import { loadGraph, synsetOf } from '../wordnet/load-graph';

/** A row of lexicon/scale-heads.tsv: of what the words of a scale say what the scale means. */
interface Row {
  readonly heads: ReadonlySet<string>;
  readonly above: ReadonlySet<number>;
  readonly notAbove: ReadonlySet<number>;
}

let rows: ReadonlyMap<string, Row> | undefined;

function readRows(): ReadonlyMap<string, Row> {
  const synsetsOf = (cell: string) => new Set(cell === '' ? [] : cell.split(',').map(synsetOf));
  return new Map(
    rowsOf('scale-heads').flatMap(([words = '', of = '', heads = '', not = '']) => {
      const row: Row = {
        heads: new Set(heads.split(' ').map((word) => word.replaceAll('_', ' '))),
        above: synsetsOf(of),
        notAbove: synsetsOf(not),
      };
      return words.split(' ').map((word) => [word, row] as const);
    }),
  );
}

/** Whether a word on a scale means something else beside its head: the "full" of "full moon" is no amount. */
export function meansOtherwise(word: string, head: string): boolean {
  rows ??= readRows();
  const row = rows.get(word);
  if (row === undefined || row.heads.has(head)) return false;
  const { senses, parent } = loadGraph().noun;
  let isOfScale = false;
  for (const { synset } of (senses.get(head) ?? []).slice(0, maxSenses)) {
    for (let above = synset; above >= 0; above = parent[above]!) {
      if (row.notAbove.has(above)) return true;
      isOfScale ||= row.above.has(above);
    }
  }
  return !isOfScale;
}

/** The first senses of a head that are looked at; later ones are rare. */
const maxSenses = 2;

/**
 * Whether two words are one in WordNet, and no kind of what the second one names: a full moon is a time and a fried egg a
 * dish, while a brown bear is a bear.
 */
export function isUnit(first: string, second: string): boolean {
  const { senses, parent } = loadGraph().noun;
  const whole = senses.get(`${first} ${second}`)?.[0];
  if (whole === undefined) return false;
  const heads = new Set((senses.get(second) ?? []).map(({ synset }) => synset));
  for (let above = whole.synset; above >= 0; above = parent[above]!) if (heads.has(above)) return false;
  return true;
}

/** Whether two words are one in WordNet, in some sense a kind of what the second one names: a "red fox" is a fox. */
export function isKind(first: string, second: string): boolean {
  const { senses, parent } = loadGraph().noun;
  const heads = new Set((senses.get(second) ?? []).map(({ synset }) => synset));
  return (senses.get(`${first} ${second}`) ?? []).some(({ synset }) => {
    for (let above = synset; above >= 0; above = parent[above]!) if (heads.has(above)) return true;
    return false;
  });
}
