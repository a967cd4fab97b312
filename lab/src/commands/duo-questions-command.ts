import { readFile } from 'node:fs/promises';
import { createLexicon } from '@slipform/concreteness';
import { type DuoQuestion, duoSheet, type Icon, splitOf } from '@slipform/icons';
import { drawIcons, openCorpus } from '@slipform/icons/files';
import { createProgress } from '@slipform/kit/command/progress';
import { InputError } from '@slipform/kit/errors/input-error';
import { withOutputFile } from '@slipform/kit/files/output-file';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import { addOptions } from '@slipform/kit/options/add-options';
import { fileName, fileRow, flagRow, folderName, folderRow, row } from '@slipform/kit/options/command-rows';
import {
  defineOptions,
  described,
  integer,
  type OptionsRead,
  optional,
  text,
} from '@slipform/kit/options/options';
import { Command } from 'commander';
import { findMarks, type IconMarks } from '../duo/find-marks';
import {
  type DuoQuestionSource,
  duoRow,
  makeDuoQuestions,
  stringifyDuoQuestions,
} from '../duo/make-duo-questions';
import { labFolder } from '../lab-folder';

const count = (help: string, min: number, fallback: number) => row(help, integer({ min }), fallback);

const OPTIONS = defineOptions('slipform-lab duo-questions', {
  root: row('where the sets are installed that are asked about', folderName(), '.'),
  sets: described('sets of test artists, comma-separated; default: those of the core', optional(text())),
  against: folderRow(
    'where all sets are installed, by which words are known: lab/corpus; default: as --root',
  ),
  perPart: count('the most quads of a set with one part', 1, 100),
  perPartPair: count('the most with the same two parts', 1, 6),
  families: count('families of artists that use a word, at least', 1, 8),
  seed: count('seed of everything random', 0, 1),
  output: described('where the questions go', fileName()),
  sheet: fileRow('a page with a tenth of the questions, to look at'),
  force: flagRow('overwrite an existing output'),
});

/** Of the ink of the two together; below it a person has to search for the difference. */
const LEAST_DIFFERENCE = 0.12;

/** `slipform-lab duo-questions`. */
export function duoQuestionsCommand(): Command {
  const command = new Command('duo-questions').description(
    'Draw the questions of the benchmark duo from sets of test artists',
  );
  return addOptions(command, OPTIONS, { output: '-o, --output <file>' }).action((given) => {
    const flags = OPTIONS.read(given);
    const { output, sheet, force } = flags;
    return withOutputFile({ file: output, name: '-o', force, inputs: [] }, async (save) => {
      const { about, sets, questions, found, count } = await questionsOf(flags);
      await save(stringifyDuoQuestions(about, sets, questions));
      if (sheet !== undefined) await writeFileWhole(sheet, duoSheet(found.filter((_, at) => at % 10 === 0)));
      process.stdout.write(`${output}: ${count} questions\n`);
    });
  });
}

async function questionsOf(flags: OptionsRead<typeof OPTIONS.rows>) {
  const { root, against = root, seed, perPart, perPartPair, families } = flags;
  const named = flags.sets?.split(',');
  const own = await openCorpus({ root, sets: named ?? 'core', tags: true });
  const all = await openCorpus({ root: against, sets: 'all', tags: true });
  const asked = own.icons.filter((icon) => splitOf(icon) === 'test');
  const others = all.icons.filter((icon) => splitOf(icon) === 'train');
  const drawings = await drawIcons(asked, { size: 48 });
  const places = new Map(asked.map(({ id }, at) => [id, at]));
  const lexicon = createLexicon();
  const source: DuoQuestionSource = {
    icons: [...asked, ...others],
    isAsked: ({ id }) => places.has(id) && drawings.has(places.get(id)!),
    difference: (one, other) => inkDifference(drawings, places.get(one.id)!, places.get(other.id)!),
    rate: (word) => lexicon.rate(word)?.rating,
  };
  const found = makeDuoQuestions(source, {
    ...{ seed, perPart, perPartPair, families },
    leastDifference: LEAST_DIFFERENCE,
  });
  const shown = new Map(found.flatMap(({ pictures }) => pictures.flat()).map((icon) => [icon.id, icon]));
  const marks = await markedIcons([...shown.values()], others);
  // People wrote them for the core.
  const sentences = named ? new Map<string, never>() : await readSentences(found);
  const questions = new Map<string, (readonly unknown[])[]>();
  for (const question of found) {
    const rows = questions.get(question.set) ?? [];
    questions.set(question.set, rows);
    rows.push(duoRow(question, { ...source, ...marks }));
    const words = sentences.get(question.id);
    if (words !== undefined) rows.push(duoRow(question, { ...source, ...marks }, words));
  }
  const sets = Object.fromEntries(
    own.sets
      .filter(({ set }) => questions.has(set))
      .map(({ set, artist, family, licence }) => {
        const name = [`@iconify-json/${set}`, '@iconify/json'].find((each) => own.versions[each])!;
        return [set, { package: name, version: own.versions[name]!, artist, family, licence }];
      }),
  );
  const version = all.versions['@iconify/json'];
  const about = `Drawn by slipform-lab duo-questions --seed ${seed}${version === undefined ? '' : `, words known by @iconify/json ${version}`}; near-duplicates (correlation of .95 or more) and names of ${others.length} icons of training sets are marked${named ? '' : '; sentences by hand'}.`;
  return { about, sets, questions, found, count: found.length + sentences.size };
}

async function markedIcons(asked: readonly Icon[], trained: readonly Icon[]): Promise<IconMarks> {
  const progress = createProgress(process.stderr);
  const bar = progress.start('Near-duplicates', trained.length, 'training icons');
  try {
    return await findMarks(asked, trained, (done) => bar.update(done));
  } finally {
    progress.stop();
  }
}

/** Sentences by the question's id: a line each, `id<TAB>of the first picture<TAB>of the second`. */
async function readSentences(
  questions: readonly DuoQuestion[],
): Promise<Map<string, readonly [string, string]>> {
  const text = await readFile(new URL('src/duo/duo-sentences.tsv', labFolder), 'utf8');
  const ids = new Set(questions.map(({ id }) => id));
  const rows = text.split('\n').filter((line) => line !== '');
  return new Map(
    rows.map((line, at) => {
      const [id, one, other] = line.split('\t');
      if (id === undefined || one === undefined || other === undefined || !ids.has(id)) {
        throw new InputError(
          `duo-sentences.tsv: line ${at + 1} must be the id of a question and two sentences, got ${line.slice(0, 80)}.`,
        );
      }
      return [id, [one, other]] as const;
    }),
  );
}

/** The share of ink of two drawings together that one has and the other has not. */
function inkDifference(
  { pixels, size }: { readonly pixels: Uint8Array; readonly size: number },
  one: number,
  other: number,
): number {
  const bytes = size * size * 3;
  let [apart, together] = [0, 0];
  for (let at = 0; at < bytes; at++) {
    const [x, y] = [255 - pixels[one * bytes + at]!, 255 - pixels[other * bytes + at]!];
    apart += Math.abs(x - y);
    together += Math.max(x, y);
  }
  return together === 0 ? 0 : apart / together;
}
