// Our side in a page: bundle.ts builds it, and chromium.ts calls it.
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { Turn } from './contender';
import { type StartedWork, startWork, type WorkOrder } from './our-work';

declare global {
  interface Window {
    readonly yardstick: {
      start(order: WorkOrder): Promise<{ readonly kernels: string }>;
      take(steps: number): Promise<Turn>;
    };
  }
}

let work: StartedWork | undefined;

Object.assign(window, {
  yardstick: {
    async start(order: WorkOrder) {
      if (!crossOriginIsolated) throw new Error('the page is not cross-origin isolated');
      setWasmPaths('/');
      // In an isolated page tfjs would start threads of its own.
      setThreadsCount(1);
      const { workers } = order;
      const create = () => new Worker('/page-worker.js', { type: 'module' });
      const bytesOf = async (name: string) => (await fetch(`${order.source}${name}`)).arrayBuffer();
      work = await startWork(order, bytesOf, workers === 0 ? 0 : { count: workers, create });
      return { kernels: work.kernels };
    },
    take: (steps: number) => work!.turns.take(steps),
  } satisfies Window['yardstick'],
});
