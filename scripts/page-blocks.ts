import { expect } from 'vitest';

export interface Block {
  readonly language: string;
  readonly code: string;
}

/**
 * The fenced blocks of a page that are not marked; throws where a mark has no reason or no block. A mark stands before its block:
 * `<!-- not run: the reason -->`, or, where readers are to see it, a line `*Not run in CI: the reason.*`.
 */
export function blocksOf(text: string): Block[] {
  const blocks = [...text.matchAll(/^((?:<!-- not run|\*Not run in CI).*\n)?```(\w*)\n([\s\S]*?)^```$/gm)];
  const marks = text.match(/(?:<!-- not run|\*Not run in CI).*/g) ?? [];
  const reasons = blocks.flatMap(([, mark]) => mark?.trimEnd() ?? []);
  expect(reasons).toEqual(marks);
  for (const mark of reasons)
    expect(mark).toMatch(/^(<!-- not run: \w.{9,} -->|\*Not run in CI[:,] \w.{9,}[.:]\*)$/);
  return blocks
    .filter(([, mark]) => mark === undefined)
    .map(([, , language = '', code = '']) => ({ language, code }));
}
