// Runs in Node and in a page.

/** Sizes of a task's batches: images [batches, rows, size, size, 3], tokens [batches, rows, length]. */
export interface BatchShape {
  readonly batches: number;
  readonly rows: number;
  readonly size: number;
  readonly length: number;
}

/** A task's batches, each of the same number of rows. */
export class Batches {
  constructor(
    readonly shape: BatchShape,
    private readonly images: Float32Array,
    private readonly tokens: Int32Array,
  ) {}

  /** A file's bytes by its name; a URL or a folder is read alike. */
  static async read(bytesOf: (name: string) => Promise<ArrayBuffer>): Promise<Batches> {
    const shape: BatchShape = JSON.parse(new TextDecoder().decode(await bytesOf('batches.json')));
    const images = new Float32Array(await bytesOf('images.f32'));
    return new Batches(shape, images, new Int32Array(await bytesOf('tokens.i32')));
  }

  /** Pixels [rows, size, size, 3] of batch `step` modulo the number of batches. */
  imagesOf(step: number): Float32Array {
    const { batches, rows, size } = this.shape;
    const each = rows * size * size * 3;
    const start = (step % batches) * each;
    return this.images.subarray(start, start + each);
  }

  tokensOf(step: number): number[][] {
    const { batches, rows, length } = this.shape;
    const start = (step % batches) * rows * length;
    return Array.from({ length: rows }, (_, row) => {
      const from = start + row * length;
      return [...this.tokens.subarray(from, from + length)];
    });
  }

  /** The rows of a batch, pixels [size, size, 3] each. */
  imageRowsOf(step: number): Float32Array[] {
    const { rows, size } = this.shape;
    const each = size * size * 3;
    const images = this.imagesOf(step);
    return Array.from({ length: rows }, (_, row) => images.subarray(row * each, (row + 1) * each));
  }
}
