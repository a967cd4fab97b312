import { aro } from '../loaders/aro';
import { cola } from '../loaders/cola';
import { retrieval } from '../loaders/retrieval';
import type { Tagger } from '../loaders/shuffle-caption';
import { sugarCrepe } from '../loaders/sugar-crepe';
import { sugarCrepePlus } from '../loaders/sugar-crepe-plus';
import { valse } from '../loaders/valse';
import { winoground } from '../loaders/winoground';
import { zeroShot } from '../loaders/zero-shot';
import type { Benchmark } from '../questions/benchmark';

const ANIMALS = ['dog', 'cat', 'horse', 'cow', 'goose'];
const COLOURS = ['red', 'white', 'black'];

/** The n-th of some sentences, all different. */
const sentence = (n: number) =>
  `A ${COLOURS[n % 3]} ${ANIMALS[n % 5]} chases the ${COLOURS[(n + 1) % 3]} ${ANIMALS[(n + 2) % 5]} number ${n}.`;
/** The same words in another order for even n, other words for odd n. */
const changed = (n: number) =>
  n % 2 === 0
    ? `The ${COLOURS[(n + 1) % 3]} ${ANIMALS[(n + 2) % 5]} chases a ${COLOURS[n % 3]} ${ANIMALS[n % 5]} number ${n}.`
    : sentence(n).replace('chases', 'ignores');
const range = (count: number) => Array.from({ length: count }, (_, index) => index);
/** Every seventh picture is missing; two rows share one. */
const pictureOf = (n: number) => (n % 7 === 3 ? `missing-${n}.jpg` : `${n >> 1}.jpg`);
const images = (name: string) => (name.startsWith('missing') ? undefined : name);

const tagger: Tagger = (text) =>
  text
    .split(/(?=\.)|\s/)
    .filter(Boolean)
    .map((word) => ({
      text: word,
      tag: ANIMALS.includes(word) ? 'noun' : COLOURS.includes(word) ? 'adjective' : 'other',
    }));

const bySubset = <T>(subsets: readonly string[], rows: (offset: number) => T) =>
  Object.fromEntries(subsets.map((subset, index) => [subset, rows(index * 20)]));
const captioned = (offset: number, caption: string, negative: string) =>
  Object.fromEntries(
    range(16).map((n) => [
      n,
      {
        filename: pictureOf(n),
        image_file: pictureOf(n),
        [caption]: sentence(offset + n),
        [negative]: changed(offset + n),
        mturk: { caption: n % 4 },
      },
    ]),
  );
const box = { bbox_x: 0, bbox_y: 0, bbox_w: 4, bbox_h: 4 };
const aroRows = (label: (n: number) => object) =>
  range(60).map((n) => ({
    image_path: pictureOf(n),
    ...box,
    ...label(n),
    true_caption: sentence(n),
    false_caption: changed(n),
  }));
const captionFile = range(9).map((n) => ({
  image: n === 4 ? 'missing-4.jpg' : `${n}.jpg`,
  caption: range(3).map((k) => sentence(3 * n + k)),
}));

/** A few made-up rows of every published benchmark, in the form in which it is published. */
export const PUBLISHED_SAMPLES: Readonly<Record<string, () => Benchmark>> = {
  sugarCrepe: () =>
    sugarCrepe(
      bySubset(['swap_att', 'replace_obj'], (offset) => captioned(offset, 'caption', 'negative_caption')),
      { images },
    ),
  sugarCrepePlus: () =>
    sugarCrepePlus(
      bySubset(['swap_att', 'replace_obj'], (offset) =>
        range(16).map((id) => ({
          id,
          filename: pictureOf(id),
          caption: sentence(offset + id),
          caption2: `In other words: ${sentence(offset + id)}`,
          negative_caption: changed(offset + id),
        })),
      ),
      { images },
    ),
  winoground: () =>
    winoground(
      range(16).map((id) => ({
        id,
        image_0: pictureOf(2 * id),
        image_1: `other-${id}.jpg`,
        caption_0: sentence(id),
        caption_1: changed(id),
      })),
      { images },
    ),
  cola: () =>
    cola(
      range(16).map((n) => [
        `https://host/x/${pictureOf(n)}`,
        sentence(n),
        `https://host/x/other-${n}.jpg`,
        changed(n),
      ]),
      { images },
    ),
  valse: () =>
    valse(
      bySubset(['actant-swap', 'plurals'], (offset) => captioned(offset, 'caption', 'foil')),
      { images },
    ),
  aroRelation: () =>
    aro(
      aroRows((n) => ({ relation_name: ANIMALS[n % 5] })),
      { images, crop: false },
    ),
  aroRelationMacro: () =>
    aro(
      aroRows((n) => ({ relation_name: ANIMALS[n % 5] })),
      { images, crop: false, macro: true, leaveOut: ['cow'] },
    ),
  aroAttribution: () =>
    aro(
      aroRows((n) => ({ attributes: n % 3 === 0 ? ['red', 'white'] : ['black', 'white'] })),
      { images, crop: false, macro: true },
    ),
  aroOrder: () => aro(captionFile, { images, tagger, seed: 3 }),
  retrieval: () => retrieval(captionFile, { images, captionsPerImage: 2 }),
  zeroShot: () =>
    zeroShot({
      images: range(20).map((n) => (n === 4 ? undefined : `${n}.jpg`)),
      labels: range(20).map((n) => n % 7),
      classes: [...ANIMALS, ...COLOURS.slice(0, 2)],
      templates: ['a photo of a {}.', 'a drawing of a {}.'],
    }),
};
