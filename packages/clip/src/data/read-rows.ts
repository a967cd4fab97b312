import { InputError } from '@slipform/kit/errors/input-error';
import type { Augment } from './augment';
import { wantedImage } from './collect-examples';
import type { Decoders } from './decode-images';
import type { Example, ImagePlace } from './example';
import type { BatchPlan, PlannedRow } from './plan-batches';
import type { SkipLog } from './skips';

/** Rows whose images could be read, with the pixels of all of them. */
export interface ReadRows {
  readonly rows: readonly PlannedRow[];
  readonly pixels: Float32Array;
}

// Another example is drawn this many times for a broken one; after that the batch becomes smaller.
const ATTEMPTS = 16;

/**
 * Reads the images of a step's batch. A broken one is logged, and another example of the set, not in the batch
 * yet, takes its place: drawn by seed, step and place, so that the batch depends on nothing that came before.
 */
export async function readRows(
  step: number,
  plan: BatchPlan,
  decoders: Decoders,
  size: number,
  skips: SkipLog,
  augment: Augment | undefined,
): Promise<ReadRows> {
  const rows = plan.rowsOf(step);
  const decoded = await decoders.decode(rows.map((row) => wantedImage(row, row.example.image, augment)));
  const taken = new Set(rows.map(({ example }) => example));
  const lost = new Set<number>();
  for (const [place, problem] of decoded.problems.entries()) {
    if (problem === undefined) continue;
    skips.add(...describeBrokenImage(rows[place]!.example.image, problem));
    const found = await substitute(step, place, taken, plan, decoders, skips, augment);
    if (found === undefined) lost.add(place);
    else {
      rows[place] = found.row;
      decoded.pixels.set(found.pixels, place * size * size * 3);
    }
  }
  if (lost.size === 0) return { rows, pixels: decoded.pixels };
  const left = rows.filter((_, place) => !lost.has(place));
  if (left.length === 0) {
    const first = skips.first[0];
    throw new InputError(
      `trainingData: no image of step ${step + 1} could be read${first === undefined ? '' : `: ${first.place} ${first.reason}`}.`,
    );
  }
  const length = size * size * 3;
  const pixels = new Float32Array(left.length * length);
  let at = 0;
  for (const place of rows.keys()) {
    if (lost.has(place)) continue;
    pixels.set(decoded.pixels.subarray(place * length, (place + 1) * length), at);
    at += length;
  }
  return { rows: left, pixels };
}

async function substitute(
  step: number,
  place: number,
  taken: Set<Example>,
  plan: BatchPlan,
  decoders: Decoders,
  skips: SkipLog,
  augment: Augment | undefined,
): Promise<{ row: PlannedRow; pixels: Float32Array } | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const row = plan.substitute(step, place, attempt);
    if (taken.has(row.example)) continue;
    taken.add(row.example);
    const { pixels, problems } = await decoders.decode([wantedImage(row, row.example.image, augment)]);
    if (problems[0] === undefined) return { row, pixels };
    skips.add(...describeBrokenImage(row.example.image, problems[0]));
  }
  return undefined;
}

/** Place and reason of a broken image; that of a table's row names the file. */
export function describeBrokenImage(
  { file, part, place }: ImagePlace,
  problem: string,
): [place: string, reason: string] {
  return part === undefined && place !== file ? [`${place}: ${file}`, problem] : [place, problem];
}
