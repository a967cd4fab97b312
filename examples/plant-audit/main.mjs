// Mines a file of captions from the command line, audits what came out, and writes the report as a page.
// Run: npm start            then open the page that it names
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
/** Runs the command of a package. */
const slipform = (name, ...args) => {
  const folder = dirname(require.resolve(`@slipform/${name}/package.json`));
  return execFileSync(process.execPath, [join(folder, 'bin', `slipform-${name}.js`), ...args], {
    encoding: 'utf8',
  });
};

const captions = join(import.meta.dirname, 'captions.tsv');
const folder = mkdtempSync(join(tmpdir(), 'slipform-audit-'));
const out = (name) => join(folder, name);

// Five negatives a caption, so that the judge has something to read; a real corpus needs one. Of captions without one the
// reason is kept.
const summary = slipform(
  'plant',
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

const audit = slipform(
  'bench',
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
