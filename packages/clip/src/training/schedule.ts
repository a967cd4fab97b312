/** Learning rate at a step that counts from 0, as a share of the peak. */
export type Schedule = (step: number, steps: number) => number;

/** 1 throughout. */
export const constantSchedule: Schedule = () => 1;

/** Half a cosine from 1 at the first step to 0 after the last: ½(1 + cos(π·step/steps)) (Loshchilov and Hutter 2017, eq. 5). */
export const cosineSchedule: Schedule = (step, steps) =>
  0.5 * (1 + Math.cos((Math.PI * Math.min(step, steps)) / Math.max(steps, 1)));

/** A linear rise over `warmupSteps` steps, then `schedule` over what is left. */
export function withWarmup(schedule: Schedule, warmupSteps: number): Schedule {
  return (step, steps) =>
    step < warmupSteps
      ? (step + 1) / warmupSteps
      : schedule(step - warmupSteps, Math.max(steps - warmupSteps, 1));
}
