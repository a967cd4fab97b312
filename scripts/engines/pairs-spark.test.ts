import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { interpreter, launchers, plantBin, whyNoModule } from './processes';

const hasJava = spawnSync('java', ['-version']).status === 0;
const sql = join(dirname(dirname(plantBin)), 'dist', 'partners.sql');
const things =
  'dog cat horse elephant pizza laptop umbrella guitar bicycle bottle camel clock drum fork goat'.split(' ');
const places = ['on a bed', 'in a kitchen', 'on a beach', 'in a garden', 'under a bridge', 'beside a road'];

it('natural partners joined by Spark are those of DuckDB', ({ skip, onTestFinished }) => {
  skip(!hasJava, 'there is no java');
  const missing = whyNoModule('pyspark');
  skip(missing !== undefined, missing);
  const folder = mkdtempSync(join(tmpdir(), 'slipform-pairs-spark-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  // Captions of one image come in several inputs.
  const rows = Array.from({ length: 90 }, (_, i) => {
    const image = (i * 7) % 30;
    const caption = `A ${things[image % 15]} ${places[image % 6]}${i % 3 === 0 ? ' at night' : ''}.`;
    return `${JSON.stringify({ id: `c${i}`, image_id: `i${image}`, caption })}\n`;
  });
  for (const [i, end] of [40, 41, 90].entries()) {
    writeFileSync(join(folder, `s${i}.jsonl`), rows.slice([0, 40, 41][i], end).join(''));
  }
  const plant = (...args: readonly string[]) =>
    execFileSync(process.execPath, [plantBin, ...args, '--quiet'], { cwd: folder, encoding: 'utf8' });
  plant('sites', 's*.jsonl', '-o', 'sites');
  plant('pairs', 'sites', '-o', 'duckdb.jsonl', '--keep-all');
  const { status, stderr } = spawnSync(
    interpreter,
    [join(launchers, 'pairs_spark.py'), 'sites', sql, 'candidates'],
    {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        PYSPARK_PYTHON: interpreter,
        PYSPARK_SUBMIT_ARGS: '--master local[2] --conf spark.ui.enabled=false pyspark-shell',
        SPARK_LOCAL_IP: '127.0.0.1',
      },
    },
  );
  expect(status, stderr).toBe(0);
  plant('pairs', 'sites', '--candidates', 'candidates', '-o', 'spark.jsonl', '--keep-all');
  const natural = readFileSync(join(folder, 'duckdb.jsonl'), 'utf8');
  expect(natural.split('"negative"').length).toBeGreaterThan(20);
  expect(readFileSync(join(folder, 'spark.jsonl'), 'utf8')).toBe(natural);
});
