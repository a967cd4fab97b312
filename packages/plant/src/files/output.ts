import { writing } from '@slipform/kit/errors/file-error';
import type { StraightFile } from '@slipform/kit/files/straight-file';
import type { JournalEntry } from './journal';

/** Where a command writes to. */
export interface Output {
  /** Whether it is a file, beside which others can lie, and neither a stream nor a device. */
  readonly isFile: boolean;
  /** What a run said at its end that made this very output before; nothing is left to do then. */
  readonly doneBefore?: { readonly summary: unknown } | undefined;
  /** Blocks that an earlier run finished, none unless it is resumed. */
  readonly finished: readonly JournalEntry[];
  /** Bytes that are written. */
  readonly position: number;
  write(bytes: Uint8Array): Promise<void>;
  /** Notes that a block is whole: a run that is killed from here on goes on from here. */
  blockDone(state: unknown): Promise<void>;
  /** Makes the file appear under its name. @param summary kept in the record of a finished run */
  commit(summary?: unknown): Promise<void>;
  /** Removes what has been written, unless it can be gone on with and `error` is no fault of the input. */
  discard(error: unknown): Promise<void>;
}

/** What a kind of output does with bytes; where they go to is counted for it. */
interface OutputKind extends Pick<Output, 'isFile' | 'discard'> {
  /** What of an earlier run is kept. Default: nothing. */
  readonly finished?: readonly JournalEntry[];
  /** Writes bytes behind the `position` bytes before them. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  blockDone?(state: unknown, position: number): Promise<void>;
  commit(summary: unknown, position: number): Promise<void>;
}

/** An output that counts its bytes, from those that an earlier run finished. */
export function countedOutput(kind: OutputKind): Output {
  const { isFile, finished = [] } = kind;
  let position = finished.at(-1)?.bytes ?? 0;
  return {
    isFile,
    finished,
    get position() {
      return position;
    },
    async write(bytes) {
      await kind.write(bytes, position);
      position += bytes.length;
    },
    blockDone: async (state) => kind.blockDone?.(state, position),
    commit: (summary) => kind.commit(summary, position),
    discard: (error) => kind.discard(error),
  };
}

/** Standard output: an error there ends the command (see `commandMain`). */
export function standardOutput(): Output {
  const drained = () => new Promise<void>((resolve) => process.stdout.once('drain', resolve));
  return countedOutput({
    isFile: false,
    async write(bytes) {
      if (!process.stdout.write(bytes)) await drained();
    },
    commit: async () => {},
    discard: async () => {},
  });
}

/** A device or a pipe, which has no positions. */
export function straightOutput(file: string, straight: StraightFile): Output {
  return countedOutput({
    isFile: false,
    write: (bytes) => writing(file, () => straight.write(bytes)),
    commit: () => writing(file, () => straight.close()),
    discard: () => straight.close().catch(() => {}),
  });
}
