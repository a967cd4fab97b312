import { createRandom } from '@slipform/kit/random/random';

const colours = ['red', 'green', 'blue', 'yellow', 'purple', 'pink', 'brown', 'black'];
const things = ['dog', 'cat', 'car', 'bus', 'boat', 'chair', 'horse', 'bird'];

/** Different captions such as "A red dog next to a blue cat.", each with its colours the other way round: both can be drawn. */
export function colouredCaptions(count: number, seed: number) {
  const random = createRandom(seed);
  const captions = new Map<string, string>();
  while (captions.size < count) {
    const [[one, other], [thing, thing2]] = [random.some(colours, 2), random.some(things, 2)];
    const caption = (first = one, second = other) => `A ${first} ${thing} next to a ${second} ${thing2}.`;
    captions.set(caption(), caption(other, one));
  }
  return [...captions].map(([caption, negative]) => ({
    ...{ caption, negative, operation: 'swap', slot: 'attribute' },
  }));
}
