import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import { testedBackends } from '../backend/backends';
import { describeDeviceSteps } from '../testing/device-steps';
import { describeParity, layouts, stem } from '../testing/training-parity';
import { serveWasm } from '../testing/wasm-paths';

serveWasm();
const few = [...layouts.slice(0, 1), stem];

for (const backend of testedBackends('page').filter((name) => name !== 'cpu')) {
  describeParity(backend, few);
}
// That of webgpu is looked at in Node: train-clip.webgpu.test.ts.
describeDeviceSteps('webgl', few);
