import { InputError } from '@slipform/kit/errors/input-error';
import { readTextFile } from '@slipform/kit/files/read-text-file';
import { isJsonObject, parseJson } from '@slipform/kit/formats/parse-json';

/** What `mine --json` prints, as far as an audit needs it. */
export interface MiningSummary {
  readonly captions: number;
  /** How often each reason refused a change; reasons that never did are left out. */
  readonly refusals: Readonly<Record<string, number>>;
  /** Captions without a negative, by reason; earlier summaries have none. */
  readonly reasons?: Readonly<Record<string, number>>;
}

/** A summary holds captions and the counts of the reasons: less than a kilobyte. */
const MAX_MEBIBYTES = 1;

/** @throws {InputError} if the file is not a summary of `mine` */
export async function readMiningSummary(file: string): Promise<MiningSummary> {
  const other = new InputError(
    `${file} is no summary; make one with \`slipform-plant mine … --json > summary.json\`.`,
  );
  const text = await readTextFile(file, MAX_MEBIBYTES);
  let value: unknown;
  try {
    value = parseJson(text, file, { maxDepth: 10 });
  } catch {
    throw other;
  }
  if (!isJsonObject(value) || !isCount(value.captions) || !isJsonObject(value.refusals)) throw other;
  const refusals = countsOf(value.refusals);
  const reasons = value.reasons === undefined ? {} : countsOf(value.reasons);
  if (!refusals || !reasons) throw other;
  return { captions: value.captions, refusals, ...(value.reasons === undefined ? {} : { reasons }) };
}

/** Counts by name without those that are 0; `undefined` for anything else. */
function countsOf(value: unknown): Record<string, number> | undefined {
  if (!isJsonObject(value)) return undefined;
  const counts: Record<string, number> = {};
  for (const [name, times] of Object.entries(value)) {
    if (!isCount(times)) return undefined;
    if (times > 0) counts[name] = times;
  }
  return counts;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
