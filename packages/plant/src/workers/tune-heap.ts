import { setFlagsFromString } from 'node:v8';

/**
 * Tells V8 how to collect garbage here, where a block's readings live for half a second. Left alone it lets garbage grow
 * to several times what lives, a gigabyte, and scavenges on every core, which threads that mine there wait for. A
 * collection of all costs half a second of a core, so that there should be few: with 40 instead of 100 percent a sixth
 * less memory is held and a tenth more time is spent. Both flags are looked at anew by each collection; to be called
 * before threads start.
 */
export function tuneHeap(): void {
  setFlagsFromString('--heap-growing-percent=100');
  setFlagsFromString('--no-parallel-scavenge');
}

/** Of a thread that mines: room for what a block makes and drops, in megabytes. */
export const youngGeneration = 48;
