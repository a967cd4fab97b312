import { fileURLToPath } from 'node:url';
import { type DuoQuestion, duoSheet, type Icon } from '@slipform/icons';
import { openCorpus } from '@slipform/icons/files';
import { formatFixed } from '@slipform/kit/text/format-number';
import { cosinesOf, type PairQuestion, pairAnswer } from '../demo/demo-answers';
import { iconsOfKey } from '../demo/demo-questions';
import { ICON_CORPUS } from '../icons/icon-folders';
import { labFolder } from '../lab-folder';
import { mean } from '../statistics/paired-contrast';
import type { AnswersFile } from './answers-table';
import { type Kept, readKept } from './demo-judged';

/** And what a heading calls them. */
const KINDS = new Map([
  ['swap', 'Swaps'],
  ['thing', 'Another thing'],
  ['sign', 'Another sign'],
  ['sentence', 'The same in sentences that people wrote'],
]);
/** Of each kind; a set has a third of them at most, so that no artist takes the page. */
const SHOWN = 24;

/**
 * A page of the questions about pictures of two with the fewest right answers, of each kind: fewest right pairings of all
 * models and seeds first, then the cosines that are furthest on the wrong side.
 *
 * @throws {InputError} if there are no answers yet
 */
export async function wrongPage(experiment: string, folder: string): Promise<AnswersFile> {
  const { questions, answers } = await readKept(experiment, folder);
  const judged = questions.pairs.map((question, at) => ({
    question,
    right: answers.filter((own) => pairAnswer(own, at).pairing).length,
    ahead: mean(
      answers.map((own) => {
        const [a, b, c, d] = cosinesOf(own, at);
        return a + d - b - c;
      }),
    ),
  }));
  const wrong = judged.sort((one, other) => one.right - other.right || one.ahead - other.ahead);
  const shown = [...KINDS.keys()].flatMap((kind) => {
    const bySet = new Map<string, number>();
    return wrong
      .filter(({ question }) => question.kind === kind)
      .filter(({ question }) => {
        const set = setOf(question);
        bySet.set(set, (bySet.get(set) ?? 0) + 1);
        return bySet.get(set)! <= SHOWN / 3;
      })
      .slice(0, SHOWN);
  });
  const icons = await iconsOf(shown.map(({ question }) => question));
  const byId = new Map(shown.map((each) => [each.question.id, each]));
  const headings = new Map(
    [...KINDS].map(([kind, title]) => {
      const right = shown.filter(({ question }) => question.kind === kind).map((each) => each.right);
      const all = questions.pairs.filter((question) => question.kind === kind).length;
      return [
        kind,
        `${title}: ${right.length} of ${all} questions, right in ${right[0]} to ${right.at(-1)} of ${answers.length} answers`,
      ];
    }),
  );
  const content = duoSheet(
    shown.map(({ question }) => duoQuestionOf(question, icons)),
    {
      title: `${experiment}: the ${SHOWN} of each kind with the fewest right answers`,
      intro: introOf(answers),
      headingOf: ({ id }) => headings.get(byId.get(id)!.question.kind)!,
      noteOf: ({ id }) => {
        const { right, ahead } = byId.get(id)!;
        return `right in ${right} of ${answers.length} answers; cosines of the right pairs less those of the wrong ones ${formatFixed(ahead, 2)}`;
      },
    },
  );
  return { holds: `${shown.length} questions`, content };
}

/** Who answered, what is right, what is blue, and what the page leaves out. */
function introOf(answers: Kept['answers']): string {
  const models = [...new Set(answers.map(({ model }) => model))].map((model) => {
    const seeds = answers.filter((own) => own.model === model).map(({ seed }) => seed);
    return `${model} (seeds ${seeds.join(', ')})`;
  });
  return [
    `Each question has ${answers.length} answers, one for each model and seed: ${models.join('; ')}.`,
    'Each caption stands below its own picture. An answer is right where the two right pairs of picture and caption have a larger sum of cosines than the two wrong pairs; chance is 50 %.',
    'Blue: the words in which the two captions differ, or which change places; in sentences, those words where they stand so.',
    `Of one icon set there are ${SHOWN / 3} questions of a kind at most.`,
  ].join(' ');
}

const setOf = ({ pictures }: PairQuestion) => iconsOfKey(pictures[0]).icons[0].split(':')[0]!;

/** By id; of the core, and for sets that it lacks of lab/corpus. */
async function iconsOf(questions: readonly PairQuestion[]): Promise<ReadonlyMap<string, Icon>> {
  const sets = [...new Set(questions.map(setOf))];
  const core = await openCorpus({ root: fileURLToPath(labFolder) });
  const known = new Set(core.sets.map(({ set }) => set));
  const others = sets.filter((set) => !known.has(set));
  const more = others.length > 0 ? await openCorpus({ root: ICON_CORPUS, sets: others }) : { icons: [] };
  return new Map([...core.icons, ...more.icons].map((icon) => [icon.id, icon]));
}

/** As the sheet of questions shows it: headings say the kind, and a joiner says nothing that the captions do not. */
function duoQuestionOf({ id, kind, pictures, captions }: PairQuestion, icons: ReadonlyMap<string, Icon>) {
  const two = pictures.map((key) => iconsOfKey(key).icons.map((icon) => icons.get(icon)!)) as [
    [Icon, Icon],
    [Icon, Icon],
  ];
  const { layout } = iconsOfKey(pictures[0]);
  const [{ set, family }] = two[0];
  const at = two[0][0].id === two[1][0].id ? 1 : 0;
  const [one, other] = [two[0][at]!.words, two[1][at]!.words];
  const without = (words: readonly string[], others: readonly string[]) =>
    words.filter((word) => !others.includes(word)).join(' ') || words.join(' ');
  return {
    ...{ id, set, family, captions },
    kind: kind as DuoQuestion['kind'],
    pictures: two,
    wording: { layout, joiner: 'and', isReversed: false },
    parts: [without(one, other), without(other, one)],
  } satisfies DuoQuestion;
}
