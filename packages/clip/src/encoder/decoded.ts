/** Images of a batch as a decoder gives them. */
export interface Decoded {
  /** Preprocessed pixels, image after image, size · size · 3 each; zeros where one is broken. */
  readonly pixels: Float32Array<ArrayBuffer>;
  /** Of each image: why it could not be read (`could not be read: …`), `undefined` for one that could. */
  readonly problems: readonly (string | undefined)[];
}

/** Decodes the inputs from `start` to before `end`, on this thread or in others. */
export type Decode = (start: number, end: number) => Promise<Decoded>;
