import { InputError } from '@slipform/kit/errors/input-error';
import { defineOptions, integer, optional, type RowsFor, text } from '@slipform/kit/options/options';
import { nodePath } from '../../files/node-modules';
import type { ObservedStep, Observer } from './observer';
import { type LogFormat, type LogRecord, StepLog } from './step-log';

export interface TensorBoardOptions {
  /** Folder of the run, below the `--logdir` of TensorBoard; made if need be. Node only. */
  readonly folder: string;
  /** Write the first step and then each one whose number this divides. Default 10. */
  readonly every?: number;
}

// A function, since a table at the top level would stay in every bundle.
const optionTable = () =>
  defineOptions('tensorBoard', {
    folder: text('the path of a folder', '<folder>'),
    every: optional(integer({ min: 1 }), 10),
  } satisfies RowsFor<TensorBoardOptions>);

// TensorBoard reads each file that has tfevents in its name.
const FILE = 'events.out.tfevents.slipform';

/**
 * An observer of {@link trainClip} that writes event files for TensorBoard: loss, logitScale, gradientNorm, learningRate
 * and stepsPerSecond as scalars, and at each step at which another observer measured something the numbers of that, by
 * tags such as `evaluation/recall@1`. A resumed run cuts the file back to the step of its checkpoint; a new one takes the
 * place of a file only with `overwrite`. Look at it with `tensorboard --logdir runs`.
 *
 * @throws {InputError} for an unknown option, or one out of its range
 * @example
 * const observe = [tensorBoard({ folder: 'runs/first' })];
 * await trainClip({ model, data, loss, optimizer: adamW({ learningRate: 1e-3 }), steps: 10, observe });
 */
export function tensorBoard(options: TensorBoardOptions): Observer {
  const { folder, every } = optionTable().read(options);
  const log = new StepLog(nodePath()?.join(folder, FILE) ?? FILE, eventFormat);
  let resume = false;
  return {
    every,
    first: true,
    whenMeasured: true,
    async open(run) {
      resume = run.resume;
      await log.open();
      if (!resume) await log.checkNew(run.overwrite);
    },
    start: (step) => (resume ? log.cutBack(step) : log.startNew()),
    step({ step, loss, logitScale, gradientNorm, learningRate, stepsPerSecond, measured }: ObservedStep) {
      const figures = { loss, logitScale, gradientNorm, learningRate, stepsPerSecond, ...measured };
      return log.append(scalarsEvent(step, new Map(numbersOf(figures))));
    },
    finish: () => log.close(),
  };
}

/** The numbers in a record, by the path to each. */
function numbersOf(value: unknown, path = ''): [tag: string, number: number][] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    numbersOf(part, path === '' ? name : `${path}/${name}`),
  );
}

// The polynomial of Castagnoli, bits reversed (RFC 3720, section 12.1).
const POLYNOMIAL = 0x82f63b78;

let crcTable: Uint32Array | undefined;

function makeCrcTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit++)
      remainder = remainder & 1 ? (remainder >>> 1) ^ POLYNOMIAL : remainder >>> 1;
    return remainder;
  });
}

/** The CRC32C of some bytes; Node's zlib has the other CRC32 only. */
export function crc32c(bytes: Uint8Array): number {
  crcTable ??= makeCrcTable();
  let crc = 0xffffffff;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 255]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/**
 * Event files as TensorBoard reads them: tfrecords (length, its checksum, bytes, their checksum; the checksums are CRC32C,
 * rotated and shifted, tensorflow/core/lib/io/record_writer.h) with an `Event` each, a message of protobuf
 * (tensorflow/core/util/event.proto):
 *
 *     Event   { double wall_time = 1; int64 step = 2; string file_version = 3; Summary summary = 5 }
 *     Summary { repeated Value { string tag = 1; float simple_value = 2 } value = 1 }
 *
 * npm has readers of tfrecords, and nothing that writes events.
 */
export const eventFormat: LogFormat = {
  caller: 'tensorBoard',
  what: 'the events',
  head: () => tfRecord([...wallTime(), ...bytesField(0x1a, new TextEncoder().encode('brain.Event:2'))]),
  *read(bytes, file): Generator<LogRecord> {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + 12 <= bytes.length; ) {
      const length = Number(view.getBigUint64(at, true));
      const isIntact = view.getUint32(at + 8, true) === masked(crc32c(bytes.subarray(at, at + 8)));
      const end = at + length + 16;
      if (isIntact && end > bytes.length) return;
      const event = bytes.subarray(at + 12, end - 4);
      if (!isIntact || view.getUint32(end - 4, true) !== masked(crc32c(event))) {
        throw new InputError(`tensorBoard: ${file} has no event at byte ${at}; name another folder.`);
      }
      yield { step: stepOf(event), bytes: bytes.subarray(at, end) };
      at = end;
    }
  },
};

/** An event with figures of a step, as a tfrecord. */
function scalarsEvent(step: number, scalars: ReadonlyMap<string, number>): Uint8Array {
  const summary = [...scalars].flatMap(([tag, value]) => {
    const number = new Uint8Array(4);
    new DataView(number.buffer).setFloat32(0, value, true);
    return bytesField(0x0a, [...bytesField(0x0a, new TextEncoder().encode(tag)), 0x15, ...number]);
  });
  return tfRecord([...wallTime(), 0x10, ...varint(step), ...bytesField(0x2a, summary)]);
}

/** Every event of ours begins with the nine bytes of its time; the one of the version has no step. */
function stepOf(event: Uint8Array): number {
  if (event[9] !== 0x10) return 0;
  let step = 0;
  for (let at = 10, scale = 1; at < event.length; at++, scale *= 128) {
    step += (event[at]! & 127) * scale;
    if (event[at]! < 128) break;
  }
  return step;
}

function tfRecord(event: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(event.length + 16);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(event.length), true);
  view.setUint32(8, masked(crc32c(bytes.subarray(0, 8))), true);
  bytes.set(event, 12);
  view.setUint32(12 + event.length, masked(crc32c(bytes.subarray(12, 12 + event.length))), true);
  return bytes;
}

/** A checksum that lies among what it is the checksum of must not look like one. */
function masked(crc: number): number {
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

function wallTime(): number[] {
  const seconds = new Uint8Array(8);
  new DataView(seconds.buffer).setFloat64(0, Date.now() / 1000, true);
  return [0x09, ...seconds];
}

/** A field of text or of a message, with its length. */
function bytesField(key: number, bytes: Iterable<number>): number[] {
  const content = [...bytes];
  return [key, ...varint(content.length), ...content];
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}
