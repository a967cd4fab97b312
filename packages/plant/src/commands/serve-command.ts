import { createInterface } from 'node:readline';
import { createLexicon } from '@slipform/concreteness';
import { fileRow } from '@slipform/kit/options/command-rows';
import { defineOptions, misfit } from '@slipform/kit/options/options';
import type { Command } from 'commander';
import type { Caption } from '../caption';
import { CorpusStats } from '../corpus/corpus-stats';
import { PLANT_OPTIONS } from '../options';
import { createPlant, type Plant } from '../plant';
import { readNorms, readParsed } from '../run/setup';

const { policy, temperature, balance, sense, perCaption, operations, slots, seed, ...others } =
  PLANT_OPTIONS.rows;
const { maxGap, contextLength, mirror, vocabulary, contrasts } = others;

/** Those of `createPlant` that JSON can hold; a fit and norms by the names of their files. */
const SERVE_OPTIONS = defineOptions('slipform.mine', {
  ...{ policy, temperature, balance, sense, perCaption, operations, slots, seed },
  ...{ maxGap, contextLength, mirror, vocabulary, contrasts },
  fit: fileRow('statistics of a corpus'),
  norms: fileRow('human ratings of concreteness'),
});

async function plantOf(options: unknown): Promise<Plant> {
  const { fit, norms, ...plain } = SERVE_OPTIONS.read(options);
  const counts = await readParsed(fit, CorpusStats.parse, 'fit takes what `slipform-plant fit` wrote', 256);
  const ratings = await readNorms(norms);
  return createPlant({
    ...plain,
    ...(counts.value && { fit: counts.value }),
    ...(ratings.value && { lexicon: createLexicon({ norms: ratings.value }) }),
  });
}

/**
 * `slipform-plant serve`, for programs in other languages: a line of JSON in, a line out, in order. The first line is
 * `{ "options": {…} }`, those of `createPlant` that JSON can hold; it is answered by `{ "version" }`. Each other is `{ "captions": […] }`, a block that is
 * mined together, answered by `{ "mined": [{ "negatives": […], "reason"? }, …] }`. What can't be done is answered by
 * `{ "error": "a sentence" }`. The command ends with its input, and so with the program that started it.
 */
export function addServeCommand(program: Command, version: string): void {
  program.command('serve', { hidden: true }).action(async () => {
    let plant: Plant | undefined;
    const answer = async (line: string): Promise<object> => {
      const { options, captions } = JSON.parse(line) as { options?: unknown; captions?: Caption[] };
      if (options !== undefined) {
        plant = await plantOf(options);
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
        said = await answer(line);
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
