import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { launchers, plantBin } from './paths';
import { interpreter, whyNoModule } from './python';

const hasJava = spawnSync('java', ['-version']).status === 0;
const things =
  'dog cat horse elephant pizza laptop umbrella guitar bicycle bottle camel clock drum fork goat'.split(' ');
const places = ['on a bed', 'in a kitchen', 'on a beach', 'in a garden', 'under a bridge', 'beside a road'];

it('natural partners grouped by Spark are those of one process', ({ skip, onTestFinished }) => {
  skip(!hasJava, 'there is no java');
  const missing = whyNoModule('pyspark');
  skip(missing !== undefined, missing);
  const folder = mkdtempSync(join(tmpdir(), 'slipform-pairs-spark-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  // Captions of one image come in several shards.
  const rows = Array.from({ length: 90 }, (_, i) => {
    const image = (i * 7) % 30;
    const caption = `A ${things[image % 15]} ${places[image % 6]}${i % 3 === 0 ? ' at night' : ''}.`;
    return `${JSON.stringify({ id: `c${i}`, image_id: `i${image}`, caption })}\n`;
  });
  for (const [i, end] of [40, 41, 90].entries()) {
    writeFileSync(join(folder, `s${i}.jsonl`), rows.slice([0, 40, 41][i], end).join(''));
  }
  writeFileSync(join(folder, 'all.jsonl'), rows.join(''));
  const options = { cwd: folder, encoding: 'utf8' as const };
  execFileSync(
    process.execPath,
    [plantBin, 'pairs', 'all.jsonl', '-o', 'whole.jsonl', '--seed', '7', '--keep-all', '--quiet'],
    options,
  );
  const { status, stderr } = spawnSync(
    interpreter,
    [
      join(launchers, 'pairs_spark.py'),
      ...['work', 'natural', 's*.jsonl', '--tasks', '2', '--parts', '2'],
      ...[
        '--plant',
        `${process.execPath} ${plantBin}`,
        '--hash-options=--seed 7',
        '--join-options=--keep-all',
      ],
    ],
    {
      ...options,
      env: {
        ...process.env,
        PYSPARK_PYTHON: interpreter,
        PYSPARK_SUBMIT_ARGS: '--master local[2] --conf spark.ui.enabled=false pyspark-shell',
        SPARK_LOCAL_IP: '127.0.0.1',
      },
    },
  );
  expect(status, stderr).toBe(0);
  const natural = [0, 1, 2].map((i) => readFileSync(join(folder, 'natural', `s${i}.jsonl`), 'utf8')).join('');
  expect(natural).toContain('"negative"');
  expect(natural).toBe(readFileSync(join(folder, 'whole.jsonl'), 'utf8'));
  expect(readdirSync(join(folder, 'work'))).toEqual(['hashes']);
});
