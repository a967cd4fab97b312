export interface CaptionContext {
  /** The caption's own id: it is written into the record, and the random draws derive from seed, id and caption. */
  readonly id?: string | undefined;
  /** Other captions of the same image: what one of them names is not false. */
  readonly siblings?: readonly string[] | undefined;
}

export interface CaptionInput extends CaptionContext {
  readonly caption: string;
  /** Captions that follow each other with one image id are each other's siblings, where none are given. */
  readonly imageId?: string | undefined;
}
