import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import { expect, it } from 'vitest';
import type { Question } from '../questions/question';
import { evaluateBlind } from '../scoring/blind-baseline';
import { evaluate } from '../scoring/evaluate';
import { halfTruths, negations } from './mined-questions';

const said: Readonly<Record<string, readonly string[]>> = {
  'dog.jpg': [
    'A brown dog runs along a beach.',
    'A dog with a ball is running on the sand.',
    'A dog runs near the sea.',
  ],
  'cat.jpg': [
    'A black cat is sitting on a red car.',
    'A cat on top of a car.',
    'A cat sits on a car in a street.',
  ],
  'horse.jpg': [
    'Two white horses stand in a field.',
    'Horses are standing behind a wooden fence.',
    'Two horses in the grass.',
  ],
  'cup.jpg': [
    'A cup of coffee beside a laptop.',
    'A white cup on a wooden table.',
    'A cup with a spoon next to a laptop.',
  ],
  'man.jpg': [
    'A man is riding a large wave.',
    'A man on a white surfboard.',
    'A man rides a wave in the sea.',
  ],
  'bus.jpg': [
    'A red bus is parked on a street.',
    'A bus with people under a large tree.',
    'Three people wait for a bus.',
  ],
};
const captions = Object.entries(said).flatMap(([image, list]) => list.map((caption) => ({ image, caption })));
const images = (name: string) => (name === 'bus.jpg' ? undefined : name);

const folder = temporaryFolder();
async function fileOf(name: string, content: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}
const csv = (list: readonly { readonly image: string; readonly caption: string }[]) =>
  `image,caption\n${list.map(({ image, caption }) => `${image},"${caption}"\n`).join('')}`;
const textsOf = ({ right, wrong }: Question) =>
  [right, wrong].map(([pairing]) => (pairing && 'image' in pairing ? String(pairing.text) : '')) as [
    string,
    string,
  ];

it('a half-truth is a phrase of the caption against that phrase with a wrong one, and has a twin of equal length', async () => {
  const benchmark = await halfTruths(await fileOf('captions.csv', csv(captions)), { images });
  const all = [...benchmark.questions, ...(benchmark.withoutImage ?? [])];
  const halves = all.filter(({ kind }) => kind.startsWith('half_') && kind !== 'half_detail');
  expect(halves.length).toBeGreaterThan(3);
  for (const question of halves) {
    const [short, long] = textsOf(question);
    expect(long.startsWith(`${short} `)).toBe(true);
    const own = said[question.group]!.map((caption) => caption.toLowerCase());
    expect(own.some((caption) => caption.includes(short))).toBe(true);
    // What is added is said by no caption of the picture.
    const added = long
      .slice(short.length)
      .replace(/^ and /, '')
      .trim();
    expect(own.some((caption) => caption.includes(added))).toBe(false);
    const twin = all.find(
      (other) => other.kind === question.kind.replace('half', 'full') && textsOf(other)[1] === long,
    )!;
    expect(textsOf(twin)[0]).toMatch(new RegExp(`^${short} `));
    expect(Math.abs(textsOf(twin)[0].split(' ').length - long.split(' ').length)).toBeLessThan(4);
  }
  expect(Object.keys(benchmark.means ?? {})).toEqual(['half', 'full']);
  const { half_object: counted } = benchmark.coverage!;
  expect(counted!.scored).toBeLessThanOrEqual(counted!.total);

  // Who likes short texts gets every half, and learns nothing of the twins from it.
  const short = await evaluate({ score: async (pairs) => pairs.map(({ text }) => -text.length) }, benchmark);
  expect(short.means?.half?.value).toBe(1);
  expect((await evaluateBlind(benchmark)).means?.half?.value).toBeGreaterThan(0.9);
});

it('the same seed asks the same, of any form of file; captions of a picture need not follow each other', async () => {
  const ask = async (name: string, list: typeof captions, seed = 0) => {
    const { questions } = await halfTruths(await fileOf(name, csv(list)), { images: (each) => each, seed });
    return questions.map((question) => `${question.kind} ${question.group} ${textsOf(question).join(' | ')}`);
  };
  const first = await ask('a.csv', captions);
  expect(await ask('b.csv', captions)).toEqual(first);
  // Interleaved, no two captions of a picture follow each other.
  const interleaved = [0, 1, 2].flatMap((at) =>
    Object.keys(said).map((image) => ({ image, caption: said[image]![at]! })),
  );
  const pictures = (list: readonly string[]) => new Set(list.map((each) => each.split(' ')[1]));
  expect(pictures(await ask('c.csv', interleaved))).toEqual(pictures(first));
  const jsonl = captions
    .map((row) => JSON.stringify({ file_name: row.image, caption: row.caption }))
    .join('\n');
  const { questions } = await halfTruths(await fileOf('a.jsonl', jsonl), { images: (each) => each });
  expect(questions.map((question) => textsOf(question).join(' | '))).toEqual(
    first.map((each) => each.split(' ').slice(2).join(' ')),
  );
});

it('a negation denies what another caption of the picture names, and stands against one of what none names', async () => {
  const animals = ['dog', 'cat', 'horse', 'sheep', 'bird'];
  const things = 'couch table bench chair television lamp bed desk clock piano suitcase mirror vase'.split(
    ' ',
  );
  const rooms = Array.from({ length: 65 }, (_, at) => {
    const [animal, thing] = [animals[at % 5]!, things[at % 13]!];
    return [
      `A ${animal} in a room.`,
      `There is a ${animal} and a ${thing} in this room.`,
      `A ${animal} waits in the room beside the ${thing}.`,
      `A room with a ${animal} in it and a ${thing}.`,
      `A ${animal} in a room near a ${thing}.`,
    ].map((caption) => ({ image: `${at}.jpg`, caption }));
  }).flat();
  const captionsOf = (image: string) =>
    rooms.filter((row) => row.image === image).map(({ caption }) => caption);
  const file = await fileOf('rooms.csv', csv(rooms));
  const benchmark = await negations(file, { images: (name) => name });
  expect(benchmark.questions.length).toBeGreaterThan(0);
  for (const question of benchmark.questions) {
    const [right, wrong] = textsOf(question);
    expect([right, wrong].every((text) => / no /.test(text))).toBe(true);
    const [absent, present] = [right, wrong].map((text) => /no (\w+)/.exec(text)![1]!.replace(/s$/, ''));
    const own = captionsOf(question.group).join(' ');
    expect([own.includes(present!), own.includes(absent!)]).toEqual([true, false]);
  }
});

it('a row without a picture, a file without captions and one of which nothing can be asked are one sentence each', async () => {
  const cases: [string, string, RegExp][] = [
    [
      'no-image.csv',
      'caption\nA dog.\n',
      /no-image\.csv .* names no picture; give each caption the name of its picture/,
    ],
    [
      'text.txt',
      'A dog.\n',
      /^halfTruths: cannot tell the format of .*text\.txt by its name; name a file whose ending/,
    ],
    ['empty.csv', 'image,caption\n', /empty\.csv holds no captions\.$/],
    [
      'one.csv',
      'image,caption\na.jpg,Sunset\n',
      /^halfTruths: no question could be made of the 1 captions of 1 pictures of .*one\.csv; pass more/,
    ],
    [
      'out.csv',
      csv(captions.map((row) => ({ ...row, image: `../${row.image}` }))),
      /must not lead out of its folder/,
    ],
    [
      'broken.jsonl',
      '{"caption": 3, "image": "a.jpg"}\n',
      /broken\.jsonl .* has no "caption" that is a string\.$/,
    ],
  ];
  for (const [name, content, message] of cases) {
    const file = await fileOf(name, content);
    await expect(halfTruths(file)).rejects.toThrow(message);
  }
  await expect(halfTruths(join(folder, 'nowhere.csv'))).rejects.toThrow(/nowhere\.csv/);
  await expect(negations(await fileOf('a.csv', csv(captions)), { images })).rejects.toThrow(
    /^negations: no question could be made/,
  );
});
