import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';
import type { ClipModel } from '../model/clip-model';

/** Which parameters are trained: by a function of the name, or by patterns. See {@link TrainOptions.trainable}. */
export type TrainableRule = ((name: string) => boolean) | string | RegExp | readonly (string | RegExp)[];

/**
 * Makes those parameters trainable that the rule names, and freezes the others; the function that comes back
 * restores what was before.
 *
 * @throws {InputError} for a pattern that matches no parameter, and where nothing would be trained
 */
export function setTrainable(model: ClipModel, rule: TrainableRule | undefined): () => void {
  const before = new Map([...model.parameters.values()].map((x) => [x, x.trainable] as const));
  const names = [...model.parameters.keys()];
  if (rule === undefined && ![...before.values()].includes(true)) {
    throw new InputError(
      `trainClip: model must have a parameter to train; of ${names.length} none is trainable, set trainable = true on some or name them in the option trainable.`,
    );
  }
  if (rule !== undefined) {
    const trained = trainedNames(names, rule);
    if (trained.size === 0) {
      throw new InputError(
        `trainClip: trainable must leave a parameter to train; of ${names.length} it names none.`,
      );
    }
    for (const [name, variable] of model.parameters) variable.trainable = trained.has(name);
  }
  return () => {
    for (const [variable, trainable] of before) variable.trainable = trainable;
  };
}

function trainedNames(names: readonly string[], rule: TrainableRule): ReadonlySet<string> {
  if (typeof rule === 'function') return new Set(names.filter((name) => rule(name)));
  const rules = Array.isArray(rule) ? rule : [rule as string | RegExp];
  const patterns = rules.map(readPattern);
  for (const { source, matches } of patterns) {
    if (!names.some(matches)) {
      throw new InputError(
        `trainClip: the pattern ${source} of trainable matches no parameter; they have names like ${names[0]} and ${names[names.length - 1]}.`,
      );
    }
  }
  // No pattern at all names nothing; exceptions alone are from everything.
  if (patterns.length === 0) return new Set();
  const wanted = patterns.filter(({ excludes }) => !excludes);
  const unwanted = patterns.filter(({ excludes }) => excludes);
  return new Set(
    names.filter(
      (name) =>
        (wanted.length === 0 || wanted.some(({ matches }) => matches(name))) &&
        !unwanted.some(({ matches }) => matches(name)),
    ),
  );
}

function readPattern(pattern: string | RegExp) {
  if (pattern instanceof RegExp) {
    // Without g and y, whose `test` goes on where the last one ended.
    const stateless = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''));
    return {
      source: String(pattern),
      excludes: false,
      matches: (name: string) => stateless.test(name),
    };
  }
  if (typeof pattern !== 'string') {
    refuse(
      'trainClip',
      'trainable',
      'must be a function, a string, a RegExp or an array of these two',
      shown(pattern),
    );
  }
  const excludes = pattern.startsWith('!');
  const glob = excludes ? pattern.slice(1) : pattern;
  const source = glob.split('*').map(escapePattern).join('.*');
  const whole = new RegExp(`^${source}$`);
  return { source: JSON.stringify(pattern), excludes, matches: (name: string) => whole.test(name) };
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
