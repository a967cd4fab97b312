import { printable } from '@slipform/kit/text/printable';
import { backend, type DataId, type KernelBackend } from '@tensorflow/tfjs-core';
import { InputError } from '../input-error';

/** What is used here of WebGPU's GPUDevice. */
interface Device {
  readonly lost: Promise<{ readonly message: string }>;
  addEventListener(type: 'uncapturederror', listener: (event: DeviceError) => void): void;
}

interface DeviceError {
  readonly error: { readonly message: string };
  preventDefault?(): void;
}

const watched = new WeakSet<Device>();

/**
 * Makes a failure of the GPU an error of the next reading. tfjs asks WebGPU for a computation and does not look whether
 * it took place: a tensor that is too large for the GPU, or for its memory, would come back as zeros.
 */
export function watchDevice(): void {
  const gpu = backend();
  const device = deviceOf(gpu);
  if (device === undefined || watched.has(device)) return;
  watched.add(device);
  let failure: string | undefined;
  let loss: string | undefined;
  device.addEventListener('uncapturederror', (event) => {
    // Otherwise it is printed as well, with all that follows from it.
    event.preventDefault?.();
    failure ??= refusal(event.error.message);
  });
  device.lost.then(({ message }) => {
    loss = `webgpu: the GPU was lost (${short(message)}), and all tensors on it; start the program anew, and a training with resume: true.`;
  });
  const check = () => {
    const sentence = loss ?? failure;
    failure = undefined;
    if (sentence !== undefined) throw new InputError(sentence);
  };
  const { read, readSync } = gpu;
  gpu.read = async (id: DataId) => {
    // It also sends what was queued together with what failed, so that the next reading is not spoilt too.
    try {
      return await read.call(gpu, id);
    } catch (error) {
      failure ??= refusal(error instanceof Error ? error.message : String(error));
      throw error;
    } finally {
      check();
    }
  };
  gpu.readSync = (id: DataId) => {
    try {
      return readSync.call(gpu, id);
    } catch (error) {
      if (typeof OffscreenCanvas !== 'undefined') throw error;
      throw new InputError(
        'webgpu: a tensor must be read by await data() or array() in Node, got dataSync() or arraySync(), which only pages have.',
      );
    } finally {
      check();
    }
  };
}

function deviceOf(gpu: KernelBackend): Device | undefined {
  return 'device' in gpu ? (gpu.device as Device) : undefined;
}

/** What WebGPU refused to compute, from its words. */
function refusal(message: string): string {
  const remedy =
    'embed or train on fewer at a time (batchSize, microBatch), take a smaller model, or another backend';
  const [, size, limit] = /\((\d+)\).*(?:larger than|exceeds).*\((\d+)\)/.exec(message) ?? [];
  if (size !== undefined && limit !== undefined) {
    return `webgpu: a tensor must have at most ${megabytes(limit)} on this GPU, got one of ${megabytes(size)}; ${remedy}.`;
  }
  if (/memory/i.test(message)) return `webgpu: the GPU’s memory is full (${short(message)}); ${remedy}.`;
  return `webgpu: the GPU refused a computation, so that its values are not known (${short(message)}); ${remedy}.`;
}

const megabytes = (bytes: string) => `${(Number(bytes) / 2 ** 20).toFixed(1)} MB`;

function short(message: string): string {
  return printable(message.split('\n', 1)[0]!.replace(/\.$/, ''));
}
