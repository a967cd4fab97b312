import { describe, expect, it } from 'vitest';
import { readRaceOptions } from './options';
import { addRound, leastApart, newRacer, type Run, raceRows } from './report';

const unit = (x: number) => [Math.cos(x), Math.sin(x)];

/** One row at batch 1, eight at batch 8, of each tower; `turn` turns every embedding by so many radians. */
function runs(seconds: number, turn = 0): Run[] {
  return (['image', 'text'] as const).flatMap((tower) =>
    [1, 8].map((batch) => ({
      ...{ tower, batch, count: batch, seconds, cpuSeconds: 2 * seconds },
      embeddings: Array.from({ length: batch }, (_, row) => unit(row + turn)),
    })),
  );
}

const round = (seconds: number, turn?: number, first = 3) => ({
  ...{ runs: runs(seconds, turn), first, peak: 700 * first, about: 'simd' },
});

describe('raceRows', () => {
  it('has medians a second of the clock and of the processor, the median start and the highest peak', () => {
    const racer = newRacer('ours');
    for (const [seconds, first] of [
      [0.5, 3],
      [0.25, 1],
      [1, 2],
    ] as const) {
      addRound(racer, round(seconds, 0.001, first), runs(1));
    }
    const [head, row] = raceRows([racer]);
    expect(head![0]).toBe('rates: clock / processor');
    expect(row).toHaveLength(head!.length);
    expect(row).toEqual([
      'ours (simd)',
      ...['2.00 / 1.00', '16.0 / 8.00', '2.00 / 1.00', '16.0 / 8.00'],
      ...['2.00', '2100', '5e-7', '1.0e-3'],
    ]);
  });

  it('says nothing of a side that has no round', () => {
    expect(raceRows([newRacer('x')])[1]).toEqual([
      'x',
      ...Array(5)
        .fill('–')
        .map((x, i) => (i < 4 ? `${x} / ${x}` : x)),
      '–',
      '0e+0',
      '0.0e+0',
    ]);
  });
});

describe('addRound', () => {
  it.each([
    ['another direction', round(1, 0.02)],
    [
      'a row too few',
      { ...round(1), runs: runs(1).map((run) => ({ ...run, embeddings: run.embeddings.slice(1) })) },
    ],
    [
      'a number that is none',
      {
        ...round(1),
        runs: runs(1).map((run) => ({ ...run, embeddings: run.embeddings.map(() => [Number.NaN, 1]) })),
      },
    ],
    [
      'shorter rows',
      { ...round(1), runs: runs(1).map((run) => ({ ...run, embeddings: run.embeddings.map(() => [1]) })) },
    ],
    ['too few runs', { ...round(1), runs: runs(1).slice(1) }],
  ])('refuses %s, and counts no time of it', (_, wrong) => {
    const racer = newRacer('theirs');
    expect(() => addRound(racer, wrong, runs(1))).toThrow(/^theirs: .*no time of this side counts\.$/);
    expect([racer.rates.size, racer.cold.length, racer.peaks.length]).toEqual([0, 0, 0]);
  });
});

it('leastApart: the closest two rows of one run, by their largest difference', () => {
  expect(
    leastApart([
      {
        ...runs(1)[0]!,
        embeddings: [
          [0, 1],
          [0.5, 1],
          [0.25, 3],
        ],
      },
    ]),
  ).toBe(0.5);
});

describe('readRaceOptions', () => {
  it('has defaults, and takes each number of threads once', () => {
    expect(readRaceOptions([])).toMatchObject({
      images: 8,
      texts: 8,
      threads: [1, 2],
      rounds: 3,
      node: [process.execPath],
      models: ['vit-b-32'],
      chromium: true,
    });
    expect(readRaceOptions(['--threads', '2,2', '--images', '2'])).toMatchObject({
      threads: [2],
      images: 2,
    });
    expect(readRaceOptions(['--models', 'small,vit-b-16,small', '--no-chromium'])).toMatchObject({
      models: ['small', 'vit-b-16'],
      chromium: false,
    });
  });

  it.each([
    [['--images', '0'], '--images must be an integer from 1 to 256, got "0".'],
    [['--texts', '1e2'], '--texts must be an integer from 1 to 256, got "1e2".'],
    [['--threads', '1,x'], '--threads must be integers, with commas between them, from 1 to 64, got "x".'],
    [['--rounds', '9999'], '--rounds must be an integer from 1 to 100, got "9999".'],
    [
      ['--models', 'small,vit-b-8'],
      '--models must be of small, vit-b-32, vit-b-16, with commas between them, got "vit-b-8".',
    ],
    [['--fast'], /^Unknown option '--fast'.*--help lists the options\.$/],
  ])('refuses %j in one sentence', (args, message) => {
    expect(() => readRaceOptions(args)).toThrow(message);
  });
});
