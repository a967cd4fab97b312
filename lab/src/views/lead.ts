import { type Lead, leadsOf } from '@slipform/bench/report';

export { type Lead, leadsOf };

export type LeadCell = Lead['mean'];

/** The two models that the demo's question is about. */
export const DEMO_PAIR = { model: 'Cement', against: 'hard negatives' } as const;
