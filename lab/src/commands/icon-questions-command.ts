import { join } from 'node:path';
import { createLexicon } from '@slipform/concreteness';
import { type Icon, type IconSet, mainDrawings, nearDuplicates, splitOf } from '@slipform/icons';
import { drawIcons, openCorpus } from '@slipform/icons/files';
import { createProgress, type Progress } from '@slipform/kit/command/progress';
import { InputError } from '@slipform/kit/errors/input-error';
import { withOutputFile } from '@slipform/kit/files/output-file';
import { addOptions } from '@slipform/kit/options/add-options';
import { flagRow, folderName, folderRow, row } from '@slipform/kit/options/command-rows';
import { choice, defineOptions, described, integer, type OptionsRead } from '@slipform/kit/options/options';
import { Command } from 'commander';
import { makeIconQuestions, type QuestionSource, stringifyIconQuestions } from '../icons/make-icon-questions';

const count = (help: string, min: number, fallback: number) => row(help, integer({ min }), fallback);

const OPTIONS = defineOptions('slipform-lab icon-questions', {
  sets: row('the dozen of the core, or all that are installed', choice(['core', 'all']), 'core'),
  root: row('where the sets are installed', folderName(), '.'),
  against: folderRow(
    'where the training sets are installed, near-duplicates of which are marked; default: as --root',
  ),
  perBand: count('the most pairs of one band of concreteness', 1, 1400),
  perWord: count('the most pairs in which one word is exchanged', 1, 30),
  perWordPair: count('the most pairs with the same two words', 1, 3),
  gallery: count('icons in the gallery over all sets', 2, 2000),
  cache: folderRow('keeps the drawings'),
  seed: count('seed of everything random', 0, 0),
  output: described('where the two files go', folderName()),
  force: flagRow('overwrite an existing output'),
});

type IconQuestionFlags = OptionsRead<typeof OPTIONS.rows>;

/** `slipform-lab icon-questions`. */
export function iconQuestionsCommand(): Command {
  const command = new Command('icon-questions').description(
    'Draw the questions of the benchmarks icon-pairs and icons from installed sets of test artists',
  );
  return addOptions(command, OPTIONS, { output: '-o, --output <folder>' }).action(async (given) => {
    const flags = OPTIONS.read(given);
    const { output, force } = flags;
    const files = ['icon-pairs.json', 'icons.json'].map((name) => join(output, name));
    const save = (index: number, work: (save: (text: string) => Promise<void>) => Promise<void>) =>
      withOutputFile({ file: files[index]!, name: '-o', force, inputs: [] }, work);
    await save(0, (savePairs) =>
      save(1, async (saveIcons) => {
        const { about, sets, pairs, icons } = await questionsOf(flags);
        await savePairs(stringifyIconQuestions(about, { sets, pairs, icons: {} }));
        await saveIcons(stringifyIconQuestions(about, { sets, pairs: {}, icons }));
        const count = (lists: Readonly<Record<string, readonly unknown[]>>) =>
          Object.values(lists).reduce((sum, list) => sum + list.length, 0);
        process.stdout.write(`${files[0]}: ${count(pairs)} pairs\n${files[1]}: ${count(icons)} icons\n`);
      }),
    );
  });
}

async function questionsOf(flags: IconQuestionFlags) {
  const progress = createProgress(process.stderr);
  try {
    const { source, about } = await sourceOf(flags, progress);
    return { about, ...makeIconQuestions(source, flags) };
  } finally {
    progress.stop();
  }
}

async function sourceOf(flags: IconQuestionFlags, progress: Progress) {
  const { sets: which, root, against = root, cache } = flags;
  const isOf = (split: string) => (set: IconSet) => splitOf(set) === split;
  const asked = await openCorpus({ root, sets: which });
  const sets = asked.sets.filter(isOf('test'));
  const training = await openCorpus({ root: against, sets: 'all' });
  const trained = training.sets.filter(isOf('train')).flatMap(({ icons }) => icons);
  if (sets.length === 0 || trained.length === 0) {
    throw new InputError(
      `icon-questions: there must be sets of test artists in ${root} and training sets in ${against}; npm install @iconify/json.`,
    );
  }
  const draw = async (icons: readonly Icon[], size: number, what: string) => {
    const bar = progress.start(what, icons.length, 'icons');
    return drawIcons(icons, {
      size,
      ...(cache ? { cache } : {}),
      onProgress: ({ done }) => bar.update(done),
    });
  };
  const icons = mainDrawings(sets.flatMap((set) => set.icons));
  const places = new Map(icons.map((icon, at) => [icon.id, at]));
  const drawings = await draw(icons, 32, 'Test icons');
  const others = await draw(trained, 32, 'Training icons');
  const bar = progress.start('Near-duplicates', icons.length, 'icons');
  const { duplicates } = await nearDuplicates(drawings, others, {
    onProgress: ({ done }) => bar.update(done),
  });
  const copies = new Set(duplicates.map((at) => icons[at]!.id));
  const bytes = drawings.size ** 2 * 3;
  const pixelsOf = ({ id }: Icon) => {
    const at = places.get(id)!;
    return Buffer.from(drawings.pixels.subarray(at * bytes, (at + 1) * bytes));
  };
  const lexicon = createLexicon();
  const source: QuestionSource = {
    sets,
    packages: Object.fromEntries(
      sets.map(({ set }) => {
        const own = `@iconify-json/${set}`;
        const name = Object.hasOwn(asked.versions, own) ? own : '@iconify/json';
        return [set, { package: name, version: asked.versions[name]! }];
      }),
    ),
    trained,
    isDrawn: ({ id }) => places.has(id) && drawings.has(places.get(id)!),
    isSamePicture: (one, other) => pixelsOf(one).equals(pixelsOf(other)),
    isCopy: ({ id }) => copies.has(id),
    rate: (word) => lexicon.rate(word)?.rating,
  };
  const from = Object.entries(training.versions).map(([name, version]) => `${name} ${version}`);
  const about = `Drawn by slipform-lab icon-questions --sets ${which} --seed ${flags.seed}; near-duplicates (correlation above .95), names and word pairs of ${trained.length} icons of training sets in ${from.length > 3 ? `${from.length} packages` : from.join(', ')} are marked.`;
  return { source, about };
}
