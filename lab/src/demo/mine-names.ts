import { createPlant, type HardNegative } from '@slipform/plant';
import type { HardCaption, IconExample } from '../icons/icon-example';
import type { IconWorld } from '../icons/icon-world';
import type { MinedNegatives } from '../run';

/** What ConcretePlant made of the names of icons. */
export interface MinedNames {
  /** For each example its hard captions; one that names another icon of the same artist has that icon's row. */
  readonly byExample: readonly (readonly HardCaption[])[];
  readonly records: readonly HardNegative[];
  readonly seconds: number;
}

export interface MineNamesOptions extends Pick<MinedNegatives, 'policy' | 'perCaption' | 'operations'> {
  readonly seed: number;
  /** Changes that are left out, such as those of questions: two words in alphabetical order. */
  readonly without?: ReadonlySet<string>;
  /** Called at the start and behind each set. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Two words as one text, whichever comes first. */
export function wordPair(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/**
 * Mines each set's names together, so that a natural partner is an icon by the same hand. What else an icon is called
 * (aliases and tags) are siblings of its name: no negative says one of them.
 */
export function mineNames(
  { icons }: IconWorld,
  examples: readonly IconExample[],
  { policy, perCaption, operations, seed, without = new Set(), onProgress }: MineNamesOptions,
): MinedNames {
  const start = performance.now();
  const plant = createPlant({ policy, perCaption, seed, ...(operations ? { operations } : {}) });
  const byExample: HardCaption[][] = examples.map(() => []);
  const records: HardNegative[] = [];
  let done = 0;
  onProgress?.(done, examples.length);
  for (const members of bySet(icons, examples)) {
    const groups = plant.mineGroups(
      members.map((index) => {
        const own = examples[index]!.rows.map((row) => icons[row]!);
        const siblings = [...new Set(own.flatMap(({ aliases, tags }) => [...aliases, ...tags]))];
        return { caption: own[0]!.caption, id: String(index), siblings };
      }),
    );
    for (const [place, { negatives }] of groups.entries()) {
      for (const record of negatives) {
        if (without.has(wordPair(record.keyword.text, record.replacement.text))) continue;
        records.push(record);
        byExample[members[place]!]!.push(hardCaption(record, examples));
      }
    }
    done += members.length;
    onProgress?.(done, examples.length);
  }
  return { byExample, records, seconds: (performance.now() - start) / 1000 };
}

function hardCaption(record: HardNegative, examples: readonly IconExample[]): HardCaption {
  const { negative, concreteness, operation, partner } = record;
  const row = operation === 'natural' ? examples[Number(partner)]?.rows[0] : undefined;
  return { text: negative, concreteness, ...(row === undefined ? {} : { row }) };
}

/** Indices of the examples of each set. */
function bySet(icons: IconWorld['icons'], examples: readonly IconExample[]): number[][] {
  const sets = new Map<string, number[]>();
  for (const [index, { rows }] of examples.entries()) {
    const { set } = icons[rows[0]!]!;
    const members = sets.get(set);
    if (members) members.push(index);
    else sets.set(set, [index]);
  }
  return [...sets.values()];
}
