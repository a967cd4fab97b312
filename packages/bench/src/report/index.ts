export { type Lead, leadsOf } from './lead';
export type { ExperimentRecord } from './record';
export { renderReport } from './render-report';
export { summariseResults } from './summary-rows';
