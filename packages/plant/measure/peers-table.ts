/** Other miners beside ours as a table: numbers only. */
import type { Judgement } from './verdicts';

export interface PeerRow {
  readonly peer: string;
  readonly set: string;
  readonly captions: number;
  readonly coverage: number | null;
  readonly blind: number | null;
  /** `halves`: learnt from the other half of the images; `folds`: five folds of one file. */
  readonly judge: 'halves' | 'folds';
  /** Of processor time, in one thread. */
  readonly captionsPerSecond: number | null;
  /** Verdicts of a reader about 60 of its negatives. */
  readonly read?: Readonly<Record<Judgement, number>>;
}

export function peersTable(rows: readonly PeerRow[]): string {
  return [
    '| miner | set | captions | with a negative | blind | captions/s | read: strict / lenient, % |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(({ peer, set, captions, coverage, blind, judge, captionsPerSecond, read }) =>
      [
        '',
        peer,
        set,
        captions.toLocaleString('en'),
        coverage === null ? '–' : `${(100 * coverage).toFixed(0)} %`,
        blind === null ? '–' : `${blind.toFixed(3)}${judge === 'folds' ? ' (folds)' : ''}`,
        captionsPerSecond === null ? '–' : captionsPerSecond.toFixed(0),
        read === undefined ? '–' : shares(read),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ].join('\n');
}

function shares({ ok, mild, hard }: Readonly<Record<Judgement, number>>): string {
  const percent = (part: number) => ((100 * part) / (ok + mild + hard)).toFixed(0);
  return `${percent(ok)} / ${percent(ok + mild)}`;
}
