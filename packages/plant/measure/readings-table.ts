/** Verdicts as a table: a row for each reading of today's miner, for all of an older one; by set. */
import type { Verdict } from './verdicts';

const names: Readonly<Record<string, string>> = {
  coco: 'COCO',
  cc3m: 'CC3M',
  vg: 'Visual Genome',
  rsicd: 'RSICD',
  fashion: 'Fashion',
  icons: 'icon names',
  newsmuseum: 'news, museum',
  mixed: 'mixed',
};

/**
 * The rows, and the files of verdicts of each. Each negative of the seventh, the sixth, the fifth and the fourth miner, and of those beside them, was
 * read by two judges.
 */
const rows: readonly (readonly [title: string, files: RegExp])[] = [
  ['seventh as it ships', /^seventh-miner-2$/],
  ['seventh with one more tier', /^seventh-miner-1$/],
  ['sixth beside it', /^sixth-miner-2$/],
  ['sixth, `usual`', /^sixth-miner-1$/],
  ['sixth, `strict`', /^sixth-miner-strict$/],
  ['sixth, `all`', /^sixth-miner-all$/],
  ['sixth, `composition`', /^sixth-miner-composition-1$/],
  ['fifth beside it', /^fifth-miner-4$/],
  ['fifth as it shipped', /^fifth-miner-3$/],
  ['fifth, `composition`', /^fifth-miner-composition-3$/],
  ['fifth before its last checks, twice', /^fifth-miner-[12]$/],
  ['the same, `composition`', /^fifth-miner-composition-[12]$/],
  ['fourth, four times', /^fourth-miner-\d$/],
  ['fourth, `composition`, three times', /^fourth-miner-composition/],
  ['third, six times', /^(third-miner|bounds-by-slot)/],
  ['second, six times', /^second-miner-/],
  ['second, own sets', /^own-sets$/],
  ['first', /^first-miner$/],
];

/**
 * Files of candidates, which were drawn to learn from and of which most were no negatives, are no readings.
 *
 * @param readings the verdicts of each file, by its name: `second-miner-2` is the second reading of the second miner
 * @throws Error if a reading has no row
 */
export function readingsTable(readings: ReadonlyMap<string, readonly Verdict[]>): string {
  const sets = Object.keys(names);
  const own = [...readings].filter(([name]) => !name.startsWith('candidates'));
  for (const [name] of own) {
    if (!rows.some(([, files]) => files.test(name)))
      throw new Error(`readings-table.ts has no row for ${name}.`);
  }
  return [
    `| miner | ${Object.values(names).join(' | ')} | all |`,
    `| --- | ${[...sets, 'all'].map(() => '---:').join(' | ')} |`,
    ...rows.map(([title, files]) => {
      const verdicts = own.flatMap(([name, some]) => (files.test(name) ? some : []));
      const cells = sets.map((set) => shares(verdicts.filter((verdict) => verdict.set === set)));
      return `| ${title} | ${[...cells, shares(verdicts)].join(' | ')} |`;
    }),
  ].join('\n');
}

function shares(verdicts: readonly Verdict[]): string {
  if (verdicts.length === 0) return '';
  const share = (isIn: (verdict: Verdict) => boolean) =>
    ((100 * verdicts.filter(isIn).length) / verdicts.length).toFixed(0);
  return `${share(({ verdict }) => verdict === 'ok')}/${share(({ verdict }) => verdict !== 'hard')}`;
}
