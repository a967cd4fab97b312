import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { InputError } from '@slipform/clip';
import { refuseOverwrites } from '@slipform/kit/output-guard';
import { readRecord } from '../experiment/read-record';
import type { ExperimentRecord } from '../experiment/record';
import { isFolder } from './output-file';

/** Paths of what the demo writes. */
export interface DemoFiles {
  readonly report: string;
  readonly results: string;
  readonly negatives: string;
}

/**
 * A former run's files may go, anything else of these names may not. True where there is a former run's.
 *
 * @throws InputError where a file of these names is somebody else's and `force` is not set
 */
export async function checkDemoFiles(files: DemoFiles, force: boolean): Promise<boolean> {
  refuseOverwrites({
    inputs: [],
    outputs: Object.values(files).map((file) => ({ file, name: `the demo's ${basename(file)}` })),
  });
  const found = Object.values(files).filter((file) => existsSync(file));
  const folder = found.find(isFolder);
  if (folder !== undefined) throw new InputError(`${folder} is a folder; give another --out`);
  if (found.length === 0) return false;
  const foreign = await foreignFile(files, found);
  if (foreign !== undefined && !force) {
    throw new InputError(
      `${foreign} exists and is not from a former run; give another --out, or --force to overwrite it`,
    );
  }
  return foreign === undefined;
}

/** A file that the run of results.json did not write, of those that are there. */
async function foreignFile(files: DemoFiles, found: readonly string[]): Promise<string | undefined> {
  const record = found.includes(files.results)
    ? await readRecord(files.results).catch(() => undefined)
    : undefined;
  // Only the demo both mines and trains.
  if (record?.mining === undefined || record.runs.length === 0) return found[0];
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
