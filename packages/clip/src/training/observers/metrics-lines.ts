import { isJsonObject } from '@slipform/kit/parse-json';
import { printable } from '@slipform/kit/printable';
import { writeFileWhole } from '@slipform/kit/write-file';
import { type Hold, hold } from '../../files/hold';
import { nodeFileSystem } from '../../files/node-modules';
import { InputError } from '../../input-error';
import type { TrainMetrics } from './metrics-file';

/** A file of JSON lines that grows by one for each measured step. */
export class MetricsLines {
  private readonly fs;
  private held: Hold | undefined;

  constructor(private readonly file: string) {
    const fs = nodeFileSystem();
    if (fs === undefined) {
      throw new InputError(
        `metricsFile: metrics can be written to a file in Node only, not to ${file}; pass a function.`,
      );
    }
    this.fs = fs;
  }

  /** Keeps other runs from the file until {@link close}. Throws an InputError where one writes it. */
  async open(): Promise<void> {
    this.held = await hold(this.file, `the metrics ${this.file}`);
  }

  async close(): Promise<void> {
    await this.held?.release();
    this.held = undefined;
  }

  /** For a run from the start: there must be no such file, unless it may be replaced. */
  async checkNew(overwrite: boolean): Promise<void> {
    const text = await this.read();
    if (!overwrite && text !== undefined) {
      throw new InputError(
        `metricsFile: there is a file ${this.file} already; resume its run (--resume), replace it with overwrite: true (--force), or name another for the metrics.`,
      );
    }
    // Whatever the flags, only metrics make place for metrics.
    const [first = ''] = text?.split('\n', 1) ?? [];
    if (first !== '' && stepOf(first) === undefined) throw this.foreign(first);
  }

  /** Starts an empty file. */
  async startNew(): Promise<void> {
    await this.replace('');
  }

  /** Cuts off what came after a step, and half a line that a kill left: the run will write it again. */
  async cutBack(step: number): Promise<void> {
    const lines = ((await this.read()) ?? '').split('\n').slice(0, -1);
    const kept = lines.filter((line) => {
      const at = stepOf(line);
      if (at === undefined) {
        throw this.foreign(line);
      }
      return at <= step;
    });
    await this.replace(kept.map((line) => `${line}\n`).join(''));
  }

  async append(metrics: TrainMetrics): Promise<void> {
    await this.fs.appendFile(this.file, `${JSON.stringify(metrics)}\n`);
  }

  private async replace(text: string): Promise<void> {
    await writeFileWhole(this.file, text);
  }

  private foreign(line: string): InputError {
    return new InputError(
      `metricsFile: ${this.file} has a line that is no metrics of a step: ${printable(line, 60)}; name another file.`,
    );
  }

  private async read(): Promise<string | undefined> {
    try {
      return await this.fs.readFile(this.file, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }
}

function stepOf(line: string): number | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isJsonObject(value) && typeof value.step === 'number' ? value.step : undefined;
  } catch {
    return undefined;
  }
}
