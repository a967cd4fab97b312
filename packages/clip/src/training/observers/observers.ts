import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';
import type { EmbeddedBatch } from '../../gradients/train-batch';
import type {
  CheckpointObserver,
  KeptRun,
  ObservedRun,
  ObservedStep,
  Observer,
  StepObserver,
  TrainReport,
} from './observer';

/** Who sees a step. */
export interface Viewers {
  readonly observers: readonly Observer[];
  /** Whether one of them asks for the step's embeddings. */
  readonly embeddings: boolean;
}

/** The observers of one run of `trainClip`. */
export class Observers {
  private readonly checkpoint: CheckpointObserver | undefined;
  private readonly opened: StepObserver[] = [];

  constructor(
    private readonly all: readonly Observer[],
    private readonly run: ObservedRun,
  ) {
    checkObservers(all, run.resume);
    this.checkpoint = all.find(isCheckpoint);
  }

  /** Opens and starts all of them. Returns where the run begins: at a checkpoint, or undefined at its start. */
  async begin(checkFresh: () => void): Promise<KeptRun | undefined> {
    for (const observer of this.objects()) {
      this.opened.push(observer);
      await observer.open?.(this.run);
    }
    const kept = this.run.resume ? await this.checkpoint?.resume(this.run) : undefined;
    if (kept === undefined) checkFresh();
    for (const observer of this.objects()) {
      const state = observer.name === undefined ? undefined : kept?.observers[observer.name];
      await observer.start?.(kept?.step ?? 0, state);
    }
    return kept;
  }

  /** Those who see a step (from 1). */
  viewersOf(step: number): Viewers {
    const due = this.all.filter((observer) => this.isDue(observer, step));
    const isMeasured = due.some((observer) => typeof observer === 'object' && observer.measure !== undefined);
    const observers = !isMeasured
      ? due
      : this.all.filter(
          (observer) => due.includes(observer) || (typeof observer === 'object' && observer.whenMeasured),
        );
    return { observers, embeddings: observers.some(asksForEmbeddings) };
  }

  /** Those who want to see a run's last step and have not, since it ended early. */
  lastViewersOf(step: number): Viewers {
    const seen = this.viewersOf(step).observers;
    const observers = this.all.filter(
      (observer) =>
        typeof observer === 'object' &&
        observer.last &&
        !asksForEmbeddings(observer) &&
        !seen.includes(observer),
    );
    return { observers, embeddings: false };
  }

  /** Shows them a step: those who measure come first. */
  async show(viewers: Viewers, report: TrainReport, embeddings: EmbeddedBatch | undefined): Promise<void> {
    const measured: Record<string, unknown> = {};
    const common = { ...report, model: this.run.model, measured };
    const viewOf = (observer: StepObserver): ObservedStep => ({
      ...common,
      get embeddings() {
        if (observer.embeddings && embeddings !== undefined) return embeddings;
        throw new InputError(
          'trainClip: an observer that looks at embeddings must ask for them; add embeddings: true to it.',
        );
      },
    });
    const { observers } = viewers;
    for (const observer of observers) {
      if (typeof observer === 'function' || observer.measure === undefined) continue;
      measured[observer.name!] = await observer.measure(viewOf(observer));
    }
    for (const observer of observers) {
      if (typeof observer === 'function') await observer(report);
      else await observer.step?.(viewOf(observer));
    }
  }

  /** Keeps the run after a step that all have seen, if it is time; `over` at its end. */
  async keep(step: number, loss: number, over: boolean): Promise<void> {
    if (this.checkpoint === undefined) return;
    if (!over && !this.isDue(this.checkpoint, step)) return;
    const states = this.objects().flatMap((observer) =>
      observer.state === undefined ? [] : [[observer.name!, observer.state()] as const],
    );
    await this.checkpoint.save({ step, loss, observers: Object.fromEntries(states) });
  }

  /** What can be gone on from after an error. */
  get latest(): string | undefined {
    return this.checkpoint?.latest;
  }

  /** Lets all of them go, the last opened first, and throws what the first of them threw. */
  async finish(): Promise<void> {
    const errors: unknown[] = [];
    for (const observer of this.opened.reverse()) {
      try {
        await observer.finish?.();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }

  private isDue(observer: Observer, step: number): boolean {
    if (typeof observer === 'function') return true;
    const { every = 1, first = false, last = false } = observer;
    return step % every === 0 || (first && step === 1) || (last && step === this.run.steps);
  }

  private objects(): StepObserver[] {
    return this.all.filter((observer) => typeof observer === 'object');
  }
}

function isCheckpoint(observer: Observer): observer is CheckpointObserver {
  return typeof observer === 'object' && 'resume' in observer && 'save' in observer;
}

function asksForEmbeddings(observer: Observer): boolean {
  return typeof observer === 'object' && observer.embeddings === true;
}

// Fields of a line of metrics.
const TAKEN: readonly string[] = [
  'step',
  'steps',
  'loss',
  'logitScale',
  'learningRate',
  'gradientNorm',
  'clock',
];

function checkObservers(all: unknown, resume: boolean): void {
  if (!Array.isArray(all)) {
    refuse('trainClip', 'observe', 'must be an array of observers', shown(all));
  }
  const names = new Set<string>();
  for (const [i, observer] of all.entries()) {
    if (typeof observer === 'function') continue;
    checkObserver(observer, `trainClip: observe[${i}]`);
    const { name, measure, state } = observer;
    if (measure === undefined && state === undefined) continue;
    if (typeof name !== 'string' || name === '' || TAKEN.includes(name)) {
      refuse(
        'trainClip',
        `observe[${i}]`,
        `must have a name for what it measures or keeps, none of ${TAKEN.join(', ')}`,
        shown(name),
      );
    }
    if (names.has(name)) {
      refuse(
        'trainClip',
        'observe',
        'must hold observers of different names',
        `two named ${shown(name)}`,
        'give one another name',
      );
    }
    names.add(name);
  }
  const checkpoints = all.filter(isCheckpoint).length;
  if (checkpoints > 1) {
    refuse('trainClip', 'observe', 'must hold one checkpoint at most', checkpoints);
  }
  if (resume && checkpoints === 0) {
    throw new InputError(
      'trainClip: resume needs a checkpoint to go on from; add checkpoint({ folder }) to observe.',
    );
  }
}

const HOOKS = ['open', 'start', 'measure', 'step', 'state', 'finish', 'resume', 'save'] as const;

function checkObserver(observer: unknown, caller: string): asserts observer is StepObserver {
  if (typeof observer !== 'object' || observer === null) {
    refuse(undefined, caller, 'must be a function or an observer', shown(observer));
  }
  const fields = observer as Readonly<Record<string, unknown>>;
  const { every } = fields;
  if (every !== undefined && (!Number.isInteger(every) || (every as number) < 1)) {
    refuse(undefined, `${caller}.every`, 'must be an integer from 1', shown(every));
  }
  for (const name of ['first', 'last', 'whenMeasured', 'embeddings']) {
    if (fields[name] !== undefined && typeof fields[name] !== 'boolean') {
      refuse(undefined, `${caller}.${name}`, 'must be true or false', shown(fields[name]));
    }
  }
  for (const name of HOOKS) {
    if (fields[name] !== undefined && typeof fields[name] !== 'function') {
      refuse(undefined, `${caller}.${name}`, 'must be a function', shown(fields[name]));
    }
  }
  if (!HOOKS.some((name) => fields[name] !== undefined)) {
    refuse(
      undefined,
      caller,
      `must be a function or an object with ${HOOKS.slice(0, -2).join(', ')} (one of them at least)`,
      `an object with ${Object.keys(fields).join(', ') || 'nothing'}`,
    );
  }
}
