import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const dist = join(import.meta.dirname, '../dist');

/** The packages that a built entry loads when it is imported, by itself or through the chunks that it shares. */
function packagesOf(entry: string, seen = new Set<string>()): string[] {
  if (seen.has(entry)) return [];
  seen.add(entry);
  const text = readFileSync(join(dist, entry), 'utf8');
  const specifiers = [
    ...text.matchAll(/^(?:import|export)\b[^;'"]*?from\s*["']([^"']+)["']/gm),
    ...text.matchAll(/^import\s*["']([^"']+)["']/gm),
    ...text.matchAll(/(?<![\w.])require\(["']([^"']+)["']\)/g),
  ].map(([, specifier]) => specifier!);
  return [
    ...new Set(
      specifiers.flatMap((specifier) =>
        specifier.startsWith('.') ? packagesOf(join(specifier), seen) : [specifier],
      ),
    ),
  ];
}

describe('what an entry of the built package loads', () => {
  test.each(['index.js', 'index.cjs'])('%s: the generator of random numbers, and nothing else', (entry) => {
    const packages = packagesOf(entry);
    expect(packages.length).toBeGreaterThan(0);
    expect(packages.filter((name) => !name.startsWith('pure-rand/'))).toEqual([]);
  });

  test.each(['probes.js', 'probes.cjs'])('%s: tfjs only once a probe is fitted', (entry) => {
    const packages = packagesOf(entry);
    expect(packages.length).toBeGreaterThan(0);
    expect(packages.filter((name) => !name.startsWith('pure-rand/'))).toEqual([]);
    expect(readFileSync(join(dist, entry), 'utf8')).toContain('@tensorflow/tfjs-core');
  });

  test.each(['audit.js', 'audit.cjs'])('%s: nothing of the miner, no tables, no plots', (entry) => {
    const packages = packagesOf(entry);
    expect(packages.length).toBeGreaterThan(0);
    expect(packages.filter((name) => !name.startsWith('pure-rand/'))).toEqual([]);
  });

  test.each(['report.js', 'report.cjs'])('%s: plots, and no tfjs, no model, no tagger', (entry) => {
    const packages = packagesOf(entry);
    expect(packages).toContain('@observablehq/plot');
    expect(packages.filter((name) => !/^(pure-rand\/|@observablehq\/plot$)/.test(name))).toEqual([]);
  });

  test.each(['files.js', 'files.cjs'])('%s: Node’s own modules, and no optional peer', (entry) => {
    const packages = packagesOf(entry);
    expect(packages).toContain('zlib');
    expect(packages.filter((name) => /^(@tensorflow|@slipform|wink|sharp|@hugging)/.test(name))).toEqual([]);
  });
});
