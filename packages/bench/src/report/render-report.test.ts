import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import {
  iconRecord,
  samplePoints as points,
  sampleRecord as record,
  sampleResults as results,
} from '../testing/sample-record';
import type { ExperimentRecord, PairScores } from './record';
import { renderReport } from './render-report';

describe('renderReport', () => {
  const page = renderReport(record);
  const { document } = parseHTML(page);

  test('escapes whatever came from outside', () => {
    expect(page).not.toContain('<img src=x');
    expect(page).not.toContain('<b>caption</b>');
    expect(page).not.toContain('--out "<out>"');
    expect(document.querySelector('title')!.textContent).toBe('A & B');
    expect(document.querySelector('pre')!.textContent).toBe(record.command);
  });

  test('needs nothing else: no script, and nothing is fetched', () => {
    expect(document.querySelector('script, link, iframe, object, embed')).toBeNull();
    for (const element of document.querySelectorAll('[src], [href]')) {
      expect(element.getAttribute('src') ?? element.getAttribute('href')).toMatch(
        /^data:image\/png;base64,|^#/,
      );
    }
    expect(page).not.toMatch(/url\(|@import/);
  });

  test('shows every number with its interval, and who ran what', () => {
    const table = document.querySelector('table')!;
    expect(table.querySelectorAll('thead th')).toHaveLength(9);
    const row = [...table.querySelectorAll('tbody tr')].find((tr) =>
      tr.textContent.includes('many captions'),
    )!;
    const { value } = results[1]!.kinds.swap_objects!;
    expect(row.textContent).toContain(value.toFixed(3).replace(/^0/, ''));
    expect(row.querySelectorAll('small')).toHaveLength(6);
    for (const text of ['No difference.', 'v20', 'McNemar']) expect(page).toContain(text);
  });

  test('shows what was not scored: excluded rows, kinds without a picture, retrieval, and bags of words', () => {
    const result = {
      ...results[0]!,
      coverage: { ...results[0]!.coverage, counting: { scored: 0, total: 7, excluded: 3 } },
      retrieval: { ...results[0]!.retrieval!, coverage: { scored: 60, total: 1000 } },
    };
    const shown = parseHTML(renderReport([result])).document.querySelector('table')!;
    const rowOf = (name: string) =>
      [...shown.querySelectorAll('tbody tr')].find((tr) => tr.textContent.startsWith(name))?.textContent;
    expect(shown.querySelector('thead')!.textContent).toContain('counting');
    expect(rowOf('questions scored')).toMatch(/0of 7, 3 excluded.*60of 1000 images/);
    expect(rowOf('bag of words, at most')).toContain('1.00');
  });

  test('shows rows of differences where a record has them, on their benchmark alone, and sentences behind the tables', () => {
    const cell = { value: -0.02, interval: [-0.03, -0.01] as const, bySeed: [-0.03, -0.01] };
    const lead = {
      ...{ benchmark: results[0]!.benchmark, model: 'Cement', against: 'InfoNCE', seeds: 2 },
      ...{ kinds: { relation: cell }, mean: cell },
    };
    const rowsOf = (shown: ExperimentRecord) =>
      [...parseHTML(renderReport(shown)).document.querySelectorAll('tbody tr')].filter((tr) =>
        tr.textContent.includes(' minus '),
      );
    const shown = { ...record, leads: [lead, { ...lead, model: 'hard negatives' }], details: ['<i>More.'] };
    const rows = rowsOf(shown);
    expect(rows.map((row) => row.querySelector('th')!.textContent)).toEqual([
      ...['Cement minus InfoNCE, points', 'hard negatives minus InfoNCE, points'],
    ]);
    expect(rows[0]!.textContent).toContain('−2.0−3.0 to −1.0');
    expect(rows[0]!.querySelectorAll('td').length).toBe(8);
    expect(renderReport(shown)).toContain('<p>&lt;i&gt;More.</p>');
    expect(rowsOf(record)).toEqual([]);
    expect(rowsOf({ ...record, leads: [{ ...lead, benchmark: 'another' }] })).toEqual([]);
  });

  test('what a model without pictures never gets has no interval and no bar, and what it sometimes gets has', () => {
    const kind = results[1]!.kinds.relation!;
    const of = (value: number) => {
      const kinds = { relation: { ...kind, value, interval: [0, 0.41] as const } };
      const blind = {
        ...results[1]!,
        blind: true as const,
        kinds,
        mean: { value, interval: [0, 0.41] as const },
      };
      const { document } = parseHTML(renderReport([results[0]!, blind]));
      const row = [...document.querySelectorAll('tbody tr')].find((tr) => tr.textContent.startsWith('many'))!;
      const bars = [...document.querySelectorAll('figure g[stroke-width="1.5"] line, figure line')].filter(
        (line) =>
          line.getAttribute('stroke')?.includes('--model-1') ||
          line.parentElement!.getAttribute('stroke')?.includes('--model-1'),
      );
      return {
        text: row.textContent,
        widths: bars.map((line) => Number(line.getAttribute('x2')) - Number(line.getAttribute('x1'))),
      };
    };
    expect(of(0).text).toContain('.000none');
    expect(of(0).text).not.toContain('.41');
    expect(Math.max(...of(0).widths)).toBe(0);
    expect(of(0.02).text).toContain('.00–.41');
    expect(Math.max(...of(0.02).widths)).toBeGreaterThan(0);
  });

  test('draws figures as inline SVG with a description', () => {
    const figures = document.querySelectorAll('figure svg');
    expect(figures).toHaveLength(4);
    for (const figure of figures) expect(figure.getAttribute('aria-label')!.length).toBeGreaterThan(20);
    expect(page).toContain('gradient share of 40 %');
  });

  test('says whether the gradient share of hard negatives fell, as it must where they are learned', () => {
    const of = (last: number) => {
      const falling = points.map((point, at) => {
        const hard = 0.2 + ((last - 0.2) * at) / (points.length - 1);
        return { ...point, budget: { pull: 0.5, hard, easy: 0.5 - hard } };
      });
      const [run] = record.runs;
      return renderReport({
        ...record,
        runs: ['A', 'B'].map((model) => ({ ...run!, model, points: falling })),
      });
    };
    expect(of(0.2)).toContain('A check of the training that failed for A, B');
    expect(of(0.02)).toContain('The check of the training is passed');
  });

  test('is readable by machines that read aloud', () => {
    expect(document.documentElement.getAttribute('lang')).toBe('en');
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    for (const table of document.querySelectorAll('table'))
      expect(table.querySelector('caption')).not.toBeNull();
    for (const cell of document.querySelectorAll('thead th')) expect(cell.getAttribute('scope')).toBe('col');
    for (const cell of document.querySelectorAll('tbody th')) expect(cell.getAttribute('scope')).toBe('row');
  });

  test('explains models that the record explains, and tests in words', () => {
    const demo: ExperimentRecord = {
      ...record,
      models: { checkpoint: 'where every trained model starts' },
      results: results.map((result, trainingSeed) => ({ ...result, model: 'checkpoint', trainingSeed })),
    };
    const notes = (of: ExperimentRecord) =>
      [...parseHTML(renderReport(of)).document.querySelectorAll('.notes li')].map((item) => item.textContent);
    expect(notes(demo)).toEqual([
      expect.stringContaining('checkpoint is where every trained model starts'),
      expect.stringContaining('bag of words, at most is the share of questions'),
    ]);
    const foreign = { ...record, results: demo.results };
    expect(notes(foreign)).toEqual([expect.stringContaining('bag of words, at most is')]);
    const blind = { ...foreign, results: results.map((result) => ({ ...result, blind: true as const })) };
    expect(notes(blind)[0]).toContain('never sees a picture: what it gets right');
    expect(page).toContain('divided by the number of kinds (Bonferroni’s correction)');
  });

  test('says why a loss without hard negatives gives them no gradient', () => {
    const easy = points.map((point) => ({ ...point, budget: { pull: 0.5, hard: 0, easy: 0.5 } }));
    const text = renderReport({ ...record, runs: [{ ...record.runs[0]!, points: easy }] });
    expect(text).toContain('This loss has no hard negatives');
    expect(text).not.toMatch(/gradient share of 0 %/);
  });

  test('names and credits what is in the results, and no more', () => {
    const { retrieval: _, ...composition } = { ...results[1]!, benchmark: 'SugarCrepe' };
    const shown = (of: Parameters<typeof renderReport>[0]) => {
      const { document } = parseHTML(renderReport(of));
      return [document.querySelector('h2')!, document.querySelector('footer')!].map(
        (each) => each.textContent,
      );
    };
    expect(shown([composition])).toEqual(['Composition', 'Made by @slipform/bench.']);
    const drawn = record.results.map((each) => ({ ...each, benchmark: 'Drawn captions, by Noto' }));
    const [title, footer] = shown({ ...record, results: drawn, comparisons: [] });
    expect(title).toBe('Composition and retrieval');
    expect(footer).toMatch(/Drawings: Noto Emoji \(Google, Apache-2\.0\)\.$/);
  });

  test('says where a model is below chance with its whole interval, and only there', () => {
    const relation = results[1]!.kinds.relation!;
    const of = (interval: readonly [number, number]) =>
      renderReport([{ ...results[1]!, kinds: { relation: { ...relation, value: 0.4, interval } } }]);
    const sentence = 'is below chance with its whole interval on relation:';
    expect(of([0.35, 0.49])).toContain(sentence);
    expect(of([0.35, 0.51])).not.toContain('below chance');
  });

  test('draws the chance of each kind where it is its own', () => {
    const places = (chances: Readonly<Record<string, number>>) => {
      const shown = parseHTML(renderReport([{ ...results[1]!, chances }])).document;
      const lines = shown.querySelectorAll('figure g[stroke-dasharray] line');
      return new Set([...lines].map((line) => line.getAttribute('x1')));
    };
    expect(places({}).size).toBe(1);
    // The kinds that have another, that one, and the mean of all.
    expect(places({ relation: 0.25 }).size).toBe(3);
  });

  test('takes plain results too, and refuses none', () => {
    expect(renderReport(results)).toContain('Differences');
    expect(() => renderReport([])).toThrow('at least one result');
    expect(() => renderReport(results[0] as never)).toThrow('renderReport: results must be a list');
    expect(() => renderReport([results[0]!, results[0]!])).toThrow(
      'one <b>caption</b> on Coloured things 2 times, not each of its own training seed',
    );
  });
});

describe('renderReport of icons', () => {
  const page = renderReport(iconRecord);
  const { document } = parseHTML(page);
  const cells = (model: string) =>
    [...document.querySelectorAll('.pair tbody tr')]
      .find((row) => row.textContent.startsWith(model))!
      .querySelectorAll('td');

  test('says which name each model gave to which picture, and that a tie is wrong', () => {
    const [first, second, found] = cells('one <b>caption</b>');
    expect([first!.textContent, second!.textContent]).toEqual(['✓right: off', '✓right: check']);
    expect(found!.textContent).toBe('✓right: +.200');
    expect(document.querySelectorAll('.pair tr.answered')).toHaveLength(1);
    expect([...cells('many captions')].map(({ textContent }) => textContent)).toEqual([
      '✗wrong: check',
      'neither',
      '✗wrong: −.100',
    ]);
  });

  test('a question is right where the right way to pair scores more', () => {
    const isRight = (scores: PairScores) => {
      const pair = { ...iconRecord.pairs![0]!, answers: [{ model: 'many captions', scores }] };
      return renderReport({ ...iconRecord, pairs: [pair] }).includes('class="answered"');
    };
    expect(
      isRight([
        [0.5, 0.4],
        [0.3, 0.6],
      ]),
    ).toBe(true);
    // The second caption is near to every picture, which changes nothing.
    expect(
      isRight([
        [0.5, 0.55],
        [0.3, 0.6],
      ]),
    ).toBe(true);
    expect(
      isRight([
        [0.5, 0.55],
        [0.5, 0.5],
      ]),
    ).toBe(false);
    // A tie, in numbers that binary fractions hold.
    expect(
      isRight([
        [0.5, 0.25],
        [0.75, 0.5],
      ]),
    ).toBe(false);
  });

  test('begins with two pictures, two captions, and who was right in words', () => {
    const scores = (lead: number): PairScores => [
      [0.5, 0.25],
      [0.25, lead],
    ];
    const answers = [
      { model: 'one', scores: scores(0.5) },
      { model: 'two', scores: scores(-0.5) },
      { model: 'three', scores: scores(0.25) },
      { model: 'four', scores: scores(0) },
    ];
    const pair = { ...iconRecord.pairs![0]!, answers };
    const shown = parseHTML(renderReport({ ...iconRecord, pairs: [pair] })).document;
    const figure = shown.querySelector('h1')!.nextElementSibling!;
    expect(figure.className).toBe('opening');
    expect([...figure.querySelectorAll('p')].map((each) => each.textContent)).toEqual(
      pair.captions.map((caption) => `“${caption}”`),
    );
    expect([...figure.querySelectorAll('img')].map((each) => each.getAttribute('src'))).toEqual([
      ...pair.pictures,
    ]);
    expect([...figure.querySelectorAll('li')].map((each) => each.textContent)).toEqual([
      '✓ one and three give each picture its own caption.',
      '✗ two exchanges the two captions.',
      '– four finds no difference.',
    ]);
  });

  test('shows whole captions where no word is said to differ, and the kind', () => {
    const { words: _, concreteness: __, ...pair } = iconRecord.pairs![0]!;
    const shown = parseHTML(renderReport({ ...iconRecord, pairs: [{ ...pair, kind: 'swap' }] })).document;
    const first = shown.querySelector('.pair')!;
    expect(first.querySelector('caption')!.textContent).toBe(`${pair.drawnBy} · swap`);
    expect(first.querySelector('tbody td')!.textContent).toBe(`✓right: ${pair.captions[0]}`);
  });

  test('marks the word that differs, the last one of its kind', () => {
    expect(document.querySelector('.pair thead th span')!.innerHTML).toBe('off cloud <b>off</b>');
  });

  test('draws the trade-off', () => {
    const figures = [...document.querySelectorAll('figure svg')];
    const tradeOff = figures.find((figure) =>
      figure.getAttribute('aria-label')!.startsWith('Differences from one <b>caption</b>'),
    );
    expect(tradeOff!.getAttribute('aria-label')).toContain('many captions +1.0 of composition and 0.0');
  });

  test('says what its models are and whose pictures these are', () => {
    expect(document.querySelector('.notes')!.textContent).toContain('many captions is a model of many');
    expect(document.querySelector('footer')!.textContent).toContain('Drawings: Carbon (IBM, Apache-2.0).');
  });
});
