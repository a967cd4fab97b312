export type { ExperimentRecord, Lead } from './record';
export { stringifyRecord } from './record';
export { renderReport } from './render-report';
export { summariseResults } from './summary-rows';
