import { InputError } from '@slipform/kit/errors/input-error';
import { type Hold, hold } from '@slipform/kit/files/hold';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import { nodeFileSystem } from '../../files/node-modules';

/** A record of a log, and the step that it is of. */
export interface LogRecord {
  readonly step: number;
  readonly bytes: Uint8Array;
}

/** How a log is written. */
export interface LogFormat {
  /** The observer that messages begin with. */
  readonly caller: string;
  /** What the file holds, for messages: `the metrics`. */
  readonly what: string;
  /** What a new file begins with: nothing, or a record of step 0. */
  readonly head: () => Uint8Array;
  /** The records of a file, without half a record that a kill left at its end. Throws an InputError for what is no log. */
  readonly read: (bytes: Uint8Array, file: string) => Iterable<LogRecord>;
}

/** A file that grows by a record for a step, so that a run which is resumed can cut it back. Node only. */
export class StepLog {
  private readonly fs;
  private held: Hold | undefined;

  constructor(
    private readonly file: string,
    private readonly format: LogFormat,
  ) {
    const fs = nodeFileSystem();
    if (fs === undefined) {
      throw new InputError(
        `${format.caller}: ${format.what} can be written to a file in Node only, not to ${file} in a browser.`,
      );
    }
    this.fs = fs;
  }

  /** Keeps other runs from the file until {@link close}. Throws an InputError where one writes it. */
  async open(): Promise<void> {
    this.held = await hold(this.file, `${this.format.what} ${this.file}`);
  }

  async close(): Promise<void> {
    this.held?.release();
    this.held = undefined;
  }

  /** For a run from the start: there must be no such file, unless it may be replaced. Changes nothing. */
  async checkNew(overwrite: boolean): Promise<void> {
    const { caller, what, read } = this.format;
    const bytes = await this.bytes();
    if (!overwrite && bytes !== undefined) {
      const remedy = (anew: string) =>
        `resume its run (--resume), replace it with ${anew}, or name another for ${what}`;
      throw new InputError({
        place: caller,
        rule: `there is a file ${this.file} already`,
        remedy: remedy('overwrite: true (--force)'),
        flags: remedy('--force'),
      });
    }
    if (bytes === undefined || bytes.length === 0) return;
    // Whatever the flags, only a log makes place for a log.
    const [first] = read(bytes, this.file);
    if (first === undefined) {
      throw new InputError(`${caller}: ${this.file} holds something else than ${what}; name another file.`);
    }
  }

  /** Starts an empty log. */
  async startNew(): Promise<void> {
    await writeFileWhole(this.file, this.format.head());
  }

  /** Cuts off what came after a step, and half a record that a kill left: the run will write it again. */
  async cutBack(step: number): Promise<void> {
    const bytes = await this.bytes();
    const records = [...this.format.read(bytes ?? new Uint8Array(0), this.file)];
    const kept = records.filter((record) => record.step <= step).map((record) => record.bytes);
    await writeFileWhole(this.file, records.length === 0 ? this.format.head() : kept);
  }

  async append(bytes: Uint8Array | string): Promise<void> {
    await this.fs.appendFile(this.file, bytes);
  }

  private async bytes(): Promise<Uint8Array | undefined> {
    try {
      return await this.fs.readFile(this.file);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }
}
