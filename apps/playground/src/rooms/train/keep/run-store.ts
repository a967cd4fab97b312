import type { OptimizerTensor } from '@slipform/clip';
import { type History, isHistory } from '../run/history';
import type { ArmName } from '../run/losses';
import { type Settings, settingProblem } from '../run/settings';
import { backendOrder, type TrainingBackend } from '../worker/messages';

/** What a run goes on from, of one of the three. */
export interface KeptState {
  readonly step: number;
  readonly loss: number;
  readonly weights: ReadonlyMap<string, OptimizerTensor>;
  readonly optimizer: {
    readonly numbers: Readonly<Record<string, number>>;
    readonly tensors: ReadonlyMap<string, OptimizerTensor>;
  };
}

/** What the store holds, by its keys; another version of the page may have put something else there. */
export type Kept = { readonly run: KeptRun } & Record<`${ArmName} state`, KeptState> &
  Record<`${ArmName} history`, History>;

const place = 'runs';

/** The kept run lies in the browser's IndexedDB: one at a time. */
export class RunStore {
  private constructor(private readonly database: IDBDatabase) {}

  /** @throws where the browser allows no storage */
  static async open(): Promise<RunStore> {
    const opening = indexedDB.open('slipform-train', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(place);
    const database = await settled(opening);
    // Another tab may take it away, or need a newer one.
    database.onversionchange = () => database.close();
    return new RunStore(database);
  }

  async get<Key extends keyof Kept>(key: Key): Promise<Kept[Key] | undefined> {
    return settled<Kept[Key] | undefined>(this.database.transaction(place).objectStore(place).get(key));
  }

  /** Writes all of it or nothing. */
  async put(entries: Partial<Kept>): Promise<void> {
    await this.change((store) => {
      for (const [key, value] of Object.entries(entries)) store.put(value, key);
    });
  }

  async clear(): Promise<void> {
    await this.change((store) => void store.clear());
  }

  close(): void {
    this.database.close();
  }

  private async change(action: (store: IDBObjectStore) => void): Promise<void> {
    const transaction = this.database.transaction(place, 'readwrite');
    action(transaction.objectStore(place));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('The browser kept nothing.'));
    });
  }
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser gave no reason.'));
  });
}

/** Why a run is not kept, in a sentence. */
export function whyNotKept(error: unknown): string {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return isFull
    ? 'The browser has no room to keep this run: it goes on, and is gone when the tab is closed; free some space to keep it.'
    : `The browser does not keep this run (${error instanceof Error ? error.message : String(error)}): it is gone when the tab is closed; a private window is often the reason.`;
}

/** What a run is, for who opens the page again. */
export interface KeptRun {
  readonly version: typeof keptVersion;
  /** Names the run: another tab may have begun another one since. */
  readonly id: string;
  readonly settings: Settings;
  /** The backend that it runs on; others give other last digits. */
  readonly backend: TrainingBackend;
  /** The data that it learns from: another version of the page may have others. */
  readonly table: string;
}

/** Counts up when what is kept gets another shape. */
export const keptVersion = 1;

/** Why a run that the browser kept can't be gone on with, in words that follow "its"; undefined where it can. */
export function runProblem(run: unknown, table: string): string | undefined {
  if (typeof run !== 'object' || run === null) return 'description is missing';
  const kept = run as Partial<Record<keyof KeptRun, unknown>>;
  if (kept.version !== keptVersion || kept.table !== table)
    return 'state or icons are those of another version of this page';
  if (typeof kept.id !== 'string') return 'name is missing';
  if (!backendOrder.some((name) => name === kept.backend)) return 'backend is not one of this page';
  const settings: Partial<Record<string, unknown>> = Object(kept.settings);
  for (const name of ['steps', 'batch', 'margin', 'seed'] as const) {
    const problem = settingProblem(name, settings[name]);
    if (problem !== undefined) return `setting ${problem}`;
  }
  return undefined;
}

/** The same of what is drawn of one of the three. @param questions how many are asked */
export function historyProblem(history: unknown, steps: number, questions: number): string | undefined {
  if (!isHistory(history)) return 'history is not of this page';
  const { losses, shares, judged } = history;
  const isWithin = [...shares, ...judged].every(([step]) => step >= 0 && step <= steps);
  if (losses.length > steps || !isWithin) return `history is longer than its ${steps} steps`;
  if (judged.some(([, answers]) => answers.length !== questions)) return 'history is about other questions';
  return undefined;
}
