import { isHistory } from '../run/history';
import { type Settings, settingProblem } from '../run/settings';
import { backendOrder, type TrainingBackend } from '../worker/messages';

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
