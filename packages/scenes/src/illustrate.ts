import { refuse } from '@slipform/kit/errors/input-error';
import {
  choice,
  defineOptions,
  described,
  integer,
  type OptionsRead,
  optional,
  type RowsFor,
} from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import { encode } from 'fast-png';
import { pictured, places } from '#pictured';
import { type Artist, loadArtist, STYLES, type Style } from './artist';
import { layOut } from './lay-out';
import { anySeed, createRandom } from './random';
import {
  type DrawnSpan,
  type Link,
  type PicturedThing,
  type PictureReading,
  readPicture,
  type Tint,
} from './read-picture';
import { paintSprite } from './sprite-sheet';

/** Pixels of one picture: RGB, 8 bit, row by row; `data` holds `height · width · 3` bytes. */
export interface PixelImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface IllustrateOptions {
  /** Whose drawings to use. Default `'noto'`. */
  readonly style?: Style;
  /** Decides what the caption leaves open: sides and places. Default 0. */
  readonly seed?: number;
  /** Edge of the picture in pixels, 32 to 512. Default 192. */
  readonly size?: number;
}

/** A negative of `@slipform/plant`, or any object with its texts and changed spans. */
export interface NegativeCaption {
  readonly caption: string;
  readonly negative: string;
}

/** One kind of thing of a picture, with the words that name it: "dogs" of "two red dogs under a tree". */
export interface DrawnThing extends DrawnSpan {
  /** Which emoji it is. */
  readonly emoji: string;
  readonly count: number;
  /** Whether the caption says how many. */
  readonly isCounted: boolean;
  readonly colour?: Tint;
  /** How it stands to the next thing of the list: `under`. `beside` where the caption says no side; of the last thing nothing. */
  readonly link?: Link;
}

/** A caption as a picture. */
export interface Illustration {
  /** RGB, `size · size · 3` bytes. */
  readonly picture: PixelImage;
  /** The picture as a PNG file. */
  readonly png: () => ReturnType<Uint8ArrayConstructor['of']>;
  /** The kinds of things that it shows, in the caption's order, without the place. */
  readonly things: readonly DrawnThing[];
  /** What of the caption the picture shows, in its order, without overlaps. */
  readonly drawn: readonly DrawnSpan[];
  /** Nouns, adjectives, numbers and verbs that it does not show. */
  readonly missing: readonly DrawnSpan[];
}

/** Options of every function that draws, and of the command, hence the help. */
export const illustrateRows = {
  style: described('whose drawings', optional(choice(STYLES), 'noto')),
  seed: described('decides what captions leave open: sides and places', optional(anySeed, 0)),
  size: described('edge of a picture in pixels', optional(integer({ min: 32, max: 512 }), 192)),
} satisfies RowsFor<IllustrateOptions>;
const table = defineOptions('illustrate', illustrateRows);

export type DrawingOptions = OptionsRead<typeof illustrateRows>;

/**
 * Draws a caption that a person wrote: each noun of the table as an emoji, in its number and colour, to the left of, on or under
 * the one before it as the caption says, on the background of its place. People are never tinted, sizes shown only where the caption
 * has a small thing and a large one, and a plural without a number is drawn as three. The miner of `@slipform/plant` reads it.
 *
 * Of a negative it draws the false caption in the layout of the true one: its hard image, or `undefined` where the change is not
 * drawn, since the word has no drawing or both have the same.
 *
 * @returns the picture and which spans of the caption it shows
 * @throws InputError if the caption is no text, or an option is wrong
 *
 * @example
 * import { createPlant } from '@slipform/plant';
 * const caption = 'Two brown dogs on a beach.';
 * const { png, drawn } = await illustrate(caption, { style: 'noto' });
 * drawn.map(({ text }) => text).join(' '); // 'Two brown dogs beach'
 * await writeFile('picture.png', png());
 * for (const negative of createPlant().mine(caption)) {
 *   const hardImage = await illustrate(negative);
 *   if (hardImage) await writeFile('hard-image.png', hardImage.png());
 * }
 */
export function illustrate(caption: string, options?: IllustrateOptions): Promise<Illustration>;
export function illustrate(
  negative: NegativeCaption,
  options?: IllustrateOptions,
): Promise<Illustration | undefined>;
export async function illustrate(
  given: string | NegativeCaption,
  options: IllustrateOptions = {},
): Promise<Illustration | undefined> {
  const text = textOf(given);
  const resolved = table.read(options);
  const artist = await loadArtist(resolved.style);
  const reading =
    typeof given === 'string' ? readPicture(text, artist.has) : readHardImage(given, artist)?.hard;
  return reading && draw(text, reading, artist, resolved);
}

interface HardImage {
  readonly hard: PictureReading;
  /** Whether both pictures show the same things, numbers and colours, differently arranged. */
  readonly isSwap: boolean;
}

/** What a negative's picture shows; `undefined` where the change is not drawn. */
export function readHardImage(negative: NegativeCaption, { has }: Artist): HardImage | undefined {
  const own = readPicture(negative.caption, has);
  const hard = readPicture(negative.negative, has);
  if (!isChangeDrawn(negative, own, hard)) return undefined;
  return { hard, isSwap: partsOf(own) === partsOf(hard) };
}

/** Draws what was read of a caption. */
export function draw(
  caption: string,
  reading: PictureReading,
  artist: Artist,
  options: DrawingOptions,
): Illustration {
  const picture = paint(reading, artist, options);
  const last = reading.things.length - 1;
  return {
    picture,
    png: () => Uint8Array.from(encode({ ...picture, channels: 3, depth: 8 })),
    things: reading.things.map(({ drawing, count, isCounted, tint, start, end, link }, i) => ({
      ...{ text: caption.slice(start, end), start, end, emoji: pictured.emoji[drawing]!, count, isCounted },
      ...(tint !== undefined && { colour: tint }),
      ...(i < last && { link }),
    })),
    drawn: reading.drawn,
    missing: reading.missing,
  };
}

function textOf(given: unknown): string {
  if (typeof given === 'string') return given;
  const { caption, negative } = Object(given) as Partial<NegativeCaption>;
  if (typeof caption === 'string' && typeof negative === 'string') return negative;
  refuse(
    'illustrate',
    'the first argument',
    'must be a caption or a negative ({ caption, negative })',
    shown(given),
  );
}

/**
 * Whether two captions' pictures differ by what the words between them say: something of these words is drawn of both captions, in the
 * same number of things, or the added words name a thing or a place. A number never stands against a plural that says none.
 */
function isChangeDrawn(
  { caption, negative }: NegativeCaption,
  one: PictureReading,
  other: PictureReading,
): boolean {
  const [start, end, otherEnd] = changeOf(caption, negative);
  const within = (from: number, to: number) => (span: DrawnSpan) => span.start < to && span.end > from;
  const here = within(start, end);
  const there = within(start, otherEnd);
  if (!other.drawn.some(there)) return false;
  if (other.things.length > one.things.length)
    return isMore(one, other, one.missing.filter(here), other.missing.filter(there));
  // A colour more shows nothing, since an apple may be red in the caption's picture, too; a place more does.
  if (start === end) return one.place !== other.place;
  if (!one.drawn.some(here) || one.things.length !== other.things.length) return false;
  const counts = one.things.every((thing, i) => {
    const { count, isCounted } = other.things[i]!;
    return count === thing.count || (isCounted && thing.isCounted) || (count === 1) === (thing.count === 1);
  });
  return counts && looksOf(one) !== looksOf(other);
}

/** Whether one picture shows all that the other shows and a thing more, and no word of the change is lost that neither shows. */
function isMore(
  one: PictureReading,
  other: PictureReading,
  missing: readonly DrawnSpan[],
  otherMissing: readonly DrawnSpan[],
): boolean {
  const kept = new Set(otherMissing.map(({ text }) => text.toLowerCase()));
  return (
    missing.every(({ text }) => kept.has(text.toLowerCase())) &&
    one.things.every(({ drawing, count, tint }) =>
      other.things.some((each) => each.drawing === drawing && each.count === count && each.tint === tint),
    )
  );
}

/** Relations that say the same from the other side. */
const turned: Partial<Record<Link, Link>> = { right: 'left', above: 'under', front: 'behind', holds: 'in' };
const looks = ({ drawing, count, tint, isSmall }: PicturedThing) => [drawing, count, tint, isSmall];

/**
 * What a picture shows, whatever its words are and in whichever order: of two things beside each other chance decides which is left, so
 * that "a cat next to a dog" says what "a dog next to a cat" says.
 */
function looksOf({ things, place }: PictureReading): string {
  const relations = things.flatMap((thing, i) => {
    const next = things[i + 1];
    if (next === undefined || thing.link === 'beside') return [];
    const other = turned[thing.link];
    return [
      JSON.stringify(
        other === undefined ? [looks(thing), thing.link, looks(next)] : [looks(next), other, looks(thing)],
      ),
    ];
  });
  const each = things.map((thing) => JSON.stringify(looks(thing)));
  return JSON.stringify([place, each.sort(), relations.sort()]);
}

/** Place, drawings, numbers and colours of a picture, each for itself: those of a swap are the same. */
function partsOf({ things, place }: PictureReading): string {
  const parts = [0, 1, 2, 3].map((part) => things.map((thing) => `${looks(thing)[part]}`).sort());
  return JSON.stringify([place, parts]);
}

/** Where two texts begin to differ, in whole words, and where in each of them they cease to. */
function changeOf(one: string, other: string): [start: number, end: number, otherEnd: number] {
  const isLetter = (character: string | undefined) =>
    character !== undefined && /[\p{L}\p{N}]/u.test(character);
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  while (isLetter(one[start - 1]) && (isLetter(one[start]) || isLetter(other[start]))) start -= 1;
  let back = 0;
  const room = Math.min(one.length, other.length) - start;
  while (back < room && one[one.length - 1 - back] === other[other.length - 1 - back]) back += 1;
  const [end, otherEnd] = [one.length, other.length];
  while (isLetter(one[end - back]) && (isLetter(one[end - back - 1]) || isLetter(other[otherEnd - back - 1])))
    back -= 1;
  return [start, Math.max(start, end - back), Math.max(start, otherEnd - back)];
}

function paint(
  { things, place }: PictureReading,
  artist: Artist,
  { seed, size }: DrawingOptions,
): PixelImage {
  const data = new Uint8Array(size * size * 3);
  paintPlace(data, size, place);
  // Few edges, so that most sprites have been cut before.
  const step = Math.max(1, Math.round(size / 48));
  for (const { thing, x, y, edge } of layOut(things, createRandom(seed, 'illustrate'))) {
    const pixels = Math.max(step, Math.floor((edge * size) / step) * step);
    const sprite = artist.spriteOf(thing.drawing, pixels, thing.tint);
    const left = Math.min(size - pixels, Math.max(0, Math.round(x * size)));
    const top = Math.min(size - pixels, Math.max(0, Math.round(y * size)));
    paintSprite(data, size, (top * size + left) * 3, sprite, pixels);
  }
  return { width: size, height: size, data };
}

const plain = [[0, [236, 235, 231]]] as const;

/** Bands of colour from the top down: sky, sea, sand. */
function paintPlace(data: Uint8Array, size: number, place: number | undefined): void {
  const bands = place === undefined ? plain : places[place]!.bands;
  const row = size * 3;
  for (const [i, [from, colour]] of bands.entries()) {
    const top = Math.round(from * size) * row;
    const bottom = Math.round((bands[i + 1]?.[0] ?? 1) * size) * row;
    data.set(colour, top);
    // What is there already is doubled until the band is full.
    for (let at = 3; at < bottom - top; at *= 2)
      data.copyWithin(top + at, top, top + Math.min(at, bottom - top - at));
  }
}
