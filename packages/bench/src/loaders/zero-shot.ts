import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { defineOptions, listOf, optional, type RowsFor, rule, text } from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import type { Benchmark, Coverage } from '../questions/benchmark';
import type { BenchmarkImage, BenchmarkText, Question } from '../questions/question';

export interface ZeroShotOptions {
  /** Pictures; undefined where one is missing, which is counted and not scored. */
  readonly images: readonly (BenchmarkImage | undefined)[];
  /** For each picture the index of its class. */
  readonly labels: ArrayLike<number>;
  /** Names of the classes, each once. */
  readonly classes: readonly string[];
  /** Texts with `{}` where the class's name goes; default one, `a photo of a {}.`, as CLIP's authors have it. */
  readonly templates?: readonly string[];
  /** Default `'Zero-shot classification'`. */
  readonly name?: string;
}

const table = () =>
  defineOptions('zeroShot', {
    images: rule<ZeroShotOptions['images']>('a list of pictures', Array.isArray),
    labels: rule<ArrayLike<number>>(
      'a list of indices of classes',
      (value) =>
        typeof value === 'object' && Number.isSafeInteger((value as ArrayLike<number> | null)?.length),
    ),
    classes: listOf(text(), 'a list of names', { min: 2 }),
    templates: optional(listOf(text(), 'a list of texts', { min: 1 }), ['a photo of a {}.']),
    name: optional(text(), 'Zero-shot classification'),
  } satisfies RowsFor<ZeroShotOptions>);

/**
 * Zero-shot classification: does a picture score highest with the prompts of its own class? A class's score is the
 * cosine with the mean of the unit vectors of its prompts, over all templates (an ensemble, as in CLIP's paper).
 *
 * Kinds `top-1` (the headline) and, from six classes on, `top-5`; chance 1/classes and 5/classes. A class that ties
 * with a wrong one ranks behind it; the peers take the order of a sort. Source: Radford et al. 2021, arXiv 2103.00020.
 *
 * @throws InputError where classes, labels, images and templates don't fit together
 *
 * @example
 * const benchmark = zeroShot({ images: ['0.png', '1.png'], labels: [0, 1], classes: ['dog', 'cat'] });
 */
export function zeroShot(options: ZeroShotOptions): Benchmark {
  const { images, labels, classes, templates, name } = table().read(options);
  if (new Set(classes).size < classes.length || classes.some((label) => !label.trim())) {
    throw new InputError('zeroShot: classes must be names, each once and not blank.');
  }
  if (!templates.every((template) => template.includes('{}'))) {
    throw new InputError("zeroShot: templates must be texts with {} where the class's name goes.");
  }
  if (labels.length !== images.length) {
    refuse('zeroShot', 'labels', 'must be one for each image', `${labels.length} for ${images.length}`);
  }
  const prompts = classes.map((each) => templates.map((template) => template.replaceAll('{}', () => each)));
  const kinds =
    classes.length > 5
      ? ([
          ['top-1', 1],
          ['top-5', 5],
        ] as const)
      : ([['top-1', 1]] as const);
  const questions: Question[] = [];
  const others = prompts.map((own) => prompts.filter((prompt) => prompt !== own));
  images.forEach((image, index) => {
    const label: unknown = labels[index];
    const own = typeof label === 'number' ? prompts[label] : undefined;
    if (typeof label !== 'number' || own === undefined) {
      refuse(
        'zeroShot',
        `labels[${index}]`,
        `must be an index from 0 to ${classes.length - 1}`,
        shown(label),
      );
    }
    if (image === undefined) return;
    for (const [kind, topK] of kinds) {
      questions.push(
        classQuestion(
          { id: `${kind}/${index}`, kind, group: String(index) },
          image,
          own,
          others[label]!,
          topK,
        ),
      );
    }
  });
  const counted: Coverage = { scored: questions.length / kinds.length, total: images.length };
  return {
    name,
    questions,
    chance: 1 / classes.length,
    chances: classes.length > 5 ? { 'top-5': 5 / classes.length } : {},
    coverage: Object.fromEntries(kinds.map(([kind]) => [kind, counted])),
    means: { 'top-1': ['top-1'] },
  };
}

/** Its wrong pairings are made when they are asked for: fifty thousand pictures of a thousand classes have fifty million. */
function classQuestion(
  identity: Pick<Question, 'id' | 'kind' | 'group'>,
  image: BenchmarkImage,
  own: BenchmarkText,
  others: readonly BenchmarkText[],
  topK: number,
): Question {
  return {
    ...identity,
    right: [{ image, text: own }],
    get wrong() {
      return others.map((text) => ({ image, text }));
    },
    rule: { topK },
  };
}
