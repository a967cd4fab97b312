import { isJsonObject } from '@slipform/kit/parse-json';
import { nodeFileSystem, nodePath } from '../../files/node-modules';
import { writeFolder } from '../../files/write-folder';
import { InputError } from '../../input-error';
import type { TrainMetrics } from './train-metrics';

/** A file of JSON lines that grows by one for each measured step. */
export class MetricsFile {
  private readonly fs;
  private readonly path;

  constructor(private readonly file: string) {
    const [fs, path] = [nodeFileSystem(), nodePath()];
    if (fs === undefined || path === undefined) {
      throw new InputError(
        `trainClip: metrics can be written to a file in Node only, not to ${file}; pass a function.`,
      );
    }
    this.fs = fs;
    this.path = path;
  }

  /** For a run from the start: there must be no such file, unless it may be replaced. */
  async startAnew(overwrite: boolean): Promise<void> {
    if (!overwrite && (await this.read()) !== undefined) {
      throw new InputError(
        `trainClip: there is a file ${this.file} already; resume its run (--resume), replace it with overwrite: true (--force), or name another for the metrics.`,
      );
    }
    await this.replace('');
  }

  /** Cuts off what came after a step, and half a line that a kill left: the run will write it again. */
  async cutBack(step: number): Promise<void> {
    const lines = ((await this.read()) ?? '').split('\n').slice(0, -1);
    const kept = lines.filter((line) => {
      const at = stepOf(line);
      if (at === undefined) {
        throw new InputError(
          `trainClip: ${this.file} has a line that is no metrics of a step: ${line.slice(0, 60)}; name another file.`,
        );
      }
      return at <= step;
    });
    await this.replace(kept.map((line) => `${line}\n`).join(''));
  }

  async append(metrics: TrainMetrics): Promise<void> {
    await this.fs.appendFile(this.file, `${JSON.stringify(metrics)}\n`);
  }

  private async replace(text: string): Promise<void> {
    await writeFolder(this.path.dirname(this.file), [[this.path.basename(this.file), text]]);
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
