import { setFlagsFromString } from 'node:v8';

/**
 * Tells V8 how to collect garbage here, where a block's readings live for half a second. Left alone it lets garbage grow
 * to several times what lives, a gigabyte, and scavenges on every core, which threads that mine there wait for. Both
 * flags are looked at anew by each collection; to be called before threads start.
 */
export function tuneHeap(): void {
  setFlagsFromString('--heap-growing-percent=40');
  setFlagsFromString('--no-parallel-scavenge');
}

/** Of a thread that mines: room for what a block makes and drops, in megabytes. */
export const youngGeneration = 48;
