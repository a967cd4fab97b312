import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '@slipform/kit/errors/input-error';
import { expect } from 'vitest';
import { compareFiles, comparisonText } from '../commands/compare';
import { readRecord } from '../report/read-record';
import { renderReport } from '../report/render-report';
import { mutateJson } from './mutate-json';

/**
 * Puts changed copies of a results.json through what `report` and `compare` do. Each ends well or with an InputError
 * of one line; how many of either there were comes back, so that a test sees that both happened.
 */
export async function surviveMutations(text: string, from: number, to: number) {
  const folder = await mkdtemp(join(tmpdir(), 'slipform-mutations-'));
  const [plain, changed] = [join(folder, 'plain.json'), join(folder, 'changed.json')];
  const ends = { well: 0, refused: 0 };
  const attempt = async (what: string, work: () => Promise<unknown>) => {
    try {
      await work();
      ends.well++;
    } catch (error) {
      const isOneSentence =
        InputError.isInstance(error) && !/[\p{Cc}\u202e]/u.test(error.message) && error.message.length < 1000;
      expect(isOneSentence, `${what}: ${error instanceof Error ? error.stack : error}`).toBe(true);
      ends.refused++;
    }
  };
  try {
    await writeFile(plain, text);
    for (let seed = from; seed < to; seed++) {
      await writeFile(changed, mutateJson(text, seed));
      await attempt(`report, seed ${seed}`, async () => {
        expect(renderReport(await readRecord(changed))).not.toMatch(/NaN|undefined|\[object/);
      });
      await attempt(`compare, seed ${seed}`, async () => {
        const found = comparisonText(await compareFiles(changed, plain, 0));
        expect(found).not.toMatch(/(?!\n)\p{Cc}|NaN|undefined/u);
      });
    }
    return ends;
  } finally {
    await rm(folder, { recursive: true });
  }
}
