// Mines a file of captions from the command line, audits what came out, and writes the report as a page.
// Run: npm start            then open the page that it names
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const commandIn = (manifest, name) => join(dirname(manifest), 'bin', name);
const plant = commandIn(require.resolve('@slipform/plant/package.json'), 'slipform-plant.js');
const bench = commandIn(require.resolve('@slipform/bench/package.json'), 'slipform-bench.js');
const run = (...args) => execFileSync(process.execPath, args, { encoding: 'utf8' });

const captions = join(import.meta.dirname, 'captions.tsv');
const folder = mkdtempSync(join(tmpdir(), 'slipform-audit-'));
const out = (name) => join(folder, name);

// Five negatives a caption, so that the judge has something to read; a real corpus needs one. Of captions without one the
// reason is kept.
const summary = run(
  plant,
  'mine',
  captions,
  '-o',
  out('negatives.jsonl'),
  '--per-caption',
  '5',
  '--balance',
  'slots',
  '--keep-all',
  '--seed',
  '1',
  '--json',
  '--quiet',
);
writeFileSync(out('summary.json'), summary);

const audit = run(
  bench,
  'audit',
  out('negatives.jsonl'),
  '--captions',
  captions,
  '--summary',
  out('summary.json'),
  '--html',
  out('report.html'),
  '--sample',
  '6',
);
console.log(audit);
console.log(`The report as a page: ${out('report.html')}`);
