import { misfit, readable } from '@slipform/kit/options/options';
import { type ColourPair, PAIR_COLOURS, PAIR_JOINERS } from './pair-caption';

/** @throws {InputError} for what is not two coloured things and a joiner */
export function checkPair(caller: string, pair: ColourPair): void {
  const isPair = readable(
    caller,
    () => 'pair',
    () => {
      const { things, joiner } = Object(pair) as Partial<ColourPair>;
      const areThings =
        Array.isArray(things) &&
        things.length === 2 &&
        Array.from(things).every(
          (each) =>
            typeof each?.thing === 'string' &&
            typeof each.colour === 'string' &&
            Object.hasOwn(PAIR_COLOURS, each.colour),
        );
      return areThings && typeof joiner === 'string' && Object.hasOwn(PAIR_JOINERS, joiner);
    },
  );
  const rule = `two things in colours (${Object.keys(PAIR_COLOURS).join(', ')}) and a joiner (${Object.keys(PAIR_JOINERS).join(', ')})`;
  if (!isPair) throw misfit(caller, 'pair', rule, pair);
}
