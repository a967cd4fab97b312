import { loadPairs, type PairData } from '../../pairs/load-pairs';
import { openWorker } from '../../parts/worker-lane';
import { type History, joined, newHistory } from './run/history';
import { type ArmName, armNames } from './run/losses';
import type { Settings } from './run/settings';
import type { Job, Note, Opened, Result, WantedBackend } from './worker/messages';

export type Phase = 'loading' | 'new' | 'starting' | 'running' | 'pausing' | 'paused' | 'done';

export interface TrainingState {
  readonly phase: Phase;
  readonly data?: PairData | undefined;
  /** Of the run that is under way or paused. */
  readonly settings?: Settings | undefined;
  readonly opened?: Opened | undefined;
  readonly histories: Readonly<Record<ArmName, History>>;
  readonly rates: Readonly<Record<ArmName, number>>;
  readonly fault?: { readonly title: string; readonly error: unknown } | undefined;
}

type TrainLane = ReturnType<typeof openWorker<Job, Result, Note>>;

const perArm = <Value>(make: () => Value) =>
  ({ infoNce: make(), mined: make(), slipform: make() }) satisfies Record<ArmName, Value>;

const nothing: TrainingState = { phase: 'loading', histories: perArm(newHistory), rates: perArm(() => 0) };

/**
 * The run of this page, which goes on while one looks at other rooms. Each of the three learns in a worker of its own, so that two
 * cores are used without memory that threads share, and the page stays free.
 */
export class TrainingRun {
  state = nothing;
  private lanes: Readonly<Record<ArmName, TrainLane>> | undefined;
  private readonly listeners = new Set<() => void>();
  private isSaid = false;
  /** Counts resets, after which what was under way says nothing more. */
  private turn = 0;

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Loads drawings, captions and the model. */
  async load(): Promise<void> {
    this.change({ phase: 'loading', fault: undefined });
    try {
      this.change({ phase: 'new', data: await loadPairs() });
    } catch (error) {
      this.change({ phase: 'new', fault: { title: 'The pictures and the model did not load', error } });
    }
  }

  /** Begins a run, or goes on with the one that is paused. */
  async start(settings: Settings, backend: WantedBackend): Promise<void> {
    const { data, phase } = this.state;
    if (data === undefined || !(phase === 'new' || phase === 'paused')) return;
    const turn = this.turn;
    const resume = phase === 'paused';
    const wanted = (resume ? this.state.opened?.backend : undefined) ?? backend;
    this.change({ phase: 'starting', fault: undefined, settings });
    try {
      await this.train(turn, data, settings, wanted, resume);
    } catch (error) {
      // Who resets ends the workers, which is no fault.
      if (turn !== this.turn) return;
      this.reset();
      this.change({ fault: { title: 'The training stopped', error } });
    }
  }

  private async train(
    turn: number,
    data: PairData,
    settings: Settings,
    wanted: WantedBackend,
    resume: boolean,
  ): Promise<void> {
    this.lanes ??= perArm(newLane);
    const lanes = this.lanes;
    const opened = await Promise.all(
      armNames.map((arm) => lanes[arm].run({ kind: 'open', backend: wanted })),
    );
    if (turn !== this.turn) return;
    // All three are on one machine, and find the same.
    const [first] = opened as Opened[];
    this.change({ phase: 'running', opened: first! });
    const trained = await Promise.all(
      armNames.map((arm) =>
        lanes[arm].run(
          { kind: 'train', arm, settings, data, resume },
          { onNote: (note) => this.note(arm, note) },
        ),
      ),
    );
    if (turn !== this.turn) return;
    const isDone = trained.every((each) => each !== undefined && 'isDone' in each && each.isDone);
    this.change({ phase: isDone ? 'done' : 'paused' });
  }

  /** Ends after the steps that are under way. */
  pause(): void {
    if (this.state.phase !== 'running' || this.lanes === undefined) return;
    this.change({ phase: 'pausing' });
    for (const lane of Object.values(this.lanes)) void lane.run({ kind: 'pause' });
  }

  /** Ends at once and forgets the run. */
  reset(): void {
    this.turn++;
    this.close();
    const { data } = this.state;
    this.state = { ...nothing, phase: 'new', ...(data && { data }) };
    this.change({});
  }

  /** What one of the three has learned, as a zip archive of a model folder. */
  async archive(arm: ArmName): Promise<Uint8Array<ArrayBuffer>> {
    const { data } = this.state;
    if (data === undefined || this.lanes === undefined)
      throw new Error('Nothing has been learned yet; train first.');
    const bytes = await this.lanes[arm].run({ kind: 'export', model: data.model });
    if (!(bytes instanceof Uint8Array)) throw new Error('unreachable: an export gives bytes');
    return bytes;
  }

  private close(): void {
    const lanes = this.lanes;
    this.lanes = undefined;
    for (const lane of Object.values(lanes ?? {})) void lane.close();
  }

  private note(arm: ArmName, note: Note): void {
    const { histories, rates } = this.state;
    const history = 'history' in note ? note.history : joined(histories[arm], note.news);
    const rate = 'history' in note ? 0 : note.stepsPerSecond;
    this.change({ histories: { ...histories, [arm]: history }, rates: { ...rates, [arm]: rate } });
  }

  private change(next: Partial<TrainingState>): void {
    this.state = { ...this.state, ...next };
    // Steps come faster than a screen shows them.
    if (this.isSaid) return;
    this.isSaid = true;
    setTimeout(() => {
      this.isSaid = false;
      for (const listener of this.listeners) listener();
    }, 50);
  }
}

function newLane(): TrainLane {
  return openWorker(new Worker(new URL('./worker/train-worker.ts', import.meta.url), { type: 'module' }));
}
