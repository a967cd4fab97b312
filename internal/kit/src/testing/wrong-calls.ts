/** Values of every other type than the one asked for. */
const FOREIGN: readonly unknown[] = [
  ...[
    undefined,
    null,
    true,
    0,
    -1,
    1.5,
    Number.NaN,
    2 ** 60,
    5n,
    '',
    'x',
    Symbol('s'),
    () => 1,
    [],
    [null],
    [undefined],
  ],
  ...[
    [[]],
    ['x'],
    [{}],
    {},
    { length: 3 },
    { 0: null },
    new Map(),
    new Date(0),
    new Float32Array(2),
    Promise.resolve(1),
    Object.create(null),
  ],
  ...[{ questions: [null] }, [{ answers: [] }], { questions: [{}], name: 1 }, [[1], [2, 3]]],
];

/** The right arguments with one of them, or one field somewhere in them, replaced. */
export function* wrongCalls(right: readonly unknown[]): Generator<readonly unknown[]> {
  for (const foreign of FOREIGN) {
    for (const [at, argument] of right.entries()) {
      for (const changed of replacements(argument, foreign, 2)) yield right.with(at, changed);
    }
  }
}

function* replacements(value: unknown, foreign: unknown, depth: number): Generator<unknown> {
  yield foreign;
  if (depth === 0 || typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  for (const key of Object.keys(value).slice(0, 9)) {
    const field = (value as Record<string, unknown>)[key];
    for (const changed of replacements(field, foreign, depth - 1)) {
      yield Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed };
    }
  }
}
