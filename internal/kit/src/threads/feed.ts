/** A parser that bytes are written into, of Node's streams or of streamx. */
export interface Sink {
  write(chunk: Uint8Array): boolean;
  end(rest: undefined): unknown;
  destroy(error?: Error): unknown;
  on(event: 'drain' | 'close', listener: () => void): unknown;
}

/**
 * Writes a stream into a parser as fast as it takes it, in Node and in browsers; an error of the stream becomes the
 * parser's.
 *
 * @returns ends both before their time
 */
export function feed(stream: AsyncIterable<Uint8Array>, sink: Sink): () => void {
  let isOver = false;
  let goOn = () => {};
  const end = () => {
    isOver = true;
    goOn();
  };
  sink.on('drain', () => goOn());
  sink.on('close', end);
  const write = async (): Promise<void> => {
    try {
      for await (const chunk of stream) {
        if (isOver) return;
        if (sink.write(chunk)) continue;
        await new Promise<void>((resolve) => {
          goOn = resolve;
          if (isOver) resolve();
        });
        if (isOver) return;
      }
      sink.end(undefined);
    } catch (error) {
      sink.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  };
  void write();
  return () => {
    end();
    sink.destroy();
  };
}
