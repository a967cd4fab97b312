import filesJson from '../../../generated/training.json';
import { dataUrl, loadBytes, loadJson } from '../../parts/data-files';
import { openWorker } from '../../parts/worker-lane';
import { type TrainingFiles, type TrainingTable, unpackGreys } from './data/training-table';
import { historyProblem, type KeptRun, keptVersion, RunStore, runProblem } from './keep/run-store';
import { type History, joined, newHistory } from './run/history';
import { type ArmName, armNames } from './run/losses';
import type { Settings } from './run/settings';
import type {
  Job,
  Note,
  Opened,
  Result,
  TrainingBackend,
  TrainingData,
  WantedBackend,
} from './worker/messages';

const files: TrainingFiles = filesJson;
const base = new URL('.', document.baseURI).href;

export type Phase = 'loading' | 'new' | 'starting' | 'running' | 'pausing' | 'paused' | 'done';

export interface TrainingState {
  readonly phase: Phase;
  readonly data?: TrainingData | undefined;
  /** Of the run that is under way or kept. */
  readonly settings?: Settings | undefined;
  /** The backend of a run that was kept, which goes on with it. */
  readonly keptOn?: TrainingBackend | undefined;
  readonly opened?: Opened | undefined;
  readonly histories: Readonly<Record<ArmName, History>>;
  readonly rates: Readonly<Record<ArmName, number>>;
  /** Why the browser does not keep the run. */
  readonly notKept?: string | undefined;
  /** Why a run that the browser has kept can't go on. */
  readonly notRead?: string | undefined;
  readonly fault?: { readonly title: string; readonly error: unknown } | undefined;
}

type TrainLane = ReturnType<typeof openWorker<Job, Result, Note>>;

const perArm = <Value>(make: () => Value) =>
  ({ infoNce: make(), hard: make(), cement: make() }) satisfies Record<ArmName, Value>;

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
  /** The training of this tab, with the lock that keeps other tabs from it; over once what was reset is forgotten. */
  private underWay: Promise<void> | undefined;
  private endUnderWay: (() => void) | undefined;
  /** Of the run in the browser's store, where it has one. */
  private keptId: string | undefined;

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Loads pictures and names, and looks for a run that is kept. */
  async load(): Promise<void> {
    this.change({ phase: 'loading', fault: undefined });
    try {
      const [table, packed] = await Promise.all([
        loadJson<TrainingTable>(dataUrl(files.table, base)),
        loadBytes(dataUrl(files.pictures, base)),
      ]);
      const greys = unpackGreys(packed, table.icons.length * table.size ** 2);
      const { id, ...kept } = await keptRun(table);
      this.keptId = id;
      this.change({ data: { table, greys }, ...kept });
    } catch (error) {
      this.change({ phase: 'new', fault: { title: 'The icons did not load', error } });
    }
  }

  /** Begins a run, or goes on with the one that is paused. */
  async start(settings: Settings, backend: WantedBackend): Promise<void> {
    const { data, phase } = this.state;
    if (data === undefined || !(phase === 'new' || phase === 'paused')) return;
    const turn = this.turn;
    const resume = phase === 'paused';
    const wanted = (resume ? this.state.keptOn : undefined) ?? backend;
    this.change({
      ...{ phase: 'starting', fault: undefined, notRead: undefined, settings },
      ...(resume ? {} : { notKept: undefined }),
    });
    await this.underWay;
    if (turn !== this.turn) return;
    const reset = new Promise<void>((resolve) => {
      this.endUnderWay = resolve;
    });
    this.underWay = onlyHere(async (isFree) => {
      if (!isFree) throw new Error('Another tab of this browser trains; pause it there, or close it.');
      try {
        // A worker that was ended answers no more.
        await Promise.race([this.train(turn, data, settings, wanted, resume), reset]);
      } finally {
        // With the lock: another tab may train next.
        if (turn !== this.turn) await forget();
      }
    }).catch((error: unknown) => {
      // Who resets ends the workers, which is no fault.
      if (turn !== this.turn) return;
      this.close();
      const hasSteps = Object.values(this.state.histories).some(({ losses }) => losses.length > 0);
      const rest = hasSteps
        ? ({ phase: 'paused' } as const)
        : ({ phase: 'new', settings: undefined } as const);
      this.change({ ...rest, fault: { title: 'The training stopped', error } });
    });
    await this.underWay;
    if (turn === this.turn) this.endUnderWay = undefined;
  }

  private async train(
    turn: number,
    data: TrainingData,
    settings: Settings,
    wanted: WantedBackend,
    resume: boolean,
  ): Promise<void> {
    if (resume && this.keptId !== undefined && !(await isKept(this.keptId))) {
      throw new Error(
        'Another tab has forgotten this run or begun another one since; load the page again to see what is kept.',
      );
    }
    this.lanes ??= perArm(newLane);
    const lanes = this.lanes;
    const opened = await Promise.all(
      armNames.map((arm) => lanes[arm].run({ kind: 'open', backend: wanted })),
    );
    if (turn !== this.turn) return;
    // All three are on one machine, and find the same.
    const [first] = opened as Opened[];
    const id = new Date().toISOString();
    const run: KeptRun = { version: keptVersion, id, settings, backend: first!.backend, table: files.table };
    if (!resume) this.keptId = (await forget(run)) ? id : undefined;
    if (turn !== this.turn) return;
    this.change({ phase: 'running', opened: first!, keptOn: first!.backend });
    const trained = await Promise.all(
      armNames.map((arm) =>
        lanes[arm].run({ kind: 'train', arm, run, data, resume }, { onNote: (note) => this.note(arm, note) }),
      ),
    );
    const isDone = trained.every((each) => each !== undefined && 'isDone' in each && each.isDone);
    this.change({ phase: isDone ? 'done' : 'paused' });
  }

  /** Ends after the steps that are under way. */
  pause(): void {
    if (this.state.phase !== 'running' || this.lanes === undefined) return;
    this.change({ phase: 'pausing' });
    for (const lane of Object.values(this.lanes)) void lane.run({ kind: 'pause' });
  }

  /**
   * Ends at once and forgets the run, but not one that another tab trains.
   *
   * @returns why not, in a sentence
   */
  async reset(): Promise<string | undefined> {
    if (this.endUnderWay !== undefined) {
      this.showNothing();
      this.endUnderWay();
      this.endUnderWay = undefined;
      await this.underWay;
      return undefined;
    }
    let why: string | undefined;
    await onlyHere(async (isFree) => {
      if (isFree) {
        this.showNothing();
        await forget();
        return;
      }
      why = 'Another tab of this browser trains this run; pause it there, or close it, and start anew then.';
      this.change({ fault: { title: 'The run is not forgotten', error: why } });
    });
    return why;
  }

  private showNothing(): void {
    this.turn++;
    this.close();
    this.keptId = undefined;
    const { data } = this.state;
    this.state = { ...nothing, phase: 'new', ...(data && { data }) };
    this.change({});
  }

  /** What one of the three has learned, as a zip archive of a model folder. */
  async archive(arm: ArmName): Promise<Uint8Array<ArrayBuffer>> {
    const { data } = this.state;
    if (data === undefined) throw new Error('The icons have not been loaded.');
    const lane = this.lanes?.[arm] ?? newLane();
    try {
      await lane.run({ kind: 'open', backend: this.state.keptOn ?? 'wasm' });
      const bytes = await lane.run({ kind: 'export', arm, table: data.table });
      if (!(bytes instanceof Uint8Array)) throw new Error('unreachable: an export gives bytes');
      return bytes;
    } finally {
      if (this.lanes === undefined) void lane.close();
    }
  }

  private close(): void {
    const lanes = this.lanes;
    this.lanes = undefined;
    for (const lane of Object.values(lanes ?? {})) void lane.close();
  }

  private note(arm: ArmName, note: Note): void {
    const { histories, rates } = this.state;
    if ('notKept' in note) {
      this.change({ notKept: note.notKept });
      return;
    }
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

/** Two tabs would take each other's kept steps. */
async function onlyHere(action: (isFree: boolean) => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return action(true);
  await navigator.locks.request('slipform-train', { ifAvailable: true }, (lock) => action(lock !== null));
}

/** What a former visit left, where this page can go on with it. */
async function keptRun(table: TrainingTable): Promise<Partial<TrainingState> & { readonly id?: string }> {
  const none = { phase: 'new' } as const;
  try {
    const store = await RunStore.open();
    try {
      const run = await store.get('run');
      if (run === undefined) return none;
      let problem = runProblem(run, files.table);
      const histories = perArm(newHistory);
      for (const arm of armNames) {
        const history = (await store.get(`${arm} history`)) ?? newHistory();
        problem ??= historyProblem(history, run.settings.steps, table.questions.length);
        histories[arm] = history;
      }
      if (problem !== undefined) {
        const notRead = `This browser has kept a run that can’t go on, since its ${problem}; “Train” begins a new one in its place.`;
        return { ...none, notRead };
      }
      const { id, settings, backend: keptOn } = run;
      const steps = armNames.map((arm) => histories[arm].losses.length);
      if (Math.max(...steps) === 0) return none;
      const phase = Math.min(...steps) >= settings.steps ? 'done' : 'paused';
      return { id, phase, settings, keptOn, histories };
    } finally {
      store.close();
    }
  } catch {
    // A browser that allows no storage keeps no run.
    return none;
  }
}

/** Whether the run in the browser's store is still this one; also where nothing can be looked up. */
async function isKept(id: string): Promise<boolean> {
  try {
    const store = await RunStore.open();
    const run = await store.get('run');
    store.close();
    return run?.id === id;
  } catch {
    return true;
  }
}

/**
 * Forgets the kept run, and begins another. Where it can't be kept, the workers say so.
 *
 * @returns whether the store has taken it
 */
async function forget(run?: KeptRun): Promise<boolean> {
  try {
    const store = await RunStore.open();
    await store.clear();
    if (run !== undefined) await store.put({ run });
    store.close();
    return true;
  } catch {
    // Nothing was kept.
    return false;
  }
}
