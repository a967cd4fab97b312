/** Copies within the heap. */
export function copy(from: usize, to: usize, bytes: usize): void {
  memory.copy(to, from, bytes);
}

/** Writes one number. */
export function write(x: f32, to: usize): void {
  store<f32>(to, x);
}
