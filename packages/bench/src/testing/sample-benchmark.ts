import { createRandom } from '@slipform/kit/random/random';
import type { Benchmark } from '../questions/benchmark';
import { captionAgainst, type Question } from '../questions/question';

const colours = ['red', 'green', 'blue', 'yellow', 'purple', 'pink', 'brown', 'black'];
const things = ['dog', 'cat', 'car', 'bus', 'boat', 'tree', 'chair', 'cup', 'ball', 'bird', 'fish', 'horse'];
const relations = ['left of', 'right of', 'above', 'below'];
type Words = readonly [string, string, string, string, string];

/**
 * Questions of five kinds about "red dog above blue cat", which of two captions belongs to a picture: as many captions as `count`,
 * all by chance, and negatives that could be captions themselves but are those of no picture here. Pictures are names.
 */
export function sampleBenchmark({ count = 60, seed = 0 } = {}) {
  const random = createRandom(seed);
  const other = (of: readonly string[], not: readonly string[]) => {
    let found = random.pick(of);
    while (not.includes(found)) found = random.pick(of);
    return found;
  };
  const swapsOf = ([colour, thing, relation, colour2, thing2]: Words) => ({
    swap_objects: [colour, thing2, relation, colour2, thing],
    swap_attributes: [colour2, thing, relation, colour, thing2],
  });
  const taken = new Set<string>();
  const drawn: Words[] = [];
  while (drawn.length < count) {
    const [colour, thing] = [random.pick(colours), random.pick(things)];
    const words = [
      colour,
      thing,
      random.pick(relations),
      other(colours, [colour]),
      other(things, [thing]),
    ] as const;
    const texts = [words, ...Object.values(swapsOf(words))].map((each) => each.join(' '));
    if (texts.some((text) => taken.has(text))) continue;
    for (const text of texts) taken.add(text);
    drawn.push(words);
  }
  const captions = drawn.map((words) => words.join(' '));
  const images = captions.map((_, at) => `${at}.png`);
  const shown = new Set(captions);
  const questions = drawn.flatMap((words, at): Question[] => {
    const [colour, thing, relation, colour2, thing2] = words;
    const changes: Record<string, () => readonly string[]> = {
      replace_object: () => [colour, other(things, [thing, thing2]), relation, colour2, thing2],
      replace_attribute: () => [colour, thing, relation, other(colours, [colour, colour2]), thing2],
      relation: () => [colour, thing, other(relations, [relation]), colour2, thing2],
    };
    for (const [kind, swapped] of Object.entries(swapsOf(words))) changes[kind] = () => swapped;
    return Object.entries(changes).map(([kind, change]) => {
      let negative = change().join(' ');
      while (shown.has(negative)) negative = change().join(' ');
      return {
        id: `${at}-${kind}`,
        kind,
        group: String(at),
        ...captionAgainst(images[at]!, captions[at]!, negative),
      };
    });
  });
  return {
    ...{ name: 'Coloured things', captions, images, questions, chance: 0.5 },
    retrieval: { images, texts: captions, imageOf: captions.map((_, at) => at) },
  } satisfies Benchmark & { captions: string[]; images: string[] };
}
