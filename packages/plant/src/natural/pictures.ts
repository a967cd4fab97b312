import type { Reading } from '../reading/reading';
import { mostSiblings } from '../surroundings';
import { LineWriter, valuesOfLine } from './line-file';
import { allWords, wordsOf } from './meetings';

/** Captions of one image that follow each other, as a line of the file of images holds them. */
export interface Picture {
  readonly image: string;
  /** The first ones, as far as they are looked at. */
  readonly captions: readonly string[];
  /** Hashes of the words that each of them names first (`wordsOf`). */
  readonly words: readonly (readonly number[])[];
}

export function lineOfPicture({ image, captions, words }: Picture): string {
  return JSON.stringify([image, captions, words]);
}

export function pictureOfLine(line: string): Picture {
  const [image, captions, words] = valuesOfLine<[string, string[], number[][]]>(line);
  return { image, captions, words };
}

/** Writes the captions of each image where a check can look them up, and counts its words. */
export class PictureWriter {
  readonly #lines: LineWriter;
  readonly #onPicture: (picture: Picture, place: number) => void;
  readonly #onWords: (words: readonly number[]) => void;
  #image: string | undefined;
  #captions: string[] = [];
  #readings: Reading[] = [];

  /**
   * @param onPicture is called with each picture and where its line begins
   * @param onWords is called with the words of each picture, also of a caption without an image
   */
  constructor(
    file: string,
    kept: number,
    onPicture: (picture: Picture, place: number) => void,
    onWords: (words: readonly number[]) => void,
  ) {
    this.#lines = new LineWriter(file, kept);
    this.#onPicture = onPicture;
    this.#onWords = onWords;
  }

  get position(): number {
    return this.#lines.position;
  }

  /** Whether a caption of this image is one more of the picture that is held. */
  isHeld(image: string | undefined): boolean {
    return image !== undefined && image === this.#image;
  }

  /** Takes a caption, and returns where the captions of its image will stand; −1 where nothing tells its image. */
  add(image: string | undefined, caption: string, reading: Reading): number {
    if (!this.isHeld(image)) this.end();
    if (image === undefined) {
      this.#onWords(allWords(wordsOf([reading])));
      return -1;
    }
    this.#image = image;
    if (this.#captions.length < mostSiblings) {
      this.#captions.push(caption);
      this.#readings.push(reading);
    }
    return this.#lines.position;
  }

  /** Writes the last picture. */
  end(): void {
    if (this.#image === undefined) return;
    const picture = { image: this.#image, captions: this.#captions, words: wordsOf(this.#readings) };
    this.#onPicture(picture, this.#lines.add(lineOfPicture(picture)));
    this.#onWords(allWords(picture.words));
    this.#image = undefined;
    this.#captions = [];
    this.#readings = [];
  }

  flush(): void {
    this.#lines.flush();
  }

  close(): void {
    this.#lines.close();
  }
}
