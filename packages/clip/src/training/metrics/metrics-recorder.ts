import type { EmbeddedBatch } from '../train-batch';
import { type EmbeddingGeometry, embeddingGeometry } from './embedding-geometry';
import { MetricsFile } from './metrics-file';
import { checkMetricsOptions, type MetricsOptions, type TrainMetrics, withoutTensors } from './train-metrics';

/** The metrics of one run of `trainClip`. */
export class MetricsRecorder {
  private readonly write: (metrics: TrainMetrics) => void | Promise<void>;
  private readonly file: MetricsFile | undefined;
  private readonly every: number;
  private readonly start = performance.now();

  constructor(private readonly options: MetricsOptions) {
    checkMetricsOptions(options);
    const { to, every = 10 } = options;
    this.every = every;
    if (typeof to === 'string') {
      const file = new MetricsFile(to);
      this.file = file;
      this.write = (metrics) => file.append(metrics);
    } else {
      this.write = to;
    }
  }

  /** Keeps other runs from the file until {@link close}. */
  async open(): Promise<void> {
    await this.file?.open();
  }

  async close(): Promise<void> {
    await this.file?.close();
  }

  /** For a run from the start. */
  async startAnew(overwrite: boolean): Promise<void> {
    await this.file?.startAnew(overwrite);
  }

  /** For a run that goes on after a step. */
  async cutBack(step: number): Promise<void> {
    await this.file?.cutBack(step);
  }

  isDue(step: number): boolean {
    return step === 1 || step % this.every === 0;
  }

  /** What is measured on a batch's embeddings, before the update. */
  async measure(
    batch: EmbeddedBatch,
    logitScale: number,
  ): Promise<EmbeddingGeometry & { readonly budget?: unknown }> {
    const geometry = await embeddingGeometry(batch.images, batch.captions);
    const { budget } = this.options;
    if (budget === undefined) return geometry;
    const returned = await budget(batch, { logitScale });
    return { ...geometry, budget: await withoutTensors(returned) };
  }

  async record(metrics: Omit<TrainMetrics, 'clock'>, stepsPerSecond: number): Promise<void> {
    const seconds = (performance.now() - this.start) / 1000;
    await this.write({ ...metrics, clock: { stepsPerSecond, seconds } });
  }
}
