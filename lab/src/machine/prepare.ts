import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { streamSeed } from '@slipform/kit/random/hash';
import { prepareDrawn } from '../drawn/prepare-drawn';
import { preparePairs } from '../pairs/prepare-pairs';
import { writePrepared } from '../pairs/prepared';
import type { Run } from '../run';
import type { Part, Phase } from './measured';

/** Where all that runs of one evaluation share is kept: pictures, captions and questions. */
export function preparedFolder(work: string, { evaluation }: Run): string {
  const key = streamSeed(0, JSON.stringify(evaluation)) >>> 0;
  return join(work, `prepared-${key.toString(16)}`);
}

/** Makes that folder unless it is there already; returns its path. */
export async function prepare(work: string, run: Run, report: (phase: Phase) => void): Promise<string> {
  const folder = preparedFolder(work, run);
  if (existsSync(folder)) return folder;
  const onProgress = (part: Part) => report({ phase: 'preparing', ...part });
  const make = run.evaluation.asks === 'drawn captions' ? prepareDrawn : preparePairs;
  await writePrepared(folder, await make({ evaluation: run.evaluation, onProgress }));
  return folder;
}
