/**
 * Verdicts of readers about negatives: by set, identifier and changed words, without the captions, most of which may not
 * be copied. `withCaptions` joins them with the captions where these lie beside the project.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Judgement, judgements } from '../src/run/calibrate';
import type { DomainCaption } from './domains';

export { type Judgement, judgements };

/** Fit and tune on `development`; `held-out` is for figures. */
export type Half = 'development' | 'held-out';

export interface Verdict {
  readonly set: string;
  readonly id: string;
  readonly operation: string;
  readonly slot: string;
  readonly keyword: string;
  readonly replacement: string;
  readonly verdict: Judgement;
  /** Who read: a name without meaning, so that two readers can be compared. */
  readonly reader: string;
  readonly half: Half;
}

export const verdictColumns = [
  'set',
  'id',
  'operation',
  'slot',
  'keyword',
  'replacement',
  'verdict',
  'reader',
  'half',
] as const;

const folder = fileURLToPath(new URL('verdicts/', import.meta.url));

/** The half of a caption: all verdicts about one caption are in one half. */
export function halfOf(set: string, id: string): Half {
  const [first = 0] = createHash('sha256').update(`${set}\t${id}`).digest();
  return first % 2 === 0 ? 'development' : 'held-out';
}

/** The verdicts of each file of the folder, by its name, in the order of the names. */
export function readVerdictFiles(): ReadonlyMap<string, readonly Verdict[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'));
  return new Map(
    files
      .sort()
      .map((name) => [name.slice(0, -4), parseVerdicts(readFileSync(`${folder}${name}`, 'utf8'), name)]),
  );
}

/** Every verdict of the folder. */
export function readVerdicts(): readonly Verdict[] {
  return [...readVerdictFiles().values()].flat();
}

/** @throws Error for a line that is no verdict: which file, which line, what is wrong */
export function parseVerdicts(text: string, name: string): Verdict[] {
  const [header = '', ...lines] = text.trimEnd().split('\n');
  if (header !== verdictColumns.join('\t')) {
    throw new Error(`${name}: the header must be ${verdictColumns.join(', ')}, got ${header}.`);
  }
  return lines.map((line, i) => {
    const cells = line.split('\t');
    const [set = '', id = '', operation = '', slot = '', keyword = '', replacement = '', , reader = ''] =
      cells;
    const verdict = judgements.find((judgement) => judgement === cells[6]);
    const half = halfOf(set, id);
    if (cells.length !== verdictColumns.length || verdict === undefined || cells[8] !== half) {
      throw new Error(
        `${name}, line ${i + 2}: a verdict has ${verdictColumns.length} cells, one of ${judgements.join(', ')} and the half of its caption (${half}), got ${line}.`,
      );
    }
    return { set, id, operation, slot, keyword, replacement, verdict, reader, half };
  });
}

/** The lines of a file of verdicts, its header included. */
export function printVerdicts(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map((verdict) => verdictColumns.map((column) => verdict[column]).join('\t'));
  return `${[verdictColumns.join('\t'), ...rows].join('\n')}\n`;
}

/** What tells a negative of a caption from the others: the words that were changed, whatever their case. */
export function editKey(id: string, keyword: string, replacement: string): string {
  return `${id}\t${keyword}\t${replacement}`.toLowerCase();
}

export interface JudgedNegative extends Verdict {
  readonly caption: string;
  /** The captions of the same image, without this one. */
  readonly siblings: readonly string[];
  readonly imageId: string | undefined;
}

/** The verdicts about one set, with their captions; a verdict without its caption is left out. */
export function withCaptions(
  verdicts: readonly Verdict[],
  set: string,
  captions: readonly DomainCaption[],
): JudgedNegative[] {
  const byId = new Map(captions.map((caption) => [caption.id, caption]));
  const byImage = new Map<string, string[]>();
  for (const { imageId, caption } of captions) {
    if (imageId !== undefined) byImage.set(imageId, [...(byImage.get(imageId) ?? []), caption]);
  }
  return verdicts.flatMap((verdict) => {
    const found = verdict.set === set ? byId.get(verdict.id) : undefined;
    if (found === undefined) return [];
    const { caption, imageId } = found;
    const same = imageId === undefined ? [] : (byImage.get(imageId) ?? []);
    return [{ ...verdict, caption, imageId, siblings: same.filter((other) => other !== caption) }];
  });
}
