export { averagePrecision } from './average-precision';
export { linearProbe } from './linear-probe';
export { multiLabelProbe } from './multi-label-probe';
