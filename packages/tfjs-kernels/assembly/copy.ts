import { Lanes } from './lanes';

/** Copies within the heap. */
export function copy(from: usize, to: usize, bytes: usize): void {
  memory.copy(to, from, bytes);
}

/** Writes one number. */
export function write(x: f32, to: usize): void {
  store<f32>(to, x);
}

/** Sets `bytes` of the heap to zero. */
export function clear(at: usize, bytes: usize): void {
  memory.fill(at, 0, bytes);
}

/** x ← factor·x, for `size` numbers. */
export function scale(size: i32, factor: f32, x: usize): void {
  const factors = f32x4.splat(factor);
  for (let i = 0; i < size; i += 4) {
    const at = x + ((<usize>i) << 2);
    Lanes.store(at, size - i, f32x4.mul(Lanes.load(at, size - i, factors), factors));
  }
}
