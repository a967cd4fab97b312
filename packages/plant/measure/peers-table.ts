/** Other miners beside ours as a table: numbers only. */
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
}

export function peersTable(rows: readonly PeerRow[]): string {
  return [
    '| miner | set | captions | with a negative | blind | captions/s |',
    '| --- | --- | ---: | ---: | ---: | ---: |',
    ...rows.map(({ peer, set, captions, coverage, blind, judge, captionsPerSecond }) =>
      [
        '',
        peer,
        set,
        captions.toLocaleString('en'),
        coverage === null ? '–' : `${(100 * coverage).toFixed(0)} %`,
        blind === null ? '–' : `${blind.toFixed(3)}${judge === 'folds' ? ' (folds)' : ''}`,
        captionsPerSecond === null ? '–' : captionsPerSecond.toFixed(0),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ].join('\n');
}
