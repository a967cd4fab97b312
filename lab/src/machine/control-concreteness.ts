import type { Random } from '@slipform/kit/random/random';
import type { LossSpec } from '../run';

/**
 * Concreteness as the loss of a control gets it, of the rows that have a hard negative: dealt to other rows, or evenly from 1 to 5 in an order by chance. Of any other loss it is the words' own.
 *
 * @param valid whether each row has a hard negative
 */
export function controlConcreteness(
  loss: LossSpec,
  own: readonly number[],
  valid: readonly boolean[],
  random: Pick<Random, 'shuffle'>,
): readonly number[] {
  const control = loss.name === 'adaptive' ? loss.control : undefined;
  const rows = [...own.keys()].filter((row) => valid[row]);
  const among = (values: readonly number[]) => {
    const all = [...own];
    for (const [place, row] of rows.entries()) all[row] = values[place]!;
    return all;
  };
  const theirs = rows.map((row) => own[row]!);
  switch (control) {
    case 'permuted':
      return among(random.shuffle(theirs));
    case 'wide':
      return among(random.shuffle(theirs.map((_, place) => 1 + (4 * (place + 0.5)) / theirs.length)));
    default:
      return own;
  }
}
