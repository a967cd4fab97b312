import type { Row } from './row';

/** What one row of a file says of where it stands: the name of its file without the ending, and its path in the folder. */
export interface RowPlace {
  readonly stem: string;
  readonly path: string;
}

/**
 * A column by its name, `keys`; a part of one, `texts.POS.0`; or a text that is made of columns, `{image_id}.jpg`, where
 * `{image_id:12}` has zeros in front up to twelve characters. Of several the first one that is there counts.
 */
export type Column = string;

/** What is asked, once for each file of a benchmark's folder whose path `file` matches. */
interface PartBase {
  /** Of the path in the folder, with slashes. A benchmark of one part takes a file of any name. */
  readonly file: RegExp;
  /** Names for the entries of rows that are lists. */
  readonly fields?: readonly string[];
  /** The column that names a row; default its number. */
  readonly id?: Column;
  /** Breakdowns by columns, each where it is there. */
  readonly by?: Readonly<Record<string, Column | ((row: Row) => unknown)>>;
}

/** Which questions belong together, so that only all of them right count: a pair or a set of pictures of the same things. */
interface Together {
  readonly kind: string;
  readonly size: number;
  /** Undefined: this row belongs to nothing. */
  key(picture: string): string | undefined;
}

/** A picture with N captions, one of which is true. */
export interface CaptionsPart extends PartBase {
  readonly shape: 'captions';
  readonly image: Column | readonly Column[];
  /** Columns of a caption, or of a list of them (a JSON list, or one as Python writes it). */
  readonly captions: readonly Column[];
  /** Which one is true: its place, or the column that holds it. */
  readonly right: number | Column;
  kind(row: Row, place: RowPlace): string;
  /** Columns of the box that the picture is cut to: left, top, width, height. */
  readonly box?: readonly [Column, Column, Column, Column];
  readonly together?: (kind: string) => readonly Together[];
}

/** A caption with N pictures, one of which it is true of. */
export interface PicturesPart extends PartBase {
  readonly shape: 'pictures';
  readonly caption: Column;
  /** For each picture the columns that may name it; or one column of a list of names. */
  readonly images: readonly (readonly Column[])[] | Column;
  readonly right: number | Column;
  kind(row: Row, place: RowPlace): string;
}

/** Two pictures and their captions, as in Winoground: kinds `text`, `image`, `group` and `pairing`. */
export interface PairsPart extends PartBase {
  readonly shape: 'pairs';
  readonly images: readonly [Column, Column];
  readonly captions: readonly [Column, Column];
  /** The two lie in two rows, one behind the other; then columns end with `_0` and `_1`. */
  readonly twoRows?: true;
  /** What the authors put before each caption. */
  readonly prefix?: string;
}

/** A gallery of pictures and their captions. */
export interface GalleryPart extends PartBase {
  readonly shape: 'gallery';
  readonly image: Column;
  readonly captions: readonly Column[];
}

/**
 * A picture with its caption, another true one and a false one, which lie in two files, row by row: kinds `original`
 * (caption above false), `positive` (the other true one above false) and `both`, each of a set.
 */
export interface ThreePart extends PartBase {
  readonly shape: 'three';
  /** The second file, of the same name in another folder. */
  readonly second: RegExp;
  readonly image: Column;
  readonly right: Column;
  readonly wrong: Column;
  kind(place: RowPlace): string;
  /** The box, in rows that have one. */
  readonly box?: readonly [Column, Column, Column, Column];
}

export type Part = CaptionsPart | PicturesPart | PairsPart | GalleryPart | ThreePart;

/** How a benchmark's files are read. */
export interface Form {
  readonly parts: readonly Part[];
  /** Folders of pictures, beside the usual ones (`images`, and where the files are). */
  readonly pictures?: readonly string[];
  /** Folders that files are in although pictures are as well: `images` is not looked into else. */
  readonly folders?: readonly string[];
  /** Which kinds a mean is over, the first being the headline; those that are not there are left out. */
  readonly means?: (kinds: readonly string[]) => Readonly<Record<string, readonly string[]>>;
}
