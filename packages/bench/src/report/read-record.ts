import { InputError, retold } from '@slipform/kit/errors/input-error';
import { readTextFile } from '@slipform/kit/files/read-text-file';
import { isJsonObject, parseJson } from '@slipform/kit/formats/parse-json';
import { list } from '@slipform/kit/formats/shape';
import { resultShape, shown } from '../scoring/result-shape';
import { type ExperimentRecord, resultsRecord } from './record';
import { recordShape } from './record-shape';

/** Far above what an experiment writes; a larger file is something else. */
const LARGEST_MEBIBYTES = 256;
const DEEPEST = 20;
const REMEDY = 'give the results.json that slipform-bench wrote';

/**
 * Reads results.json, or results that someone saved with JSON.stringify, one or a list. Each field is checked, so that a
 * broken or foreign file gives one sentence and not a page with holes.
 *
 * @throws InputError `FILE: PLACE must be RULE, got VALUE`
 */
export async function readRecord(file: string): Promise<ExperimentRecord> {
  const parsed = parse(file, await readTextFile(file, LARGEST_MEBIBYTES));
  try {
    const results = resultsOf(parsed);
    if (results) return resultsRecord(list(shown(resultShape))(results, 'results'));
    if (isJsonObject(parsed) && parsed.format === 'slipform-experiment' && parsed.version === 2) {
      return recordShape(parsed, '');
    }
    throw new InputError(
      'no results of slipform-bench (format "slipform-experiment", version 2, or a list of what evaluate returned).',
    );
  } catch (error) {
    if (!InputError.isInstance(error)) throw error;
    throw retold(error, { place: file, remedy: REMEDY });
  }
}

function parse(file: string, text: string): unknown {
  try {
    return parseJson(text, file, { maxDepth: DEEPEST });
  } catch (error) {
    if (!InputError.isInstance(error)) throw error;
    throw retold(error, { remedy: REMEDY });
  }
}

/** What the library's users save: a list of results, or one. */
function resultsOf(parsed: unknown): readonly unknown[] | undefined {
  const results = Array.isArray(parsed) ? parsed : [parsed];
  const isResults =
    results.length > 0 && results.every((each) => isJsonObject(each) && 'kinds' in each && 'answers' in each);
  return isResults ? results : undefined;
}
