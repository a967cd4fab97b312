import { readFile, stat } from 'node:fs/promises';
import { InputError } from '@slipform/clip';
import type { Result } from '../result';
import { type ExperimentRecord, resultsRecord } from './record';

/** Far above what an experiment writes; a larger file is something else. */
const LARGEST = 256 * 2 ** 20;

type Json = Record<string, unknown>;

/**
 * Reads results.json, or a list of results that someone saved with JSON.stringify, and checks that it is what the report needs, so that a broken or foreign file gives one
 * sentence and not a page with holes.
 */
export async function readRecord(path: string): Promise<ExperimentRecord> {
  const { size } = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new InputError(`${path} does not exist`) : error;
  });
  if (size > LARGEST)
    throw new InputError(`${path}: ${size} bytes are too many for results, the limit is ${LARGEST}`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new InputError(`${path}: not JSON (${error.message}); give the results.json of an experiment`);
  }
  const fail = (what: string): never => {
    throw new InputError(`${path}: ${what}; give the results.json that slipform-bench wrote`);
  };
  parsed = recordOfResults(parsed) ?? parsed;
  if (!isObject(parsed) || parsed.format !== 'slipform-experiment' || parsed.version !== 1) {
    fail(
      'no results of slipform-bench (format "slipform-experiment", version 1, or a list of what evaluate returned)',
    );
  }
  const record = parsed as Json;
  for (const key of ['title', 'command', 'startedAt'])
    if (typeof record[key] !== 'string') fail(`${key} must be a text`);
  for (const key of ['results', 'comparisons', 'runs', 'examples', 'conclusion']) {
    if (!Array.isArray(record[key])) fail(`${key} must be a list`);
  }
  (record.results as unknown[]).forEach((result, index) => {
    if (!isResult(result)) fail(`results[${index}] lacks its model, benchmark, kinds or mean`);
  });
  (record.runs as unknown[]).forEach((run, index) => {
    const points = isObject(run) ? run.points : undefined;
    if (
      !Array.isArray(points) ||
      !points.every((point) => isObject(point) && areNumbers(point, ['step', 'loss', 'logitScale']))
    ) {
      fail(`runs[${index}].points must hold step, loss and logitScale as numbers`);
    }
  });
  (record.examples as unknown[]).forEach((example, index) => {
    // A picture from elsewhere would make the page call out when it is opened.
    const picture = isObject(example) ? example.picture : undefined;
    if (typeof picture !== 'string' || !/^data:image\/png;base64,[A-Za-z0-9+/=]+$/.test(picture)) {
      fail(`examples[${index}].picture must be a PNG data URI`);
    }
  });
  return parsed as ExperimentRecord;
}

/** What the library's users save: a list of results, or one. */
function recordOfResults(parsed: unknown): Json | undefined {
  const results = [parsed].flat();
  const isList =
    results.length > 0 && results.every((each) => isObject(each) && 'kinds' in each && 'items' in each);
  return isList ? { ...resultsRecord(results as Result[]) } : undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function areNumbers(object: Json, keys: readonly string[]): boolean {
  return keys.every((key) => Number.isFinite(object[key]));
}

function isEstimate(value: unknown): boolean {
  return (
    isObject(value) &&
    areNumbers(value, ['value']) &&
    Array.isArray(value.interval) &&
    value.interval.length === 2 &&
    value.interval.every(Number.isFinite)
  );
}

function isResult(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.model === 'string' &&
    typeof value.benchmark === 'string' &&
    areNumbers(value, ['chance']) &&
    isObject(value.kinds) &&
    (Object.keys(value.kinds).length > 0 || isObject(value.retrieval)) &&
    Object.values(value.kinds).every((kind) => isEstimate(kind) && areNumbers(kind as Json, ['total'])) &&
    isEstimate(value.mean)
  );
}
