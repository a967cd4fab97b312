import { auditRecords } from '@slipform/bench/audit';
import { createLexicon } from '@slipform/concreteness';
import { mineBlob } from '@slipform/plant/blob';
import { relation } from '@slipform/plant/relations';
import type { FileAnswer, FileJob, FileNote } from './messages';

/** Pairs that the text-only judge reads: as many as it judges in some seconds. */
const judged = 4000;
/** Problems that are said one by one. */
const maxProblems = 5;
/** Milliseconds between two words of how far it is. */
const often = 100;

/** Mines a dropped file; what is written is passed on block by block, and nothing of it is kept here. */
export async function mineDropped(job: FileJob, note: (note: FileNote) => void): Promise<FileAnswer> {
  const { file, options, outputFormat, keepAll, captionField } = job;
  const audit = auditRecords({
    lexicon: createLexicon(),
    relation,
    name: file.name,
    judged,
    ...(options.seed !== undefined && { seed: options.seed }),
  });
  let problems = 0;
  let said = 0;
  let last: Pick<FileAnswer, 'stats' | 'brokenLines'> | undefined;
  const parts = mineBlob(file, {
    ...options,
    outputFormat,
    keepAll,
    captionField,
    onProblem(sentence) {
      problems += 1;
      if (problems <= maxProblems) note({ kind: 'problem', sentence });
    },
    onRead(phase, bytes, of) {
      const now = performance.now();
      if (now - said < often) return;
      said = now;
      note({ kind: 'read', phase, bytes, of });
    },
  });
  for await (const { bytes, records, stats, brokenLines } of parts) {
    for (const record of records) audit.add(record);
    last = { stats, brokenLines };
    note({ kind: 'part', bytes: new Uint8Array(bytes), stats });
  }
  // A file without a caption has thrown.
  return { ...last!, audit: await audit.report(last!.stats.captions) };
}
