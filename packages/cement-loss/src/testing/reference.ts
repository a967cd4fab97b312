/** The Cement loss written out in float64 for every layout, sum by sum, with no trick: what the tests compare with. */
import type { LayoutName } from '../layouts/layout';

export interface ReferenceBatch {
  readonly images: number[][];
  readonly captions: number[][];
  /** `[N][K][D]` */
  readonly hardCaptions: number[][][];
  /** `[N][D]`; the triplet and paired layouts. */
  readonly hardImages?: number[][];
  readonly valid: number[][];
  readonly groups: readonly unknown[];
  /** `[N][1 + K]`, the caption's and its hard captions'. */
  readonly textIds?: readonly (readonly number[])[] | undefined;
  readonly layout?: LayoutName;
  /** `[N][K]`, in logits; or ρ of the balanced margin. */
  readonly margins: number[][] | number;
  /**
   * The balanced margins of rows by their names. What is in here is used, what is not is worked out and put in: so that
   * they stay constant while the logits are varied.
   */
  readonly balanced?: Map<string, number>;
  readonly tau: number;
  readonly normalize: boolean;
}

interface ReferenceRow {
  /** Where the gradient budget has it. */
  readonly at: number;
  readonly loss: number;
  readonly hard: number;
  readonly easy: number;
}

export interface Reference {
  readonly loss: number;
  readonly imageRows: ReferenceRow[];
  readonly textRows: ReferenceRow[];
}

interface Image {
  readonly vector: number[];
  readonly pair: number;
  /** Its row in the budget. */
  readonly at: number;
}

interface Text {
  readonly vector: number[];
  readonly pair: number;
  /** Whether it is a true caption, not a hard one. */
  readonly genuine: boolean;
  /** Equal for equal texts. */
  readonly id: unknown;
  /** Its place among the pair's hard captions. */
  readonly slot: number;
  readonly positiveOf?: Image | undefined;
  readonly hardOf?: Image | undefined;
}

/** One matrix of logits: which images and texts meet in it. */
interface Meeting {
  readonly name: string;
  readonly images: Image[];
  readonly texts: Text[];
  /** Whether rows of texts have own hard negatives too. */
  readonly bothWays: boolean;
}

/** Which hard captions there are: none that is equal to its pair's caption or to an earlier hard caption of the pair. */
export function withoutCopies(valid: number[][], textIds: ReferenceBatch['textIds']): number[][] {
  return valid.map((row, pair) => {
    const [caption, ...ids] = textIds?.[pair] ?? [];
    return row.map((one, slot) => {
      const isCopy =
        ids[slot] === caption || ids.some((id, k) => k < slot && row[k] === 1 && id === ids[slot]);
      return textIds && isCopy ? 0 : one;
    });
  });
}

function meetings(batch: ReferenceBatch): Meeting[] {
  const { images, captions, hardCaptions, hardImages, layout, textIds } = batch;
  const valid = withoutCopies(batch.valid, textIds);
  const count = images.length;
  const pairs = images.map((_, pair) => pair);
  const has = (pair: number, slot = 0): boolean => valid[pair]?.[slot] === 1;
  const originals = images.map((vector, pair): Image => ({ vector, pair, at: pair }));
  const edited = pairs.map((pair): Image => ({ vector: hardImages?.[pair] ?? [], pair, at: count + pair }));
  const genuine = (pair: number, roles: Pick<Text, 'positiveOf' | 'hardOf'>): Text => ({
    vector: captions[pair] ?? [],
    pair,
    genuine: true,
    id: textIds ? textIds[pair]?.[0] : {},
    slot: 0,
    ...roles,
  });
  const hard = (pair: number, slot: number, roles: Pick<Text, 'positiveOf' | 'hardOf'>): Text => ({
    vector: hardCaptions[pair]?.[slot] ?? [],
    pair,
    genuine: false,
    id: textIds ? textIds[pair]?.[1 + slot] : {},
    slot,
    ...roles,
  });
  const withHard = pairs.filter((pair) => has(pair));
  if (layout === 'paired') {
    const texts = pairs.map((pair) =>
      genuine(pair, { positiveOf: originals[pair], ...(has(pair) && { hardOf: edited[pair] }) }),
    );
    for (const pair of withHard) {
      texts.push(hard(pair, 0, { positiveOf: edited[pair], hardOf: originals[pair] }));
    }
    const present = [...originals, ...edited.filter(({ pair }) => has(pair))];
    return [{ name: 'paired', images: present, texts, bothWays: true }];
  }
  const texts = pairs.map((pair) => genuine(pair, { positiveOf: originals[pair] }));
  hardCaptions.forEach((choices, pair) => {
    choices.forEach((_, slot) => {
      if (has(pair, slot)) texts.push(hard(pair, slot, { hardOf: originals[pair] }));
    });
  });
  const first = { name: 'captions', images: originals, texts, bothWays: false };
  if (layout !== 'triplet') return [first];
  const swapped = withHard.flatMap((pair) => [
    hard(pair, 0, { positiveOf: edited[pair] }),
    genuine(pair, { hardOf: edited[pair] }),
  ]);
  const present = edited.filter(({ pair }) => has(pair));
  return [first, { name: 'edited', images: present, texts: swapped, bothWays: false }];
}

export function referenceLoss(batch: ReferenceBatch): Reference {
  const { groups, margins, tau, normalize, balanced = new Map<string, number>() } = batch;
  const unit = (x: number[]): number[] => {
    const norm = normalize ? Math.hypot(...x) : 1;
    return x.map((entry) => entry / norm);
  };
  const logit = (image: Image, text: Text): number => {
    const [a, b] = [unit(image.vector), unit(text.vector)];
    return a.reduce((total, entry, index) => total + entry * (b[index] ?? 0), 0) / tau;
  };
  const logSum = (logits: number[]): number => Math.log(logits.reduce((total, z) => total + Math.exp(z), 0));
  const marginOf = (name: string, text: Text, own: number[], others: number[]): number => {
    if (typeof margins !== 'number') return margins[text.pair]?.[text.slot] ?? Number.NaN;
    if (!balanced.has(name)) {
      const needed = logSum(others) - logSum(own) + Math.log(margins / (1 - margins));
      balanced.set(name, Math.max(0, needed));
    }
    return balanced.get(name) ?? Number.NaN;
  };
  // A true caption of another pair of the image's group is no negative of it.
  const together = (image: Image, text: Text): boolean =>
    text.genuine && image.pair !== text.pair && groups[image.pair] === groups[text.pair];
  /** Which of the texts stand for another one in an image's row: negatives only, equal to one of the row's own or an earlier. */
  const copiesFor = (image: Image, texts: Text[]): Set<Text> => {
    const only = texts.filter(({ positiveOf }) => !positiveOf);
    const own = only.filter(({ hardOf }) => hardOf === image);
    return new Set(
      only.filter((text, at) => {
        if (own.includes(text)) return false;
        return [...own, ...only.slice(0, at)].some(({ id }) => id === text.id);
      }),
    );
  };

  const row = (name: string, at: number, positive: number, own: Array<[number, Text]>, others: number[]) => {
    const plain = own.map(([z]) => z);
    const lifted = own.map(([z, text]) => z + marginOf(name, text, plain, others));
    // A shift by the largest logit is the one concession to float64.
    const top = Math.max(positive, ...lifted, ...others);
    const mass = (logits: number[]): number => logits.reduce((total, z) => total + Math.exp(z - top), 0);
    const total = mass([positive]) + mass(lifted) + mass(others);
    const loss = top - positive + Math.log(total);
    return { at, loss, hard: mass(lifted) / total, easy: mass(others) / total };
  };
  const mean = (rows: ReferenceRow[]): number =>
    rows.reduce((total, { loss }) => total + loss, 0) / Math.max(rows.length, 1);

  let loss = 0;
  const imageRows: ReferenceRow[] = [];
  const textRows: ReferenceRow[] = [];
  for (const { name, images, texts, bothWays } of meetings(batch)) {
    const textOf = new Map(texts.map((text) => [text.positiveOf, text.id]));
    const ofImages = images.map((image) => {
      const copies = copiesFor(image, texts);
      let positive = Number.NaN;
      const own: Array<[number, Text]> = [];
      const others: number[] = [];
      for (const text of texts) {
        const z = logit(image, text);
        if (text.positiveOf === image) positive = z;
        else if (text.hardOf === image) own.push([z, text]);
        else if (!together(image, text) && text.id !== textOf.get(image) && !copies.has(text)) others.push(z);
      }
      return row(`${name} image ${image.at}`, image.at, positive, own, others);
    });
    const ofTexts = texts.flatMap((text) => {
      if (!text.positiveOf) return [];
      let positive = Number.NaN;
      const own: Array<[number, Text]> = [];
      const others: number[] = [];
      for (const image of images) {
        const z = logit(image, text);
        if (text.positiveOf === image) positive = z;
        else if (bothWays && text.hardOf === image) own.push([z, text]);
        else if (!together(image, text) && text.id !== textOf.get(image)) others.push(z);
      }
      const { at } = text.positiveOf;
      return [row(`${name} text ${at}`, at, positive, own, others)];
    });
    loss += (mean(ofImages) + mean(ofTexts)) / 2;
    imageRows.push(...ofImages);
    textRows.push(...ofTexts);
  }
  return { loss, imageRows, textRows };
}

/** Ranks from 0 to 1 of the entries that are there, ties averaged, by counting. */
export function referenceRanks(concreteness: number[][], valid: number[][]): number[][] {
  const there = concreteness.flatMap((row, i) => row.filter((_, k) => valid[i]?.[k] === 1));
  return concreteness.map((row) =>
    row.map((c) => {
      const below = there.filter((other) => other < c).length;
      const equal = there.filter((other) => other === c).length;
      return there.length > 1 ? (below + (equal - 1) / 2) / (there.length - 1) : 0.5;
    }),
  );
}

/** Central differences of `f` by every entry of `x`, flat. `x` is changed and put back. */
export function differences(x: readonly number[][], f: () => number, step = 1e-5): number[] {
  return x.flatMap((row) =>
    row.map((entry, index) => {
      row[index] = entry + step;
      const above = f();
      row[index] = entry - step;
      const below = f();
      row[index] = entry;
      return (above - below) / (2 * step);
    }),
  );
}
