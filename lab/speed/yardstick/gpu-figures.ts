import { readFile } from 'node:fs/promises';
import { InputError } from '../../../packages/clip/src/input-error';
import type { Task } from './tasks';

/** What `npm run bench:gpu -- --json FILE` has measured on a card. */
export interface GpuFigures {
  /** The card's name. */
  readonly name: string;
  /** Steps or images a second; undefined where a task was not run, or failed. */
  rateOf(task: Pick<Task, 'name' | 'kind'>): number | undefined;
}

interface Written {
  readonly quick: boolean;
  readonly adapter?: { readonly description: string; readonly device: string; readonly software: boolean };
  readonly figures: readonly {
    readonly name: string;
    readonly batch: number;
    readonly ms?: number;
    readonly images?: number;
  }[];
}

/** @throws {InputError} for a file of no GPU, or of `--quick` */
export async function readGpuFigures(file: string): Promise<GpuFigures> {
  return gpuFigures(JSON.parse(await readFile(file, 'utf8')), file);
}

export function gpuFigures({ quick, adapter, figures }: Written, file: string): GpuFigures {
  if (quick || adapter === undefined || adapter.software) {
    const got = quick ? 'one of --quick' : `one of ${adapter?.description ?? 'a processor'}`;
    throw new InputError(
      `--gpu must be a file of bench:gpu -- --json FILE, run on a GPU; got ${got}: ${file}.`,
    );
  }
  return {
    name: adapter.device || adapter.description,
    rateOf({ name, kind }) {
      const found = figures.find((each) => `${each.name}, ${each.batch}` === name);
      if (found?.ms === undefined) return undefined;
      return (1000 * (kind === 'train' ? 1 : (found.images ?? Number.NaN))) / found.ms;
    },
  };
}
