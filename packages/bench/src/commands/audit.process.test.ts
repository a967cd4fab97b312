import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { relation } from '@slipform/plant/relations';
import { beforeAll, expect, test } from 'vitest';
import { auditRecords } from '../audit/audit-records';
import { textReport } from '../audit/text-report';
import { runCommand, startCommand } from '../testing/run-command';

const { file, path } = useFolder();
const folder = () => dirname(path('x'));
const row = (id: string) =>
  `${JSON.stringify({ id, caption: `A red dog ${id}.`, negative: `A red cat ${id}.`, slot: 'object' })}\n`;

beforeAll(() => {
  file('one.jsonl', row('1'));
  file('two.jsonl', row('1') + row('2'));
});

test('several files are judged as one, as text and as JSON', async () => {
  const { code, stdout, stderr } = await startCommand(folder(), 'audit', 'one.jsonl', 'two.jsonl');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^one\.jsonl and 1 more: 3 pairs\n/);
  expect(stdout).toMatch(/^duplicates +1 of 3/m);
  const json = await runCommand(folder(), 'audit', 'one.jsonl', 'two.jsonl', '--json');
  expect(JSON.parse(json.stdout).coverage).toEqual({ captionsWithNegative: 2 });
});

test.skipIf(process.platform === 'win32')('standard output is guarded as any file is', () => {
  writeFileSync(path('guarded.jsonl'), row('1'));
  const bin = join(import.meta.dirname, '../../bin/slipform-bench.js');
  const line = `"${process.execPath}" "${bin}" audit guarded.jsonl >> guarded.jsonl`;
  const { status, stderr } = spawnSync('sh', ['-c', line], { cwd: folder(), encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('standard output would overwrite guarded.jsonl, which is the input');
  expect(readFileSync(path('guarded.jsonl'), 'utf8')).toBe(row('1'));
});

test('records are audited as the command does their file; without relations, none is known', async () => {
  const records = Array.from({ length: 30 }, (_, i) => JSON.parse(row(String(i))));
  file('records.jsonl', records.map((record) => JSON.stringify(record)).join('\n'));
  const audit = auditRecords({ relation, name: 'records.jsonl' });
  expect(await audit.report()).toBeUndefined();
  for (const record of records) audit.add(record);
  const { stdout } = await runCommand(folder(), 'audit', 'records.jsonl');
  expect(stdout).toBe(`${textReport((await audit.report())!)}\n`);
  expect((await audit.report(60))!.coverage).toEqual({ captionsWithNegative: 30, captions: 60, share: 0.5 });
  const one = { ...records[0], keyword: { lemma: 'dog' }, replacement: { lemma: 'puppy' } };
  const reports = [{}, { relation }].map((tables) => {
    const own = auditRecords(tables);
    own.add(one);
    return own.report();
  });
  const [bare, full] = await Promise.all(reports);
  expect([bare!.checks.relatedOf, full!.checks.related]).toEqual([0, 1]);
  expect(() => auditRecords().add({ caption: 'A dog.' } as never)).toThrow(
    'must have a caption and a negative',
  );
  expect(() => auditRecords({ judged: 1 })).toThrow(
    'auditRecords: judged must be an integer from 10 to 1000000',
  );
});
