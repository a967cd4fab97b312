/**
 * Memory that several jobs share, also in several threads: each takes what it needs and gives it back. One that finds
 * too little left waits; one that needs more than there is at all runs when nothing else does.
 */
export class Budget {
  /** KiB in use, at 0; in shared memory where threads share it. */
  readonly used: Int32Array;
  private readonly total: number;

  /** @param bytes how much there is @param used of another thread's budget of this size, to share it */
  constructor(bytes: number, used?: Int32Array) {
    this.total = Math.ceil(bytes / unit);
    // Pages that are not isolated have no shared memory.
    this.used =
      used ??
      new Int32Array(
        typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(4) : new SharedArrayBuffer(4),
      );
  }

  /** Runs `action` once these bytes are free. */
  async run<T>(bytes: number, action: () => T | Promise<T>): Promise<T> {
    const part = Math.min(Math.ceil(bytes / unit), most);
    // Looked at again and again: a thread can't be woken by another one without blocking or keeping the process alive.
    while (!this.take(part)) await new Promise((later) => setTimeout(later, pause));
    try {
      return await action();
    } finally {
      Atomics.sub(this.used, 0, part);
    }
  }

  private take(part: number): boolean {
    for (;;) {
      const used = Atomics.load(this.used, 0);
      if (used > 0 && used + part > this.total) return false;
      if (Atomics.compareExchange(this.used, 0, used, used + part) === used) return true;
    }
  }
}

const unit = 1024;
const most = 2 ** 30;
// Milliseconds.
const pause = 5;

/** Decoded pixels in flight: eight photographs of 16 megapixels, or one picture of any size that is decoded at all. */
export const pictureBytes = 2 ** 29;
// Pure for bundlers: who decodes nothing needs none.
let pictures = /* @__PURE__ */ new Budget(pictureBytes);

/** What pictures of these sizes take while they are decoded and resized, out of the budget of all in this thread. */
export function withPicture<T>(width: number, height: number, action: () => T | Promise<T>): Promise<T> {
  return pictures.run(4 * width * height, action);
}

/** Takes another budget for this thread's pictures: that of all threads which decode for one purpose. */
export function setPictureBudget(budget: Budget): void {
  pictures = budget;
}

/** Pixels of the largest picture that is decoded: where Pillow too takes a file for a bomb. */
export const largestPicture = 178_956_970;

/**
 * The longest side of a picture that is decoded: a JPEG's. Decoders hold whole rows, many at a time, so that a very wide
 * picture takes twice the memory of a square one of as many pixels.
 */
const largestSide = 65_535;

/** Throws where a picture of this size is not decoded, in words that follow "could not be read: ". */
export function refuseLarge(width: number, height: number): void {
  if (Math.max(width, height) <= largestSide && width * height <= largestPicture) return;
  throw new Error(
    `it has ${width} × ${height} pixels, more than ${largestPicture} or than ${largestSide} in a side`,
  );
}
