import { describe, expect, it } from 'vitest';
import type { SideResult, TaskResult } from './race';
import { laptopTable, type RaceReport, speedTables, taskTable } from './tables';

function side(name: string, kind: SideResult['kind'], threads: number, rates: number[]): SideResult {
  const stepMs = rates.map((rate) => 1000 / rate);
  return { name, kind, threads, rates, stepMs, cpuMs: stepMs, mainMs: [], off: 0 };
}

const opponent = 'PyTorch 2.6.0, OpenBLAS 0.3.29';
const result: TaskResult = {
  task: { name: 'yardstick, 32', kind: 'train', batch: 32, unit: 'steps/s' },
  measure: opponent,
  sides: [
    side(opponent, 'torch', 1, [10, 12, 11]),
    side(`${opponent}, 2 threads`, 'torch', 2, [16, 16, 16]),
    { ...side('Node 24', 'ours', 1, [8, 9, 10]), kernels: 'relaxed-simd', peakMiB: 300, loadedMiB: 100 },
    {
      ...side('Node 24, 2 workers', 'ours', 2, [16, 20, 18]),
      ...{ kernels: 'relaxed-simd', peakMiB: 500, loadedMiB: 100, mainMs: [5, 4, 5], off: 2e-6 },
    },
  ],
  absent: [{ name: 'Chromium', reason: 'it is not installed' }],
};
const report: RaceReport = {
  machine: { processor: 'Processor', cores: 2, system: 'linux', load: 1.24 },
  date: '2026-01-02',
  opponents: [
    {
      ...{
        name: opponent,
        python: 'python3',
        pythonVersion: '3.13.5',
        version: '2.6.0+debian',
        oneDnn: '3.7.2',
      },
      ...{ blas: { name: 'OpenBLAS 0.3.29', productRate: 190.4 }, libraries: [], pools: [] },
      ...{ threads: 1, interopThreads: 2 },
    },
  ],
  results: [result],
};

it('prints a line for each side, compared with PyTorch on as many threads', () => {
  const lines = taskTable(result).split('\n');
  expect(lines[0]).toMatch(/^yardstick, 32 +steps\/s +CPU ms +of A +× one +main +peak MiB +a worker +off$/);
  expect(lines[3]).toMatch(/^Node 24 \[relaxed-simd\] +9\.00 \(8\.00–10\.0\) +111 +\.80 +300 +0\.0e\+0$/);
  expect(lines[4]).toMatch(
    /^Node 24, 2 workers \[relaxed-simd\] +18\.0 \(16\.0–20\.0\) +55\.6 +1\.13 +2\.00 +8\.0 % +500 +200 +2\.0e-6$/,
  );
  expect(lines.at(-1)).toBe('Chromium did not take part: it is not installed');
});

describe('speedTables', () => {
  const text = speedTables(report);

  it('says where the figures were made, and that the machine was busy', () => {
    expect(text).toContain(
      'Processor, 2 cores, linux; 2026-01-02, load average 1.2 at the start. PyTorch 2.6.0+debian (Python 3.13.5), OpenBLAS 0.3.29, oneDNN 3.7.2, 512 × 512 product at 190 GFLOP/s on 1 thread.\n',
    );
  });

  it('has the rates of all sides, and ratios of ours alone', () => {
    expect(text).toMatch(/\| PyTorch 2\.6\.0, OpenBLAS 0\.3\.29, 2 threads +\| 16\.0 \(16\.0–16\.0\) \|/);
    expect(text).toMatch(/\| Node 24 \(relaxed-simd\) +\| 9\.00 \(8\.00–10\.0\) +\|/);
    expect(text).toMatch(/\| Node 24, 2 workers +\| 1\.13 +\|/);
    expect(text).toMatch(/\| Node 24, 2 workers +\| 500 \(200\) +\|/);
  });

  it('is tables of Markdown, as wide in each line', () => {
    const tables = text.split('\n\n').filter((part) => part.startsWith('|'));
    expect(tables).toHaveLength(3);
    for (const table of tables) {
      expect(new Set(table.split('\n').map(({ length }) => length)).size).toBe(1);
    }
  });
});

it("computes Amdahl's bound from the serial part that was measured", () => {
  const [head, , row] = laptopTable(report).split('\n');
  expect(head).toMatch(
    /1 core +\| 2 cores +\| part of .*OpenBLAS 0\.3\.29, 2 threads \| serial part \| 8 cores: at most/,
  );
  // 5 + (1000/18 − 5)·2/8 ms.
  expect(row).toMatch(/yardstick, 32: steps\/s \| 9\.00 +\| 18\.0 +\| 1\.13 +\| 8\.0 % +\| 56\.7 +\|$/);
});
