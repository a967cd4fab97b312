import { places, words } from '#pictured';

/** What a word of a caption may be drawn as. */
export interface Entry {
  /** `place`: the background. `person`, `fixed`: never tinted. `hat` and `clothes` are worn, so they lie above or below a head. `none`: not drawn, whatever its parts name. */
  readonly kind: 'person' | 'animal' | 'thing' | 'hat' | 'clothes' | 'fixed' | 'place' | 'none';
  /** Index of a drawing, or of a place. */
  readonly drawing: number;
  /** The caption must have one of these words too: a mouse beside a keyboard is another one. */
  readonly beside: readonly string[];
}

interface Match {
  /** How many words it takes. */
  readonly length: number;
  readonly entry: Entry;
}

/** By the lemmas of its words, joined by blanks. */
const entries = new Map<string, Entry[]>();
let maxWords = 1;

function enter(names: readonly string[], entry: Entry): void {
  for (const name of names) {
    const known = entries.get(name);
    if (known) known.push(entry);
    else entries.set(name, [entry]);
    maxWords = Math.max(maxWords, name.split(' ').length);
  }
}

for (const [drawing, kind, names, beside] of words) enter(names, { kind, drawing, beside });
for (const [drawing, { names }] of places.entries()) enter(names, { kind: 'place', drawing, beside: [] });

/** The longest entry of the table that begins at a word; `isNoun` tells of a word whether an entry may end in it. */
export function matchAt(
  lemmas: readonly string[],
  at: number,
  isNoun: (index: number) => boolean,
): Match | undefined {
  for (let length = Math.min(maxWords, lemmas.length - at); length > 0; length -= 1) {
    if (!isNoun(at + length - 1)) continue;
    const found = entries.get(lemmas.slice(at, at + length).join(' '));
    const entry = found?.find(
      ({ beside }) => beside.length === 0 || beside.some((word) => lemmas.includes(word)),
    );
    if (entry) return { length, entry };
  }
  return undefined;
}
