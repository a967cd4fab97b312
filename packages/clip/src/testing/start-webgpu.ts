import { useBackend } from '../backend/use-backend';

// Node's WebGPU comes before the tests of a package that does not know useBackend.
await useBackend('webgpu');
