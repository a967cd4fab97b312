import { loadClip, useBackend } from '@slipform/clip';
import { registerGradients } from '../register-gradients';
import { Batches } from './batches';
import { naiveTrainer } from './naive-trainer';
import type { TurnTaker } from './turn';

/** The naive step, in turns. */
export async function naiveInTurns(
  source: string,
  bytesOf: (name: string) => Promise<ArrayBuffer>,
): Promise<TurnTaker> {
  await useBackend('wasm');
  await registerGradients();
  const batches = await Batches.read(bytesOf);
  const step = naiveTrainer(await loadClip(source), batches);
  return {
    async take(steps) {
      const ms: number[] = [];
      const check: number[] = [];
      for (let i = 0; i < steps; i++) {
        const start = performance.now();
        check.push(step());
        ms.push(performance.now() - start);
      }
      return { ms, check };
    },
    end: async () => {},
  };
}
