import { open, stat } from 'node:fs/promises';
import { openLanes } from '@slipform/kit/threads/lanes';
import { Budget, pictureBytes } from '../encoder/budget';
import { type Decoded, decodeImage } from '../encoder/decode-image';
import type { Preprocessing } from '../encoder/preprocess';
import { type Augment, drawView, type ViewSeed, viewPixels } from './augment';
import { type ImagePlace, largestImage } from './example';

/** An image, and what fixes its view where the pictures are augmented. */
export type WantedImage = Pick<ImagePlace, 'file' | 'part'> & { readonly view?: ViewSeed };

export interface DecodeJob {
  readonly images: readonly WantedImage[];
  readonly preprocessing: Preprocessing;
  /** The part and the ratio of views. */
  readonly augment?: Pick<Augment, 'scale' | 'ratio'> | undefined;
}

/** What a thread is started with. */
export interface DecodeThread {
  /** Of the pictures of all threads. */
  readonly pictures: Int32Array;
}

/** What the file system says of a file that is broken; anything else (too many open files) ends the run. */
const BROKEN: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  ENAMETOOLONG: 'there is no such file',
  ELOOP: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
};

// Files in memory at a time, in one thread. A thread that holds some of it may wait for the pictures' budget, never the reverse.
const FILES = new Budget(largestImage);

/** Reads, decodes and preprocesses images; a pure function of their bytes, on whichever thread it runs. */
export async function decodeImages({ images, preprocessing, augment }: DecodeJob): Promise<Decoded> {
  const length = preprocessing.size ** 2 * 3;
  const pixels = new Float32Array(images.length * length);
  const problems = await Promise.all(
    images.map((place, i) =>
      whenOpened(place, async (bytes) => {
        const { view } = place;
        const decoded = await (augment === undefined || view === undefined
          ? decodeImage(bytes, preprocessing)
          : decodeImage(bytes, preprocessing, (raw) =>
              viewPixels(raw, preprocessing, drawView(raw, augment, view)),
            ));
        if ('problem' in decoded) return decoded.problem;
        pixels.set(decoded.pixels, i * length);
        return undefined;
      }),
    ),
  );
  return { pixels, problems };
}

/** What `use` makes of an image's bytes, or what is wrong with the file. */
async function whenOpened(
  { file, part }: Pick<ImagePlace, 'file' | 'part'>,
  use: (bytes: Uint8Array) => Promise<string | undefined>,
): Promise<string | undefined> {
  try {
    // Before it is opened: to open a pipe is to wait for its writer.
    const found = await stat(file);
    if (!found.isFile())
      return `could not be read: it is ${found.isDirectory() ? 'a folder' : 'no plain file'}`;
    const start = part?.start ?? 0;
    const length = part?.length ?? found.size;
    if (length > largestImage) return `could not be read: it is larger than ${largestImage / 2 ** 20} MiB`;
    if (length === 0) return 'could not be read: it is empty';
    return await FILES.run(length, async () => {
      const bytes = await readPart(file, start, length);
      return bytes === undefined
        ? 'could not be read: the file ends too early; it changed since it was opened'
        : use(bytes);
    });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!Object.hasOwn(BROKEN, code)) throw error;
    return `could not be read: ${BROKEN[code]}`;
  }
}

async function readPart(file: string, start: number, length: number): Promise<Uint8Array | undefined> {
  const handle = await open(file, 'r');
  try {
    const bytes = new Uint8Array(length);
    for (let done = 0; done < length; ) {
      const { bytesRead } = await handle.read(bytes, done, length - done, start + done);
      if (bytesRead === 0) return undefined;
      done += bytesRead;
    }
    return bytes;
  } finally {
    await handle.close();
  }
}

export interface Decoders {
  decode(images: readonly WantedImage[]): Promise<Decoded>;
  close(): Promise<void>;
}

/** Images of one message: enough to make its cost small, few enough to share a batch among threads. */
const PER_JOB = 8;

/** Decodes in a number of threads, or in this one for 0. The results are the same. */
export function openDecoders(workers: number, preprocessing: Preprocessing, augment?: Augment): Decoders {
  const { size } = preprocessing;
  // Theirs alone: a thread that is ended in the midst of a picture never gives back what it took.
  const { used: pictures } = new Budget(pictureBytes);
  // A regular expression stays here.
  const job = augment === undefined ? {} : { augment: { scale: augment.scale, ratio: augment.ratio } };
  const setup: DecodeThread = { pictures };
  const lanes =
    workers === 0
      ? { run: decodeImages, close: async () => {} }
      : openLanes<DecodeJob, Decoded>(new URL('./decode-worker.js', import.meta.url), workers, { setup });
  return {
    async decode(places) {
      const images = places.map(({ file, part, view }) => ({
        file,
        ...(part === undefined ? {} : { part }),
        ...(view === undefined ? {} : { view }),
      }));
      const jobs = Array.from({ length: Math.ceil(images.length / PER_JOB) }, (_, i) =>
        lanes.run({ images: images.slice(i * PER_JOB, (i + 1) * PER_JOB), preprocessing, ...job }),
      );
      const parts = await Promise.all(jobs);
      const pixels = new Float32Array(images.length * size * size * 3);
      let at = 0;
      for (const part of parts) {
        pixels.set(part.pixels, at);
        at += part.pixels.length;
      }
      return { pixels, problems: parts.flatMap(({ problems }) => problems) };
    },
    close: () => lanes.close(),
  };
}
