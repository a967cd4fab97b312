import { expect, it } from 'vitest';
import { judge } from './judge';

const question = (at: number) =>
  [0, 'above', `A red cloud above a blue bell`, `A blue cloud above a red bell`, `${at}`, `${at}`] as const;
const table = {
  size: 2,
  drawings: [
    [0, 'cloud'],
    [0, 'bell'],
  ],
  questions: [question(0), question(1)],
} as const;

/** Embeds pictures, captions and free wordings, in the order of the questions, as it is told. */
const encoder = (pictures: number[][], captions: number[][], freely: number[][]) => {
  const texts = [captions, freely];
  return {
    embedImages: async () => pictures.map((each) => Float32Array.from(each)),
    embedTexts: async () => texts.shift()!.map((each) => Float32Array.from(each)),
  };
};
const ask = (...embedded: Parameters<typeof encoder>) =>
  judge(encoder(...embedded), { table, greys: new Uint8Array(8) }, new AbortController().signal);

const pictures = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
  [0, 0, 0, 1],
];

it('calls a question right by its pairs, by all four choices, and a tie wrong', async () => {
  // The second question's pairs win together, while its first picture is more like the second caption.
  const captions = [
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 0.5, 0],
    [0, 0, 0.6, 1],
  ];
  const tie = Array(4).fill([1, 1, 1, 1]);
  expect(await ask(pictures, captions, tie)).toEqual({ swaps: '31', freely: '00', search: '33' });
  expect((await ask(pictures, tie, tie)).search).toBe('00');
});

it('searches among the first pictures and captions of all questions, both ways', async () => {
  const swapped = [pictures[2]!, pictures[1]!, pictures[0]!, pictures[3]!];
  expect((await ask(pictures, swapped, pictures)).search).toBe('00');
  // Both pictures find the first caption: the first alone is right, and each caption finds the first picture.
  const one = [[1, 0, 0.5, 0], pictures[1]!, [0.2, 0, 0.1, 0], pictures[3]!];
  expect((await ask(pictures, one, pictures)).search).toBe('30');
});
