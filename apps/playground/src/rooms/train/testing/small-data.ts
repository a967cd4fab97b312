import type { TrainingData } from '../worker/messages';

const size = 16;
const first = ['cloud', 'bell', 'file', 'user', 'lock', 'map'];
const second = ['off', 'plus', 'check', 'search'];

/** Icons of two words, each a bar and a column whose places say which; all but the last eight are trained on. For tests. */
export function smallData(): TrainingData {
  const names = first.flatMap((one, row) =>
    second.map((other, column) => ({ caption: `${one} ${other}`, row, column })),
  );
  const greys = new Uint8Array(names.length * size * size).fill(255);
  for (const [at, { row, column }] of names.entries()) {
    for (let along = 0; along < size; along++) {
      greys[at * size * size + 2 * row * size + along] = 0;
      greys[at * size * size + along * size + 4 * column] = 0;
    }
  }
  const learned = names.length - 2 * second.length;
  const set = { title: 'Set', artist: 'One', licence: 'MIT', url: 'https://example.com' };
  return {
    greys,
    table: {
      size,
      sets: [{ ...set, family: 'one' }],
      icons: names.map(({ caption }) => [0, caption.replace(' ', '-'), caption]),
      partners: Array.from({ length: learned }, (_, at) => [[at % 4 === 3 ? at - 3 : at + 1, 350]]),
      questions: Array.from({ length: second.length }, (_, at) => [
        at,
        learned + at,
        first[0]!,
        first.at(-2)!,
      ]),
    },
  };
}
