// A model of a few lines learns words from one artist's drawings and is judged on another's: a word looks like the mean of
// the drawings whose names have it. The questions are minimal pairs, written in Winoground's form as any tool reads it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { evaluate, winoground } from '@slipform/bench';
import { minimalPairs } from '@slipform/icons';
import { drawIcons, exportIcons, openCorpus } from '@slipform/icons/files';

const corpus = await openCorpus({ sets: ['lucide', 'iconoir'] });
const { icons } = corpus;
for (const { title, artist, licence, icons } of corpus.sets) {
  console.log(`${title} by ${artist}: ${icons.length} icons, ${licence}`);
}

// A picture is 12 × 12 numbers, 0 for paper and 1 for ink, without what all drawings share.
const size = 12;
const drawn = await drawIcons(icons, { size });
const mean = (pictures) =>
  Float32Array.from({ length: size * size }, (_, at) =>
    pictures.reduce((sum, one) => sum + one[at] / pictures.length, 0),
  );
const pictures = icons.map((_, icon) =>
  Float32Array.from(
    { length: size * size },
    (_, at) => 1 - drawn.pixels[3 * (icon * size * size + at)] / 255,
  ),
);
const common = mean(pictures);
for (const picture of pictures)
  picture.forEach((value, at) => {
    picture[at] = value - common[at];
  });

// Learn from Lucide.
const drawingsOf = new Map();
for (const [at, { set, words }] of icons.entries()) {
  if (set !== 'lucide') continue;
  for (const word of words) drawingsOf.set(word, [...(drawingsOf.get(word) ?? []), pictures[at]]);
}
const looks = new Map([...drawingsOf].map(([word, drawings]) => [word, mean(drawings)]));

// Ask about Iconoir, whose pictures it never saw, in words that it knows.
const asked = icons.filter(({ set, words }) => set === 'iconoir' && words.every((word) => looks.has(word)));
const {
  icons: [first, second],
} = minimalPairs(asked).find(({ words }) => words.includes('cloud'));
console.log(`a pair: “${first.caption}” and “${second.caption}”`);

const folder = await mkdtemp(join(tmpdir(), 'slipform-icons-'));
const { pairs } = await exportIcons({ ...corpus, icons: asked }, { folder, format: 'winoground', size });
const rowOf = new Map(icons.map(({ set, name }, at) => [`${set}_${name}.png`, at]));
const encoder = {
  embedImages: async (files) => files.map((file) => pictures[rowOf.get(basename(file))]),
  embedTexts: async (texts) => texts.map((text) => mean(text.split(' ').map((word) => looks.get(word)))),
};
const { kinds } = await evaluate(encoder, winoground(join(folder, 'examples.jsonl')));
for (const [kind, { value, interval }] of Object.entries(kinds)) {
  const range = interval.map((end) => end.toFixed(2)).join('–');
  console.log(
    `${kind.padEnd(5)} ${value.toFixed(2)} of ${pairs} (${range}), chance ${kind === 'group' ? '0.17' : '0.25'}`,
  );
}
await rm(folder, { recursive: true });
