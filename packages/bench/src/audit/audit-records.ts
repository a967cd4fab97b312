import { refuse } from '@slipform/kit/errors/input-error';
import {
  callback,
  defineOptions,
  integer,
  optional,
  type RowsFor,
  text,
} from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import { seed } from '../checks/seed';
import { type AuditReport, createAudit } from './audit';
import { blindScore } from './blind-score';
import type { Pair, Relation } from './pair';

export interface AuditRecordsOptions {
  /**
   * Tells why two nouns may be true of the same thing, as `relation` of `@slipform/plant/relations` does. Without it no
   * pair is looked up: `checks.relatedOf` is 0.
   */
  readonly relation?: ((a: string, b: string) => Relation | undefined) | undefined;
  /** What the report calls them. Default: `records`. */
  readonly name?: string | undefined;
  /** How many pairs at most the text-only judge reads, drawn by chance. From 10 to 1,000,000. Default: 20,000. */
  readonly judged?: number | undefined;
  /** Of what is drawn, of the folds and of the bootstrap. Default: 0. */
  readonly seed?: number | undefined;
}

export interface RecordAudit {
  /** @throws InputError if it is no pair of texts, or the record's id stands for another caption */
  add(record: Pair): void;
  /** @param captions how many were mined, with a negative or without. @returns undefined where nothing was added */
  report(captions?: number): Promise<AuditReport | undefined>;
}

const options = defineOptions('auditRecords', {
  relation: optional(callback<(a: string, b: string) => Relation | undefined>()),
  name: optional(text(), 'records'),
  judged: optional(integer({ min: 10, max: 1_000_000 }), 20_000),
  seed: optional(seed, 0),
} satisfies RowsFor<AuditRecordsOptions>);

/**
 * Audits records while they are mined, as `slipform-bench audit` does those of a file: what they change, what is wrong
 * with them, and how well a judge that sees the texts alone knows them. Held are the judge's pairs and 24 bytes for each
 * other. Runs in browsers and Web Workers.
 *
 * @example
 * const audit = auditRecords({ relation });
 * for await (const record of createPlant().mineAll(captions)) audit.add(record);
 * (await audit.report())?.blind?.score // 0.5: the texts do not give the negatives away
 */
export function auditRecords(given: AuditRecordsOptions = {}): RecordAudit {
  const { name, ...rest } = options.read(given);
  const audit = createAudit({ file: name, ...rest });
  return {
    add(record) {
      if (typeof record?.caption !== 'string' || typeof record.negative !== 'string') {
        refuse(
          'auditRecords',
          'a record',
          'must have a caption and a negative that are texts',
          shown(record),
        );
      }
      audit.add(record);
    },
    async report(captions) {
      if (audit.pairs() === 0) return undefined;
      return audit.report(await blindScore(audit.judged(), rest.seed), captions);
    },
  };
}
