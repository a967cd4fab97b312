import { InputError } from '@slipform/concreteness';
import { isJsonObject, parseJson } from '@slipform/kit/parse-json';
import { readText } from '../files/read-text';

/** What `mine --json` prints, as far as an audit needs it. */
export interface MiningSummary {
  readonly captions: number;
  /** How often each reason refused a change; reasons that never did are left out. */
  readonly refusals: Readonly<Record<string, number>>;
}

/** In MiB. A summary holds captions and the counts of the reasons: less than a kilobyte. */
const longestSummary = 1;

/** @throws {InputError} if the file is not a summary of `mine` */
export async function readMiningSummary(file: string): Promise<MiningSummary> {
  const other = new InputError(
    `${file} is no summary; make one with \`slipform-plant mine … --json > summary.json\`.`,
  );
  const text = await readText(file, longestSummary);
  let value: unknown;
  try {
    value = parseJson(text, file, { maxDepth: 10 });
  } catch {
    throw other;
  }
  if (!isJsonObject(value) || !isCount(value.captions) || !isJsonObject(value.refusals)) throw other;
  const refusals: Record<string, number> = {};
  for (const [reason, times] of Object.entries(value.refusals)) {
    if (!isCount(times)) throw other;
    if (times > 0) refusals[reason] = times;
  }
  return { captions: value.captions, refusals };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
