import { encoderFiles } from '@slipform/clip';
import { strToU8, zipSync } from 'fflate';
import type { TrainingTable } from '../data/training-table';
import { assignWeights } from '../keep/kept-arm';
import { type KeptState, RunStore, whyNotKept } from '../keep/run-store';
import { type History, isHistory } from '../run/history';
import type { ArmName } from '../run/losses';
import { newEncoder } from '../run/train-arm';

interface KeptArm {
  readonly state: KeptState;
  readonly history: History;
}

/** What was learned last: in memory, and in the browser's store where it has one. */
let latest: KeptArm | undefined;

/** @returns why the browser does not keep it, if so: then it is here as long as the tab is open */
export async function keepArm(arm: ArmName, kept: KeptArm): Promise<string | undefined> {
  latest = kept;
  try {
    const store = await RunStore.open();
    await store.put({ [`${arm} state`]: kept.state, [`${arm} history`]: kept.history });
    store.close();
    return undefined;
  } catch (error) {
    return whyNotKept(error);
  }
}

/** What was kept last of one of the three; undefined where nothing is. @throws where the half of it is missing */
export async function keptArmOf(arm: ArmName): Promise<KeptArm | undefined> {
  if (latest !== undefined) return latest;
  const store = await RunStore.open().catch(() => undefined);
  if (store === undefined) return undefined;
  const [state, history] = [await store.get(`${arm} state`), await store.get(`${arm} history`)];
  store.close();
  if (state === undefined && history === undefined) return undefined;
  const steps = isHistory(history) ? history.losses.length : undefined;
  if (!isKeptState(state) || history === undefined || state.step !== steps) {
    throw new Error(`Of ${arm} the state and the history that were kept do not fit each other; start anew.`);
  }
  latest = { state, history };
  return latest;
}

/** Another version of the page, or a broken disk, may have left anything. */
function isKeptState(state: unknown): state is KeptState {
  const { step, weights, optimizer }: Partial<Record<keyof KeptState, unknown>> = Object(state);
  return (
    typeof step === 'number' && weights instanceof Map && typeof optimizer === 'object' && optimizer !== null
  );
}

/** The earliest day that an archive can name, so that the same weights are the same bytes. */
const mtime = new Date(1980, 0, 1);

/** A model's folder as a zip archive, which `loadEncoder` reads once it is unpacked. */
export async function archiveOf(
  table: TrainingTable,
  kept: { readonly state: Pick<KeptState, 'weights'> } | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  if (kept === undefined)
    throw new Error('Nothing has been learned yet that could be downloaded; train first.');
  const encoder = newEncoder(table, 0);
  try {
    assignWeights(encoder.model, kept.state.weights);
    const files = Object.entries(await encoderFiles(encoder)).map(([name, content]) => {
      return [name, typeof content === 'string' ? strToU8(content) : content] as const;
    });
    // Weights hardly compress.
    return new Uint8Array(zipSync(Object.fromEntries(files), { level: 0, mtime }));
  } finally {
    encoder.dispose();
  }
}
