import type { Slot } from '../hard-negative';
import type { Judge } from '../operations/judge';
import type { ObjectSpan } from '../reading/reading';
import type { RefusalReason } from '../refusals';
import type { Company } from './company';
import type { WordBalance } from './word-balance';

/** Which optional constraints apply: co-occurrence in pictures, and the tables of sense. */
export interface Judges {
  readonly company: boolean;
  readonly tables: boolean;
}

/** The block's constraints on words for a caption that is changed by itself. */
export class BlockJudge implements Judge {
  readonly isLastResort: boolean;

  constructor(
    private readonly company: Company,
    private readonly words: WordBalance,
    private readonly caption: number,
    private readonly asked: Judges,
    readonly lastSlot: Slot | undefined,
  ) {
    this.isLastResort = !asked.tables;
  }

  favour(text: string): number {
    return this.words.favour(text);
  }

  refuseCompany(span: ObjectSpan, lemma: string): RefusalReason | undefined {
    return this.company.refusal(this.caption, span, lemma, !this.asked.company);
  }
}
