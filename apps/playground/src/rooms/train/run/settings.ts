/** What a run follows from; the same settings give the same run on one backend. */
export interface Settings {
  readonly steps: number;
  /** Pictures of a step, an even number. */
  readonly batch: number;
  /** Logits that Slipform adds for the most concrete words. */
  readonly margin: number;
  readonly seed: number;
}

export const defaults: Settings = { steps: 150, batch: 64, margin: 4, seed: 0 };

/** The least and the most of each setting. */
const limits: Readonly<Record<keyof Settings, readonly [least: number, most: number]>> = {
  steps: [1, 5000],
  batch: [8, 512],
  margin: [0, 10],
  seed: [0, 999_999],
};

/** Why a value can't be a setting; undefined where it can. @param said how it was written */
function settingProblem(name: keyof Settings, value: unknown, said = String(value)): string | undefined {
  const [least, most] = limits[name];
  if (Number.isInteger(value) && Number(value) >= least && Number(value) <= most) return undefined;
  return `${name} must be a whole number from ${least} to ${most.toLocaleString('en')}, got “${said.slice(0, 40)}”`;
}

/** The settings of an address; what cannot be is its default, with a sentence that says so. */
export function readSettings(params: URLSearchParams): {
  readonly settings: Settings;
  readonly refused: readonly string[];
} {
  const refused: string[] = [];
  const read = (name: keyof Settings): number => {
    const text = params.get(name);
    if (text === null || text === '') return defaults[name];
    const problem = settingProblem(name, Number(text), text);
    if (problem === undefined) return Number(text);
    refused.push(`${problem}; it is ${defaults[name]} now.`);
    return defaults[name];
  };
  const settings = { steps: read('steps'), batch: read('batch'), margin: read('margin'), seed: read('seed') };
  return { settings, refused };
}
