import { InputError } from '@slipform/kit/errors/input-error';
import type { BlobOutput } from '@slipform/plant/blob';
import { useEffect, useRef, useState } from 'preact/hooks';
import { announce } from '../../parts/announce';
import { openWorker } from '../../parts/worker-lane';
import { knobPlaces } from './knob';
import { loadMiner, startMiner } from './load-miner';
import { counted } from './plain-words';
import type { FileAnswer, FileJob, FileNote, Settings } from './worker/messages';

export interface FileSettings extends Settings {
  readonly outputFormat: BlobOutput;
  readonly keepAll: boolean;
  /** Empty for the usual ones. */
  readonly captionField: string;
}

/** How far the mining of a file is. */
export type FileState =
  | { readonly step: 'none' }
  | {
      readonly step: 'running';
      readonly file: File;
      readonly phase: 'load' | 'look' | 'mine';
      readonly bytes: number;
      readonly captions: number;
      readonly negatives: number;
      /** Seconds since it began to mine. */
      readonly seconds: number;
    }
  | { readonly step: 'cancelled'; readonly file: File }
  | { readonly step: 'failed'; readonly file: File; readonly error: unknown }
  | {
      readonly step: 'done';
      readonly file: File;
      readonly output: Blob;
      readonly outputFormat: BlobOutput;
      readonly answer: FileAnswer;
      readonly problems: readonly string[];
      readonly seconds: number;
    };

type Running = Extract<FileState, { readonly step: 'running' }>;

const types: Readonly<Record<BlobOutput, string>> = {
  jsonl: 'application/jsonl',
  tsv: 'text/tab-separated-values',
};

type FileLane = ReturnType<typeof openWorker<FileJob, FileAnswer, FileNote>>;

/** Mines one file at a time in a worker, which a cancel ends at once whatever it is at. */
export function useFile() {
  const [state, setState] = useState<FileState>({ step: 'none' });
  const lane = useRef<FileLane | undefined>(undefined);
  const stop = useRef<(() => void) | undefined>(undefined);
  // Who leaves the room leaves no worker behind.
  useEffect(
    () => () => {
      stop.current?.();
      void lane.current?.close();
    },
    [],
  );

  const run = async (file: File, settings: FileSettings) => {
    stop.current?.();
    let isOver = false;
    stop.current = () => {
      isOver = true;
      void lane.current?.close();
      lane.current = undefined;
    };
    let running: Running = {
      ...{ step: 'running', file, phase: 'load', bytes: 0, captions: 0, negatives: 0, seconds: 0 },
    };
    const show = (changes: Partial<Running>) => {
      if (isOver) return;
      running = { ...running, ...changes };
      setState(running);
    };
    show({});
    const parts: Blob[] = [];
    const problems: string[] = [];
    let began = performance.now();
    const onNote = (note: FileNote) => {
      const seconds = (performance.now() - began) / 1000;
      if (note.kind === 'problem') problems.push(note.sentence);
      else if (note.kind === 'part') {
        // A blob of its own, which the browser may put on the disk.
        parts.push(new Blob([note.bytes]));
        show({ captions: note.stats.captions, negatives: note.stats.negatives, seconds });
      } else {
        if (note.phase !== running.phase) began = performance.now();
        show({ phase: note.phase, bytes: note.bytes, seconds });
      }
    };
    try {
      await loadMiner(() => {});
      if (isOver) return;
      lane.current ??= openWorker<FileJob, FileAnswer, FileNote>(startMiner());
      const { place, outputFormat, keepAll, captionField, operations, perCaption, seed } = settings;
      const answer = await lane.current.run(
        {
          ...{ kind: 'file', file, outputFormat, keepAll },
          options: { ...knobPlaces[place]!.options, operations, perCaption, seed },
          captionField: captionField.trim() || undefined,
        },
        { onNote },
      );
      if (isOver) return;
      stop.current = undefined;
      const output = new Blob(parts, { type: types[outputFormat] });
      const seconds = (performance.now() - began) / 1000;
      setState({ step: 'done', file, output, outputFormat, answer, problems, seconds });
      announce(`${file.name} is mined: ${counted(answer.stats.negatives, 'negative')}.`);
    } catch (error) {
      if (isOver) return;
      stop.current = undefined;
      // What the file is to blame for leaves the worker as it was.
      if (!InputError.isInstance(error)) {
        void lane.current?.close();
        lane.current = undefined;
      }
      setState({ step: 'failed', file, error });
    }
  };
  const cancel = () => {
    stop.current?.();
    if (state.step === 'running') setState({ step: 'cancelled', file: state.file });
    announce('Cancelled.');
  };
  return { state, run, cancel };
}
