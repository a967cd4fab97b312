import { createLexicon } from '@slipform/concreteness';
import { version } from '../../package.json';
import { createAudit } from '../audit/audit';
import type { AuditReport } from '../audit/audit-report';
import { blindScore } from '../audit/blind-score';
import { mostConcreteBy } from '../audit/most-concrete';
import type { HardNegative } from '../hard-negative';

export interface AuditRecordsOptions {
  /** What the report calls them. Default: `records`. */
  readonly name?: string | undefined;
  /** How many pairs at most the text-only judge reads, drawn by chance. Default: 20,000. */
  readonly judged?: number | undefined;
  /** How many pairs the report shows. Default: 20. */
  readonly sample?: number | undefined;
  /** Default: 0. */
  readonly seed?: number | undefined;
}

export interface RecordAudit {
  add(record: HardNegative): void;
  /** @param captions how many were mined, with a negative or without. @returns undefined where nothing was added */
  report(captions?: number): AuditReport | undefined;
}

/**
 * Audits records while they are mined, as `slipform-plant audit` does those of a file: what they change, what is wrong with
 * them, and how well a judge that sees the texts alone knows them. Held are the judge's pairs and 24 bytes for each other.
 *
 * @example
 * const audit = auditRecords();
 * for await (const { records } of mineBlob(file)) for (const record of records) audit.add(record);
 * audit.report()?.blind?.score // 0.5: the texts do not give the negatives away
 */
export function auditRecords(options: AuditRecordsOptions = {}): RecordAudit {
  const { name = 'records', judged = 20_000, sample = 20, seed = 0 } = options;
  const audit = createAudit(mostConcreteBy(createLexicon()), judged, sample, seed);
  return {
    add: (record) => audit.add(record),
    report(captions) {
      if (audit.pairs() === 0) return undefined;
      const captionsWithNegative = audit.captionsWithNegative();
      const blind = blindScore(audit.judged(), seed);
      return {
        file: name,
        version,
        seed,
        brokenLines: 0,
        ...audit.report(),
        coverage: {
          captionsWithNegative,
          ...(captions === undefined ? {} : { captions, share: captionsWithNegative / captions }),
        },
        ...(blind ? { blind } : {}),
      };
    },
  };
}
