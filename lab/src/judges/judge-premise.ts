import type { ClipEncoder } from '@slipform/clip';
import { streamSeed } from '@slipform/kit/random/hash';
import { createRandom } from '@slipform/kit/random/random';
import type { CachedFeatures } from '../icons/icon-batches';
import type { HardCaption } from '../icons/icon-example';
import type { Measurement } from '../row';
import type { EditedIcon } from '../studies/edited-pool';
import type { IconStudy } from '../studies/icon-study';
import { dot, embeddedIcons, embeddedTexts, type Rows } from './judge-icons';

/** Similarities in thousandths, in the order of the study's exchanges and questions. */
export interface Similarities {
  /** Of an icon and its caption with a word exchanged. */
  readonly edited: readonly number[];
  /** Of the icon and its own caption. */
  readonly own: readonly number[];
  /** Of the two captions. */
  readonly texts: readonly number[];
  /** Of an icon and the caption of its natural partner, the mean of both ways. */
  readonly partners: readonly number[];
}

/** Batches whose shares are asked for. */
const SIZES = [16, 64, 256, 1024, 4096];

/**
 * What a model makes of hard captions before any training on them: similarities, and the hard negative's share of the push on
 * an icon by the size of the batch, for abstract and concrete words, and the pull 1 − p₊.
 */
export async function judgePremise(
  encoder: ClipEncoder,
  study: IconStudy,
  features: CachedFeatures,
): Promise<{ readonly rows: Measurement[]; readonly similarities: Similarities }> {
  const { premise, judged, edited } = study;
  const { questions } = judged.test;
  const pictures = await embeddedIcons(encoder, features, [
    ...premise.edited.map(({ row }) => row),
    ...questions.flatMap(({ rows }) => rows),
  ]);
  const texts = await embeddedTexts(encoder, [
    ...premise.edited.flatMap(({ caption, edited: other }) => [caption, other]),
    ...questions.flatMap(({ captions }) => captions),
  ]);
  const thousandths = (a: Float32Array, b: Float32Array) => Math.round(1000 * dot(a, b));
  return {
    similarities: {
      edited: premise.edited.map(({ row, edited: other }) => thousandths(pictures.of(row), texts.of(other))),
      own: premise.edited.map(({ row, caption }) => thousandths(pictures.of(row), texts.of(caption))),
      texts: premise.edited.map(({ caption, edited: other }) =>
        thousandths(texts.of(caption), texts.of(other)),
      ),
      partners: questions.map(({ rows: [i, j], captions: [a, b] }) =>
        Math.round((thousandths(pictures.of(i), texts.of(b)) + thousandths(pictures.of(j), texts.of(a))) / 2),
      ),
    },
    rows: await shareRows(encoder, features, edited),
  };
}

async function shareRows(
  encoder: ClipEncoder,
  features: CachedFeatures,
  pool: readonly EditedIcon[],
): Promise<Measurement[]> {
  const largest = Math.min(SIZES.at(-1)!, pool.length);
  const icons = createRandom(streamSeed(0, 'icons of the shares'))
    .shuffle([...pool])
    .slice(0, largest);
  const hard = {
    abstract: icons.map(({ abstract }) => abstract[0]!),
    concrete: icons.map(({ concrete }) => concrete[0]!),
  };
  const pictures = await embeddedIcons(
    encoder,
    features,
    icons.map(({ row }) => row),
  );
  const texts = await embeddedTexts(encoder, [
    ...icons.map(({ caption }) => caption),
    ...Object.values(hard).flatMap((list) => list.map(({ text }) => text)),
  ]);
  const logitScale = encoder.model.logitScale();
  const [scale = Number.NaN] = await logitScale.data();
  logitScale.dispose();
  return SIZES.filter((size) => size <= largest).flatMap((size) =>
    Object.entries(hard).flatMap(([kind, captions]) => {
      const { share, pull } = shareOf({ icons, captions, pictures, texts, scale, size });
      return [
        { metric: 'hard share', kind: `${kind}, ${size}`, value: share },
        { metric: 'pull', kind: `${kind}, ${size}`, value: pull },
      ];
    }),
  );
}

/** Mean over icons of the share, in batches of so many; at most 1,024 icons are asked. */
function shareOf({
  icons,
  captions,
  pictures,
  texts,
  scale,
  size,
}: {
  readonly icons: readonly EditedIcon[];
  readonly captions: readonly HardCaption[];
  readonly pictures: Rows;
  readonly texts: Rows;
  readonly scale: number;
  readonly size: number;
}): { readonly share: number; readonly pull: number } {
  const asked = Math.min(icons.length, 1024);
  const every = Math.floor(icons.length / asked);
  let [pushes, hardPushes, pulls] = [0, 0, 0];
  for (let at = 0; at < icons.length; at += every) {
    const { row, caption } = icons[at]!;
    const picture = pictures.of(row);
    // The batch is a stretch of the shuffled pool.
    const start = Math.floor(at / size) * size;
    let easy = 0;
    for (let other = start; other < Math.min(start + size, icons.length); other++) {
      const text = icons[other]!.caption;
      if (text !== caption) easy += Math.exp(scale * (dot(picture, texts.of(text)) - 1));
    }
    const hard = Math.exp(scale * (dot(picture, texts.of(captions[at]!.text)) - 1));
    const right = Math.exp(scale * (dot(picture, texts.of(caption)) - 1));
    const all = easy + hard + right;
    pushes += (easy + hard) / all;
    hardPushes += hard / all;
    pulls += 1 - right / all;
  }
  const count = Math.ceil(icons.length / every);
  return { share: hardPushes / pushes, pull: pulls / count };
}
