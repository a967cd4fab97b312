import { InputError } from '@slipform/kit/input-error';
import { checkText } from '../checks/check-text';
import { kindOf } from '../checks/kind-of';
import { checkOptions } from '../checks/known-options';
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

const OPTIONS = {
  images: true,
  labels: true,
  classes: true,
  templates: true,
  name: true,
} satisfies Record<keyof ZeroShotOptions, true>;

/**
 * Zero-shot classification: does a picture score highest with the prompts of its own class? A class's score is the
 * cosine with the mean of the unit vectors of its prompts, over all templates (an ensemble, as in CLIP's paper).
 *
 * Kinds `top-1` (the headline) and, from six classes on, `top-5`; chance 1/classes and 5/classes. A class that ties
 * with a wrong one ranks behind it; the peers take the order of a sort. Source: Radford et al. 2021, arXiv 2103.00020.
 *
 * @throws InputError where classes, labels, images and templates don't fit together
 */
export function zeroShot(options: ZeroShotOptions): Benchmark {
  checkOptions('zeroShot', options, OPTIONS);
  const {
    images,
    labels,
    classes,
    templates = ['a photo of a {}.'],
    name = 'Zero-shot classification',
  } = options;
  for (const [argument, list] of Object.entries({ images, classes, templates })) {
    if (!Array.isArray(list))
      throw new InputError(`zeroShot: ${argument} must be a list, got ${kindOf(list)}`);
  }
  for (const [argument, list] of Object.entries({ classes, templates })) {
    list.forEach((each, index) => {
      checkText(`zeroShot: ${argument}[${index}]`, each);
    });
  }
  checkText('zeroShot: name', name);
  if (!Number.isSafeInteger(labels?.length)) {
    throw new InputError(`zeroShot: labels must be a list of indices of classes, got ${kindOf(labels)}`);
  }
  if (classes.length < 2 || new Set(classes).size < classes.length || classes.some((each) => !each.trim())) {
    throw new InputError('zeroShot: classes must be at least two names, each once and none empty');
  }
  if (templates.length === 0 || !templates.every((template) => template.includes('{}'))) {
    throw new InputError(
      "zeroShot: templates must hold at least one text, each with {} where the class's name goes",
    );
  }
  if (labels.length !== images.length) {
    throw new InputError(
      `zeroShot: labels must be one for each image, got ${labels.length} for ${images.length}`,
    );
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
      throw new InputError(
        `zeroShot: labels[${index}] must be an index from 0 to ${classes.length - 1}, got ${kindOf(label)}`,
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
