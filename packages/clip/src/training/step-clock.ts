/** Rate of the last steps, and a pause for the event loop now and then. */
export class StepClock {
  private readonly times: number[] = [performance.now()];
  private lastPause = performance.now();

  /** Counts a step; returns steps per second over the last twenty. */
  async tick(): Promise<number> {
    // On wasm nothing in a step waits, so that timers, Ctrl-C and an AbortSignal would never be served.
    if (performance.now() - this.lastPause > 50) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      this.lastPause = performance.now();
    }
    this.times.push(performance.now());
    if (this.times.length > 21) this.times.shift();
    const seconds = (this.times[this.times.length - 1]! - this.times[0]!) / 1000;
    return (this.times.length - 1) / Math.max(seconds, 1e-9);
  }
}
