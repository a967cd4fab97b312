import { codeOf } from '../errors/file-error';
import { nodeModule } from './node-modules';

/** A device or a pipe that is written to from front to end. */
export interface StraightFile {
  write(bytes: string | Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** So often a pipe is asked whether somebody reads it by now, in milliseconds. */
const betweenLooks = 50;

/**
 * Opens a device or a named pipe, the latter once it has a reader. Without one `open` waits, and with a slow one
 * `write`, in a thread that a process can't end without: it would survive Ctrl-C. So a pipe is asked for its reader
 * again and again, and written to as a socket is.
 */
export async function openStraight(file: string): Promise<StraightFile> {
  const fs = nodeModule.fs();
  if (process.platform !== 'linux' || !fs.statSync(file).isFIFO()) {
    const handle = await fs.promises.open(file, 'w');
    return { write: (bytes) => handle.writeFile(bytes), close: () => handle.close() };
  }
  const { O_NONBLOCK, O_WRONLY } = fs.constants;
  for (;;) {
    try {
      return pipeOn(fs.openSync(file, O_WRONLY | O_NONBLOCK));
    } catch (error) {
      if (codeOf(error) !== 'ENXIO') throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, betweenLooks));
  }
}

function pipeOn(fd: number): StraightFile {
  const { Socket } = nodeModule.net();
  const socket = new Socket({ fd, readable: false, writable: true });
  // The callback of a write gets the error; nobody else waits for it.
  socket.on('error', () => {});
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        socket.write(bytes, (error) => (error ? reject(error) : resolve()));
      }),
    close: () =>
      new Promise((resolve) => {
        if (socket.closed) return resolve();
        socket.once('close', () => resolve());
        socket.destroy();
      }),
  };
}
