import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import { testedBackends } from '../backend/backends';
import { describeDeviceSteps } from '../testing/device-steps';
import { describeParity, layouts, stem } from '../testing/training-parity';
import { serveWasm } from '../testing/wasm-paths';

serveWasm();
const [captions] = layouts;
const few = [captions!, stem];

for (const backend of testedBackends('page')) describeParity(backend, few);
// Whole in Node: train-clip.webgpu.test.ts. Here once, since a page brings its own GPU.
describeParity('webgpu', [captions!]);
describeDeviceSteps('webgl', few);
