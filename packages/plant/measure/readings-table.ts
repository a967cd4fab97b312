/** Verdicts as a table: a row for each reading, by set. */
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

/** Each negative of the fifth and of the fourth miner, and of those beside them, was read by two readers. */
const titles: Readonly<Record<string, string>> = {
  'bounds-by-slot': 'the third one with bounds by slot',
  'bounds-by-slot-2': 'the third with bounds, by a session that tried to improve it',
  'bounds-by-slot-3': 'the third with bounds, beside the fourth, reading 1',
  'bounds-by-slot-4': 'the third with bounds, beside the fourth, reading 2',
  'fourth-miner-1': 'the fourth at a `sense` of 0.15, reading 1',
  'fourth-miner-2': 'the fourth at a `sense` of 0.15, reading 2',
  'fourth-miner-3': 'the fourth at 0.12, before `count/of-two`',
  'fourth-miner-4': 'the fourth, beside the fifth',
  'fourth-miner-composition': 'the fourth at 0.15, `composition`',
  'fourth-miner-composition-2': 'the fourth, `composition` at 0.12, before `count/of-two`',
  'fourth-miner-composition-3': 'the fourth, `composition`, beside the fifth',
  'fifth-miner-1': 'this one at first',
  'fifth-miner-2': 'this one, before its last checks, beside the fourth',
  'fifth-miner-3': 'this one as it ships',
  'fifth-miner-composition-1': 'this one at first, `composition`',
  'fifth-miner-composition-2': 'this one, `composition`, before its last checks, beside the fourth',
  'fifth-miner-composition-3': 'this one as it ships, `composition`',
};

/**
 * Files of candidates, which were drawn to learn from and of which most were no negatives, are no readings.
 *
 * @param readings the verdicts of each file, by its name: `second-miner-2` is the second reading of the second miner
 */
export function readingsTable(readings: ReadonlyMap<string, readonly Verdict[]>): string {
  const sets = Object.keys(names);
  const own = [...readings].filter(([name]) => !name.startsWith('candidates'));
  const rows = own.map(([name, verdicts]) => {
    const cells = sets.map((set) => shares(verdicts.filter((verdict) => verdict.set === set)));
    return `| ${titleOf(name)} | ${[...cells, shares(verdicts)].join(' | ')} |`;
  });
  return [
    `| nothing to object / nothing clearly wrong, % | ${Object.values(names).join(' | ')} | all |`,
    `| --- | ${[...sets, 'all'].map(() => '---:').join(' | ')} |`,
    ...rows,
  ].join('\n');
}

function titleOf(name: string): string {
  const [, miner, number] = /^(second|third)-miner-(\d+)$/.exec(name) ?? [];
  if (miner !== undefined) return `the ${miner} miner, reading ${number}`;
  if (name in titles) return titles[name]!;
  return name === 'own-sets' ? 'the second miner, another reader' : 'the first miner';
}

function shares(verdicts: readonly Verdict[]): string {
  if (verdicts.length === 0) return '–';
  const share = (isIn: (verdict: Verdict) => boolean) =>
    ((100 * verdicts.filter(isIn).length) / verdicts.length).toFixed(0);
  return `${share(({ verdict }) => verdict === 'ok')} / ${share(({ verdict }) => verdict !== 'hard')}`;
}
