/** One measured number, a line of an experiment's file. */
export interface Row {
  readonly experiment: string;
  readonly variant: string;
  readonly seed: number;
  readonly metric: string;
  /** What it is about: a band of concreteness, a part of the budget. */
  readonly kind?: string;
  /** Of training. */
  readonly step?: number;
  /** Null where there is no number, such as the correlation of something that does not vary. */
  readonly value: number | null;
}

/** What a judge measures: a row without the run that it belongs to. */
export type Measurement = Omit<Row, 'experiment' | 'variant' | 'seed' | 'value'> & { readonly value: number };

/** The rows of one finished run. */
export interface MeasuredRun {
  readonly variant: string;
  readonly seed: number;
  readonly rows: readonly Row[];
}

/** Which rows are meant; what is left out must be missing from the row too. */
export type Which = Pick<Row, 'metric' | 'kind' | 'step'>;

/** One measured number of a run; NaN where it has none. */
export function measured({ rows }: MeasuredRun, { metric, kind, step }: Which): number {
  const row = rows.find((each) => each.metric === metric && each.kind === kind && each.step === step);
  return row?.value ?? Number.NaN;
}
