import { type Icon, nearDuplicates, pairQuestions } from '@slipform/icons';
import { drawIcons, type QuestionSet, stringifyPairQuestions } from '@slipform/icons/files';
import { createProgress } from '@slipform/kit/command/progress';
import { withOutputFile } from '@slipform/kit/files/output-file';
import { addOptions } from '@slipform/kit/options/add-options';
import { fileName, flagRow, row } from '@slipform/kit/options/command-rows';
import { defineOptions, described, integer } from '@slipform/kit/options/options';
import { Command } from 'commander';
import { CORE, rootRow } from '../pairs/folders';
import { openThings } from '../pairs/things';

const OPTIONS = defineOptions('slipform-lab pair-questions', {
  root: rootRow,
  perSet: row('questions of a set', integer({ min: 1 }), 200),
  perName: row('the most questions with a name', integer({ min: 1 }), 60),
  seed: row('of everything random', integer({ min: 0 }), 1),
  output: described('where the questions go', fileName()),
  force: flagRow('overwrite an existing output'),
});

/** `slipform-lab pair-questions`. */
export function pairQuestionsCommand(): Command {
  const command = new Command('pair-questions').description(
    'Draw the questions of the benchmark colour-pairs from one set of each family of test artists',
  );
  return addOptions(command, OPTIONS, { output: '-o, --output <file>' }).action((given) => {
    const { root, output, force, ...limits } = OPTIONS.read(given);
    return withOutputFile({ file: output, name: '-o', force, inputs: [] }, async (save) => {
      const core = await openThings({ root: CORE, sets: 'core', split: 'test' });
      const all = await openThings({ root, sets: 'all', split: 'test' });
      const trained = await openThings({ root, sets: 'all', split: 'train' });
      const families = new Set(core.icons.map(({ family }) => family));
      // A clone of the repository has the core's sets.
      const icons = largestSets([...core.icons, ...all.icons.filter(({ family }) => !families.has(family))]);
      const questions = pairQuestions(icons, limits);
      const progress = createProgress(process.stderr);
      const bar = progress.start('Near-duplicates', trained.icons.length, 'training icons');
      const copies = await findCopies(icons, trained.icons, (done) => bar.update(done));
      progress.stop();
      const sets: Record<string, QuestionSet> = {};
      for (const { sets: infos, versions } of [core, all]) {
        for (const { set, artist, family, licence } of infos) {
          if (sets[set] || !questions.some((question) => question.set === set)) continue;
          const from = [`@iconify-json/${set}`, '@iconify/json'].find((name) => versions[name])!;
          sets[set] = { package: from, version: versions[from]!, artist, family, licence };
        }
      }
      const about = `Drawn by slipform-lab pair-questions --seed ${limits.seed} from the core's sets and @iconify/json ${all.versions['@iconify/json']}; near-duplicates (correlation of .95 or more) of ${trained.icons.length} icons of training sets are marked.`;
      await save(stringifyPairQuestions(about, sets, questions, ({ id }) => copies.has(id)));
      process.stdout.write(`${output}: ${questions.length} questions\n`);
    });
  });
}

/** Of each family the set with most of the things. */
function largestSets(icons: readonly Icon[]): Icon[] {
  const counts = new Map<string, number>();
  for (const { set } of icons) counts.set(set, (counts.get(set) ?? 0) + 1);
  const best = new Map<string, string>();
  for (const { family, set } of icons) {
    const known = best.get(family);
    if (known === undefined || counts.get(set)! > counts.get(known)!) best.set(family, set);
  }
  return icons.filter(({ family, set }) => best.get(family) === set);
}

/** Edge of the pictures that are compared: as models see them, half of a picture of two. */
const SIZE = 24;

/** Ids of icons that are nearly one that models may have been trained on: the greys at 16 × 16 correlate by .95 or more. */
async function findCopies(
  asked: readonly Icon[],
  trained: readonly Icon[],
  onProgress: (done: number) => void,
): Promise<ReadonlySet<string>> {
  const drawings = await drawIcons(asked, { size: SIZE });
  const others = await drawIcons(trained, { size: SIZE, onProgress: ({ done }) => onProgress(done) });
  const { duplicates } = await nearDuplicates(drawings, others);
  return new Set([...duplicates].map((index) => asked[index]!.id));
}
