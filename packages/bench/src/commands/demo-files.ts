import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { InputError } from '@slipform/kit/input-error';
import { isFolder } from '@slipform/kit/output-file';
import { refuseOverwrites } from '@slipform/kit/output-guard';
import { printable } from '@slipform/kit/printable';
import { readRecord } from '../report/read-record';
import type { ExperimentRecord } from '../report/record';

/** Paths of what the demo writes. */
export interface DemoFiles {
  readonly report: string;
  readonly results: string;
  readonly negatives: string;
}

/** What a run's results depend on, as its record holds it. */
export interface DemoIdentity {
  readonly settings: Readonly<Record<string, string>>;
  readonly backend: string;
}

/**
 * The files of a former run with the same options may go, anything else of these names may not. True where there is a
 * former run's.
 *
 * @throws InputError where a file of these names is another run's or somebody else's, and `force` is not set
 */
export async function checkDemoFiles(
  files: DemoFiles,
  identity: DemoIdentity,
  force: boolean,
): Promise<boolean> {
  refuseOverwrites({
    inputs: [],
    outputs: Object.values(files).map((file) => ({ file, name: `the demo's ${basename(file)}` })),
  });
  const found = Object.values(files).filter((file) => existsSync(file));
  const folder = found.find(isFolder);
  if (folder !== undefined) throw new InputError(`${folder} is a folder; give another --out.`);
  if (found.length === 0) return false;
  const record = found.includes(files.results) ? await readDemoRecord(files.results) : undefined;
  const foreign = record === undefined ? found[0] : await foreignFile(record, files, found);
  if (foreign !== undefined && !force) {
    throw new InputError(
      `${foreign} exists and is not from a former run; give another --out, or --force to overwrite it.`,
    );
  }
  if (foreign !== undefined || record === undefined) return false;
  const other = otherOptions(record, identity);
  if (other !== '' && !force) {
    throw new InputError(
      `${files.results} is from a former run with other options (${other}); give another --out, or --force to overwrite it.`,
    );
  }
  return true;
}

/** The record of a former run; undefined where the file holds something else. */
async function readDemoRecord(file: string): Promise<ExperimentRecord | undefined> {
  const record = await readRecord(file).catch(() => undefined);
  // Only the demo both mines and trains.
  return record?.mining === undefined || record.runs.length === 0 ? undefined : record;
}

/** What a former run had and this one has not, as text; empty where they agree. */
function otherOptions(record: ExperimentRecord, { settings, backend }: DemoIdentity): string {
  const former: Readonly<Record<string, string>> = {
    ...record.settings,
    backend: record.environment.backend ?? 'unknown',
  };
  const now: Readonly<Record<string, string>> = { ...settings, backend };
  const names = [...new Set([...Object.keys(former), ...Object.keys(now)])];
  return names
    .filter((name) => former[name] !== now[name])
    .map((name) => `${name}: ${printable(former[name] ?? 'none', 60)} there, ${now[name] ?? 'none'} here`)
    .join('; ');
}

/** A file that the run of results.json did not write, of those that are there. */
async function foreignFile(
  record: ExperimentRecord,
  files: DemoFiles,
  found: readonly string[],
): Promise<string | undefined> {
  if (found.includes(files.negatives) && !(await isMinedBy(record, files.negatives))) return files.negatives;
  if (found.includes(files.report) && !(await readFile(files.report, 'utf8')).includes('@slipform/bench')) {
    return files.report;
  }
  return undefined;
}

/** The first negative of the file is the first sample of the record. */
async function isMinedBy({ mining }: ExperimentRecord, file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2 ** 16), 0, 2 ** 16, 0);
    const [first = ''] = buffer.toString('utf8', 0, bytesRead).split('\n');
    const { caption, negative }: { caption?: unknown; negative?: unknown } = JSON.parse(first);
    const sample = mining?.samples[0];
    return sample !== undefined && caption === sample.caption && negative === sample.negative;
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}
