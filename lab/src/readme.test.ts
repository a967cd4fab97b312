import { readFileSync } from 'node:fs';
import { formatP, formatPoints } from '@slipform/kit/format-number';
import { beforeAll, describe, expect, test } from 'vitest';
import { ResultFile } from './machine/result-file';
import { type MeasuredRun, measured } from './row';
import { accuracyIn, type Contrast, differenceOf, differencesBySeed } from './views/contrast';
import { readJudged } from './views/demo-judged';
import { demoReadmeRows } from './views/demo-readme-table';
import { demoText } from './views/demo-text';
import { figures } from './views/figures';
import { iconFigures } from './views/icon-figures';
import { readmeRows } from './views/readme-table';
import { resultsText } from './views/results-text';

const lab = new URL('../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, lab), 'utf8');
const runsOf = (name: string) => ResultFile.read(new URL(`results/${name}.jsonl`, lab).pathname, name);
/** What a README may write in another way: bold, a minus of the keyboard, spaces at the end of a line. */
const plain = (text: string) =>
  text.replaceAll('**', '').replaceAll("'", '’').replaceAll(/ +$/gm, '').replaceAll(/ +\|/g, ' |');

describe('the demo’s figures are those of its answers', () => {
  const results = new URL('results', lab).pathname;

  test('in the lab’s README, in short', async () => {
    const readme = plain(read('README.md'));
    const rows = demoReadmeRows(await readJudged(results));
    expect(rows).toHaveLength(6);
    for (const row of rows) expect(readme).toContain(plain(row));
  });

  test('in the lab’s README, as the command prints them', async () => {
    const text = await demoText([], results);
    expect(text.length).toBeGreaterThan(2000);
    expect(plain(read('README.md'))).toContain(plain(text));
  });
});

describe('the figures of the demo on scenes are those of its results', () => {
  let runs: readonly MeasuredRun[];
  beforeAll(async () => {
    runs = await runsOf('scenes-demo');
  });

  test('four seeds, a pretraining each', () => {
    for (const variant of ['checkpoint', 'InfoNCE', 'hard negatives', 'Cement']) {
      const seeds = runs.filter((run) => run.variant === variant).map(({ seed }) => seed);
      expect(seeds.sort()).toEqual([0, 1, 2, 3]);
    }
  });

  test('in the table', () => {
    const readme = plain(read('docs/scenes-demo.md'));
    const rows = readmeRows(runs);
    expect(rows).toHaveLength(5);
    for (const row of rows) expect(readme).toContain(plain(row));
  });

  test('in the table, bold where the interval leaves out 0', () => {
    const cells = readmeRows(runs).at(-1)!.split(' | ').slice(1);
    const isBold = cells.map((cell) => {
      const [from, to] = cell.match(/(?<=[( ])[+−]\d+\.\d+/g)!.map((end) => Number(end.replace('−', '-')));
      return from! > 0 || to! < 0;
    });
    const line = read('docs/scenes-demo.md').match(/^\| Cement minus hard negatives, .*$/m)![0];
    expect(
      line
        .split(' | ')
        .slice(1)
        .map((cell) => cell.startsWith('**')),
    ).toEqual(isBold);
    expect(isBold).toContain(true);
    expect(isBold).toContain(false);
  });

  test('as the command prints them', () => {
    const text = resultsText(runs);
    expect(text.length).toBeGreaterThan(2000);
    expect(plain(read('docs/scenes-demo.md'))).toContain(plain(text));
  });
});

describe('the studies’ figures are those of their results', () => {
  const studies = plain(read('docs/studies.md'));

  test('the table of losses', async () => {
    const runs = await runsOf('losses');
    const names: Readonly<Record<string, Contrast>> = {
      'no margin − InfoNCE': { variant: 'no margin', against: 'InfoNCE' },
      'no margin − extra easy captions': { variant: 'no margin', against: 'extra easy captions' },
      'adaptive − no margin': { variant: 'adaptive', against: 'no margin' },
      'static of equal mean − no margin': { variant: 'static', against: 'no margin' },
      'adaptive − static of equal mean': { variant: 'adaptive', against: 'static' },
      'adaptive − concreteness permuted': { variant: 'adaptive', against: 'adaptive, permuted' },
      'adaptive − direction reversed': { variant: 'adaptive', against: 'adaptive, reversed' },
      'balanced − adaptive': { variant: 'balanced', against: 'adaptive' },
      'CE-CLIP − no margin': { variant: 'CE-CLIP', against: 'no margin' },
      'HN-NCE − no margin': { variant: 'HN-NCE', against: 'no margin' },
    };
    for (const [name, contrast] of Object.entries(names)) {
      const cells = (['noto', 'fluent', 'twemoji'] as const).map((style) => {
        const found = differenceOf(differencesBySeed(runs, contrast, accuracyIn(style)))!;
        const range = found.interval.map((end) => formatPoints(end, 2).replace('+', '')).join('–');
        return `${formatPoints(found.value, 2)} (${range}), p ${formatP(found.p)} [${(100 * found.detectable).toFixed(2)}]`;
      });
      expect(studies).toContain(`| ${[name, ...cells].join(' | ')} |`);
    }
  });

  test('the table of relations', async () => {
    const runs = await runsOf('relations');
    const variants = ['InfoNCE', 'no margin', 'static 4', 'adaptive 8', 'static 4, all kinds'];
    for (const variant of variants) {
      const shares = [0, 1, 2, 3].map((seed) => {
        const run = runs.find((each) => each.variant === variant && each.seed === seed)!;
        const share = measured(run, { metric: 'accuracy', style: 'noto', kind: 'relation' });
        return share.toFixed(2).replace(/^0/, '');
      });
      expect(studies).toContain(`| ${[variant, ...shares].join(' | ')} |`);
    }
  });

  // The last bits of a sum may differ between machines.
  const rounded = (svg: string) => svg.replaceAll(/\d+\.\d+/g, (number) => Number(number).toFixed(3));

  test('the figures of icons', async () => {
    const drawn = await iconFigures(new URL('results', lab).pathname);
    expect(Object.keys(drawn).sort()).toEqual(['batch-share', 'premise', 'trade-off']);
    for (const [name, svg] of Object.entries(drawn)) {
      expect(rounded(read(`docs/icons-${name}.svg`)), name).toBe(rounded(svg));
    }
  });

  test.each(Object.keys(figures))('the figure of %s', async (name) => {
    const drawn = figures[name]!(await runsOf(name));
    expect(drawn).toContain('<svg');
    expect(rounded(read(`docs/study-${name}.svg`))).toBe(rounded(drawn));
  });
});
