/** Where the bytes of an image lie: a whole file, or a part of one (a member of a shard). */
export interface ImagePlace {
  readonly file: string;
  /** First byte and number of bytes; absent for a whole file. */
  readonly part?: { readonly start: number; readonly length: number };
  /** Which file, and which row or member of it, named the image; what messages begin with. */
  readonly place: string;
}

/** A hard caption: near to the true one, and false of its image. */
export interface Negative {
  readonly text: string;
  /** The true text that it differs from, where that is not the caption: the caption with a detail more. */
  readonly positive?: string;
  /** Of the changed word, 1 to 5. */
  readonly concreteness?: number;
  /** An image that the hard caption is true of. */
  readonly image?: ImagePlace;
}

export interface Caption {
  readonly id: string;
  readonly text: string;
  readonly negatives: Negative[];
}

/** An image with its captions. */
export interface Example {
  readonly image: ImagePlace;
  readonly captions: Caption[];
}

/** One row of a source: an image and a caption, either of which may be what nobody asked for. */
export interface SourceRow {
  readonly image: ImagePlace | undefined;
  readonly caption: string;
  /** The row's own id, else its place in the file as plant counts it. */
  readonly id: string;
  readonly negatives: readonly Negative[];
  readonly place: string;
}

/** In bytes. An image of more than this is none, and would be held whole. */
export const largestImage = 256 * 2 ** 20;
