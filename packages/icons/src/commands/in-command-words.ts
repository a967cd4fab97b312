import { InputError } from '@slipform/kit/errors/input-error';

/** Functions of this package that commands call, by whose name their errors begin. */
const FUNCTIONS =
  /^(?:openCorpus|readIconSet|exportIcons|drawIcons|minimalPairs|contactSheet|noticeOf|splitOf): /;
/** Options that have the same name in both. */
const OPTION = /^(?=(?:root|sets|size|split|seed|limit) must )/;

/**
 * Lets errors speak of what the command's user typed: `openCorpus: root must be …` becomes `--root must be …`.
 *
 * @throws what `work` throws
 */
export async function inCommandWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!InputError.isInstance(error) || !FUNCTIONS.test(error.message)) throw error;
    throw new InputError(
      error.message
        .replace(FUNCTIONS, '')
        .replace(OPTION, '--')
        .replace('leave it out, or read it with readIconSet.', 'leave it out of --sets.')
        .replace('open a corpus with more sets.', 'install more sets, or name more in --sets.'),
    );
  }
}
