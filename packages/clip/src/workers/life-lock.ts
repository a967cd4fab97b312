/**
 * A web worker that closes itself, or whose memory is full, ends without an event. So it holds a lock as long as it
 * lives, and its page waits for that lock. Where there are no locks (a page without HTTPS), only errors show.
 */
export interface LockHeld {
  readonly lockHeld: string;
}

export function isLockHeld(message: unknown): message is LockHeld {
  return typeof message === 'object' && message !== null && 'lockHeld' in message;
}

/** In the worker: holds a lock of its own from now on, and says its name once it has it. */
export function holdLock(say: (message: LockHeld) => void): void {
  if (!hasLocks()) return;
  const name = `slipform-clip-worker-${crypto.randomUUID()}`;
  void navigator.locks.request(name, () => {
    say({ lockHeld: name });
    return new Promise(() => {});
  });
}

/** In the page: calls back when the worker is no more. */
export function whenReleased(name: string, ended: () => void): void {
  if (hasLocks()) void navigator.locks.request(name, ended);
}

function hasLocks(): boolean {
  return typeof navigator === 'object' && 'locks' in navigator && typeof crypto.randomUUID === 'function';
}
