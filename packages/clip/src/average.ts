/** A teacher that follows what is trained. */
export { type MovingAverageOptions, movingAverage } from './training/moving-average';
