// One of the page's threads, as a user of the package writes it.
import { serveClip } from '@slipform/clip/worker';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';

setWasmPaths('/');
serveClip();
