import { v8Flags } from '@slipform/kit/threads/v8-flags';

/**
 * V8's switches for what it has and calls experimental. They are those of the process, so each is on for as long as a
 * module is compiled, and no longer: what else the process compiles is as ever. Another thread that does the same may take
 * a switch back too early; see `switchedOnUntil`. (Node 24.9 has locks between threads, which stall where many ask.)
 */
interface Switch {
  /** Major versions of V8 that have it, and in which it does what it should. */
  readonly from: number;
  readonly to: number;
  readonly on: readonly string[];
  readonly off: readonly string[];
}

/** Node 20 has relaxed SIMD as the versions after it do, and lacks but the decision to switch it on. */
export const relaxedSimd: Switch = {
  from: 11,
  to: 11,
  on: ['--experimental-wasm-relaxed-simd'],
  off: ['--no-experimental-wasm-relaxed-simd'],
};

/**
 * One operation on eight floats in place of two neighbours on four, from Node 24 on. (Node 22 knows the flag and does
 * it to none of our loops.) The optimising compiler does it, which otherwise comes later, function by function.
 */
export const wideVectors: Switch = {
  from: 13,
  to: Number.POSITIVE_INFINITY,
  on: ['--experimental-wasm-revectorize', '--no-liftoff', '--no-wasm-lazy-compilation'],
  off: ['--no-experimental-wasm-revectorize', '--liftoff', '--wasm-lazy-compilation'],
};

/** Whether this is a Node whose V8 has the switch. */
export function has({ from, to }: Switch): boolean {
  const version = v8Flags()?.version;
  return version !== undefined && version >= from && version <= to;
}

/** What `use` gives with the switch on, where there is one. */
export function switchedOn<T>(found: Switch, use: () => T): T {
  const flags = v8Flags();
  if (flags === undefined || !has(found)) return use();
  found.on.forEach(flags.set);
  try {
    return use();
  } finally {
    found.off.forEach(flags.set);
  }
}

/** How often a thread tries: another one has to take the switch back within microseconds, each time. */
const ATTEMPTS = 100;

/** The same for what gives nothing without the switch: again while another thread has taken it back in between. */
export function switchedOnUntil<T>(found: Switch, use: () => T | undefined): T | undefined {
  for (let attempt = 0; attempt < (has(found) ? ATTEMPTS : 1); attempt++) {
    const given = switchedOn(found, use);
    if (given !== undefined) return given;
  }
  return undefined;
}
