import { describe, expect, test } from 'vitest';
import { rules } from '../checks/registry';
import { createReaders } from '../create-readers';
import { resolveOptions } from '../options';
import { kindsOfText } from './kinds-of-text';
import { readCaption } from './read-caption';
import { refusals } from './word-refusals';

const rows = Object.values(refusals).flatMap((of) => of.map((row) => [row.id, row] as const));

/** The ids that refused something in a caption, and whether the word between asterisks may change. */
function read(marked: string, slot: string, ablate: readonly string[] = []) {
  const start = marked.indexOf('*');
  const end = marked.lastIndexOf('*') - 1;
  const ids: string[] = [];
  const counter = { refuse() {}, refuseBy: ({ id }: { readonly id: string }) => ids.push(id) };
  const { reader } = createReaders(resolveOptions({}), { counter, ablate });
  const { objects, attributes, closed } = readCaption(marked.replaceAll('*', ''), reader);
  const may = [...objects, ...attributes, ...closed].some(
    (span) => span.slot === slot && span.start === start && span.end === end,
  );
  return { ids, may };
}

describe.each(rows)('%s', (id, { slot, example, kind }) => {
  test('refuses what it is for, and alone', () => {
    const { ids, may } = read(example.refuses, slot);
    expect([ids.includes(id), may]).toEqual([true, false]);
    if (kind !== 'safety') expect(read(example.refuses, slot, [id]).ids).not.toContain(id);
  });

  test('lets its other example pass, as all rows do', () => {
    const { ids, may } = read(example.passes, slot);
    expect([ids.includes(id), may]).toEqual([false, true]);
  });
});

test('no row of the reader or of the checks has the id of another one', () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(rows.length).toBeGreaterThan(40);
});

test.each(kindsOfText.map((kind) => [kind.id, kind] as const))('%s knows its example', (id, kind) => {
  const reading = readCaption(kind.example, createReaders(resolveOptions({})).reader);
  expect([reading.kind, reading.unusable]).toEqual([id, kind.unusable]);
});
