import { createInterface } from 'node:readline';
import { misfit } from '@slipform/kit/options/options';
import type { Command } from 'commander';
import type { Caption } from '../caption';
import type { PlantOptions } from '../options';
import { createPlant, type Plant } from '../plant';

/**
 * `slipform-plant serve`, for programs in other languages: a line of JSON in, a line out, in order. The first line is
 * `{ "options": {…} }`, those of `createPlant`; it is answered by `{ "version" }`. Each other is `{ "captions": […] }`, a block that is
 * mined together, answered by `{ "mined": [{ "negatives": […], "reason"? }, …] }`. What can't be done is answered by
 * `{ "error": "a sentence" }`. The command ends with its input, and so with the program that started it.
 */
export function addServeCommand(program: Command, version: string): void {
  program.command('serve', { hidden: true }).action(async () => {
    let plant: Plant | undefined;
    const answer = (line: string): object => {
      const { options, captions } = JSON.parse(line) as { options?: PlantOptions; captions?: Caption[] };
      if (options !== undefined) {
        plant = createPlant(options);
        return { version };
      }
      if (plant === undefined) throw misfit('serve', 'options', 'the first line', captions);
      const mined = plant.mineGroups(captions ?? []);
      return {
        mined: mined.map(({ negatives, reason }) => (reason ? { negatives, reason } : { negatives })),
      };
    };
    for await (const line of createInterface({ input: process.stdin })) {
      let said: object;
      try {
        said = answer(line);
      } catch (error) {
        said = { error: error instanceof Error ? error.message : String(error) };
      }
      // A reader that is slower than the miner holds it up.
      if (!process.stdout.write(`${JSON.stringify(said)}\n`)) {
        await new Promise((resolve) => process.stdout.once('drain', resolve));
      }
    }
  });
}
