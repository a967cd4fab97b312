import { createRandom, type Random } from '../statistics/random';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What somebody else's file, or a slip of an editor, has where another value is meant. */
const FOREIGN: readonly Json[] = [
  ...[
    null,
    true,
    false,
    0,
    -0,
    -1,
    0.5,
    1e9,
    -1e9,
    1e300,
    Number.MAX_VALUE,
    2 ** 53,
    '',
    'x',
    '0.5',
    'constructor',
  ],
  ...['\u001b[31mred', 'a\nb', '\u202eevil', '__proto__', 'x'.repeat(5000)],
  ...[
    [],
    {},
    [null],
    [[]],
    [{}],
    { value: 1 },
    { length: 5 },
    { toString: 1 },
    [1, 2],
    [2, 1],
    ['a', 'b'],
    [0, 0, 0],
  ],
];
const NAMES = [
  'constructor',
  '__proto__',
  'toString',
  'mean',
  'hasOwnProperty',
  'then',
  'length',
  '',
  'a b',
  '1',
];

/** A JSON text with one to three random changes: other values, lost, renamed, doubled or exchanged parts, broken text. */
export function mutateJson(text: string, seed: number): string {
  const random = createRandom(seed, 'mutate json');
  const root: { value: Json } = { value: JSON.parse(text) };
  const changes = random.integer(3) === 0 ? 3 : 1;
  for (let change = 0; change < changes; change++) changeOnce(root as { [key: string]: Json }, random);
  const changed = JSON.stringify(root.value);
  const kind = random.integer(20);
  if (kind === 0) return changed.slice(0, random.integer(changed.length));
  if (kind === 1) return changed.replace(/"(\w+)":/, '"$1":1,"$1":');
  if (kind === 2) return changed.replace(/\d+/, '1e999');
  return changed;
}

function changeOnce(root: { [key: string]: Json }, random: Random): void {
  // From the root down, at each level as likely as any: leaves of long lists are not all that is changed.
  let parent: Json[] | { [key: string]: Json } = root;
  let key = 'value';
  while (random.integer(10) > 0) {
    const value: Json = (parent as { [key: string]: Json })[key]!;
    if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) break;
    parent = value;
    const keys = Object.keys(value);
    key = keys[random.integer(keys.length)]!;
  }
  const at = parent as { [key: string]: Json };
  const value = at[key]!;
  const pick = <T>(list: readonly T[]) => list[random.integer(list.length)]!;
  switch (random.integer(8)) {
    case 0:
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else if (parent !== root) delete at[key];
      return;
    case 1:
      if (Array.isArray(parent)) parent.push(structuredClone(value));
      else {
        Object.defineProperty(at, pick(NAMES), {
          value,
          enumerable: true,
          configurable: true,
          writable: true,
        });
        if (parent !== root) delete at[key];
      }
      return;
    case 2:
      at[key] = typeof value === 'number' ? value * pick([-1, 2, 1e3, 1e12, 1e-9]) : [value];
      return;
    case 3: {
      const others = Object.values(parent) as Json[];
      at[key] = structuredClone(pick(others));
      return;
    }
    case 4:
    case 5:
      // Of the same type: right for a reader of types, perhaps wrong for those who compute with it.
      if (typeof value === 'number') at[key] = pick([0, 1, -1, 0.5, value / 2, value + 1, 1e12]);
      else
        at[key] = typeof value === 'string' ? pick([...NAMES, `${value}\u001b]0;x\u0007`]) : pick([{}, []]);
      return;
    default:
      at[key] = structuredClone(pick(FOREIGN));
  }
}
