import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import { testedBackends } from '../backend/backends';
import { describeDeviceSteps } from '../testing/device-steps';
import { describeParity, layouts, stem } from '../testing/training-parity';
import { serveWasm } from '../testing/wasm-paths';

serveWasm();
const few = layouts.slice(0, 1);

// The rest of webgpu, whose engine is the same in Node, is in train-clip.webgpu.test.ts: the other layouts, a stem, steps.
for (const backend of testedBackends('page').filter((name) => name !== 'cpu')) {
  describeParity(backend, backend === 'webgpu' ? few : [...few, stem]);
}
describeDeviceSteps('webgl', [...few, stem]);
