export { exportSugarCrepe } from './export-sugar-crepe';
export { webdataset } from './webdataset';
