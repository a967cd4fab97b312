import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { partTables } from '../commands/result-tables';
import type { Result } from '../scoring/result';
import { seedInterval } from '../statistics/seed-interval';
import { wilsonInterval } from '../statistics/wilson-interval';
import { summariseGalleries, summariseParts } from './part-rows';
import { renderReport } from './render-report';

const ways = (correct: number, total = 50) => {
  const recalls = { 1: wilsonInterval(correct, total), 10: wilsonInterval(correct + 10, total) };
  return { imageToText: recalls, textToImage: recalls };
};
const resultOf = (model: string, correct: number, extra: Partial<Result> = {}): Result => ({
  benchmark: 'pairs',
  model,
  chance: 1 / 4,
  chances: { group: 1 / 6 },
  kinds: { group: wilsonInterval(correct, 40) },
  mean: wilsonInterval(correct, 40),
  by: {
    concreteness: { low: { group: wilsonInterval(3, 10) }, high: { group: wilsonInterval(correct - 3, 30) } },
  },
  retrieval: { ...ways(20), by: { '<name>': { seen: ways(9, 30) } } },
  galleries: { carbon: ways(8, 20) },
  answers: [],
  ...extra,
});
const results = [resultOf('one', 20), resultOf('two', 30)];

describe('parts of results', () => {
  test('have a row for each part and kind, with the chance of the kind', () => {
    const [table] = summariseParts(results);
    expect(table).toMatchObject({ benchmark: 'pairs', name: 'concreteness' });
    expect(table!.rows.map(({ part, total }) => [part, total])).toEqual([
      ['low', 10],
      ['high', 30],
    ]);
    expect(table!.rows[1]!.chance).toBe(1 / 6);
    expect(table!.rows[1]!.cells.two).toMatchObject({ value: 27 / 30 });
    // Of several seeds it is Student's over these.
    const seeds = [20, 24].map((correct, trainingSeed) => resultOf('one', correct, { trainingSeed }));
    expect(summariseParts(seeds)[0]!.rows[1]!.cells.one).toEqual(seedInterval([17 / 30, 21 / 30]));
  });

  test('galleries have recall both ways, of whole galleries and of parts', () => {
    const [table] = summariseGalleries(results);
    expect(table!.rows.map(({ gallery, part, asked, size }) => [gallery, part, asked, size])).toEqual([
      ['all', undefined, 50, 50],
      ['all', '<name>: seen', 30, 50],
      ['carbon', undefined, 20, 20],
    ]);
    expect(table!.rows[2]!.cells.one!.textToImage10).toMatchObject({ correct: 18 });
    const { retrieval: _, galleries: __, ...blind } = resultOf('blind', 10, { blind: true });
    expect(Object.keys(summariseGalleries([...results, blind])[0]!.rows[0]!.cells)).toEqual(['one', 'two']);
    expect(summariseGalleries([blind])).toEqual([]);
  });

  test('stand in the terminal and on the page', () => {
    const text = partTables(results).join('\n\n');
    expect(text).toMatch(/pairs by concreteness\n/);
    expect(text).toMatch(/high +group +30 +\.17 +\.567 \(.*\) +\.900/);
    expect(text).toMatch(/ {2}<name>: seen +30 of 50 +\.20 +\.300/);
    const page = renderReport(results);
    const { document } = parseHTML(page);
    const tables = [...document.querySelectorAll('#parts ~ section')].map((each) => each.textContent);
    expect(tables.some((each) => each.includes('pairs by concreteness') && each.includes('.567'))).toBe(true);
    expect(tables.some((each) => each.includes('<name>: seen'))).toBe(true);
    expect(page).not.toContain('<name>');
    const { by: _, ...plain } = { ...results[0]!, retrieval: ways(20), galleries: {} };
    expect(partTables([plain])).toHaveLength(1);
  });

  test('a breakdown of many lines is named in the terminal, and whole on the page', () => {
    const artists = Array.from({ length: 25 }, (_, index) => [
      `artist ${index}`,
      { group: wilsonInterval(index, 40) },
    ]);
    const many = resultOf('one', 20, { by: { artist: Object.fromEntries(artists) } });
    expect(partTables([many])[0]).toMatch(/^pairs by artist: 25 lines, which --html writes/);
    expect(partTables([many]).join('\n')).not.toContain('artist 7');
    expect(renderReport([many])).toContain('artist 7');
  });
});
