import { InputError } from '@slipform/kit/errors/input-error';
import type { BlobOutput } from '@slipform/plant/blob';
import { useEffect, useRef, useState } from 'preact/hooks';
import { announce } from '../../../parts/announce';
import { Button } from '../../../parts/button';
import { Choice } from '../../../parts/choice';
import { DropFile } from '../../../parts/drop-file';
import { ErrorBox } from '../../../parts/error-box';
import { Field } from '../../../parts/field';
import { Progress } from '../../../parts/progress';
import { saveBlob } from '../../../parts/take-away';
import { openWorker } from '../../../parts/worker-lane';
import { knobPlaces } from '../knob';
import { loadMiner, startMiner } from '../load-miner';
import { counted, duration, megabytes } from '../plain-words';
import type { FileAnswer, FileJob, FileNote, Settings } from '../worker/messages';
import { AuditFigures } from './audit-figures';

const formats = [
  { value: 'jsonl', text: 'JSON lines' },
  { value: 'tsv', text: 'TSV' },
] as const;

const accept =
  '.txt,.text,.jsonl,.ndjson,.json,.csv,.tsv,.parquet,.tar,.tgz,.gz,text/plain,text/csv,application/json';

/** Mines a file of captions with the settings above, and saves what comes of it. */
export function FilePanel({ settings }: { readonly settings: Settings }) {
  const { state, run, cancel } = useFile();
  const [outputFormat, setOutputFormat] = useState<(typeof formats)[number]['value']>('jsonl');
  const [keepAll, setKeepAll] = useState(false);
  const [captionField, setCaptionField] = useState('');
  const again = (file: File) => void run(file, { ...settings, outputFormat, keepAll, captionField });
  return (
    <section class="file-panel" aria-labelledby="file-title">
      <h2 id="file-title">A whole file</h2>
      <p class="hint">
        It is mined in this page as <code>slipform-plant mine</code> does it, with what is set above: the same
        file comes out, byte for byte.
      </p>
      <DropFile label="Choose a file of captions" accept={accept} onFile={again}>
        Or drop it here: text with a caption a line, JSON lines, CSV, TSV, COCO’s or Karpathy’s JSON, Parquet,
        a webdataset shard (.tar); packed as .gz or not. It may be large.
      </DropFile>
      <div class="file-options">
        <Choice label="Save as" value={outputFormat} options={formats} onChange={setOutputFormat} />
        <label class="check">
          <input
            type="checkbox"
            checked={keepAll}
            onChange={(event) => setKeepAll(event.currentTarget.checked)}
          />
          A row for captions without a negative, too
        </label>
        <Field
          label="Column of the captions, if it is not “caption”, “title” or “text”"
          value={captionField}
          onInput={setCaptionField}
          maxLength={200}
        />
      </div>
      <div class="file-state">
        <FileOutcome state={state} onCancel={cancel} onAgain={again} />
      </div>
    </section>
  );
}

function FileOutcome({
  state,
  onCancel,
  onAgain,
}: {
  readonly state: FileState;
  readonly onCancel: () => void;
  readonly onAgain: (file: File) => void;
}) {
  switch (state.step) {
    case 'none':
      return null;
    case 'running':
      return <Running state={state} onCancel={onCancel} />;
    case 'cancelled':
      return (
        <div class="file-end">
          <p>{state.file.name} was cancelled; nothing was kept.</p>
          <Button onClick={() => onAgain(state.file)}>Mine it again</Button>
        </div>
      );
    case 'failed':
      return (
        <ErrorBox
          title="The file could not be mined"
          error={withoutStack(state.error)}
          onRetry={() => onAgain(state.file)}
        >
          The captions above and the rest of the page are as they were.
        </ErrorBox>
      );
    case 'done':
      return <Done state={state} onAgain={onAgain} />;
  }
}

const phases = { load: 'Loading the miner', look: 'Looking through', mine: 'Mining' } as const;

function Running({
  state: { file, phase, bytes, captions, negatives, seconds },
  onCancel,
}: {
  readonly state: Extract<FileState, { readonly step: 'running' }>;
  readonly onCancel: () => void;
}) {
  const words =
    phase === 'mine' && captions > 0
      ? [
          counted(negatives, 'negative'),
          `${counted(Math.round(captions / Math.max(seconds, 0.1)), 'caption')} a second`,
          `${duration((seconds * (file.size - bytes)) / Math.max(bytes, 1))} left`,
        ]
      : [`${megabytes(bytes)} of ${megabytes(file.size)}`];
  return (
    <Progress
      label={`${phases[phase]}: ${file.name}`}
      done={bytes}
      total={phase === 'load' ? undefined : file.size}
      text={words.join(' · ')}
      onCancel={onCancel}
    />
  );
}

function Done({
  state: { file, output, outputFormat, answer, problems, seconds },
  onAgain,
}: {
  readonly state: Extract<FileState, { readonly step: 'done' }>;
  readonly onAgain: (file: File) => void;
}) {
  const { stats, brokenLines, audit } = answer;
  const name = `${file.name.replace(/(\.[a-z]+){1,2}$/i, '')}.negatives.${outputFormat}`;
  return (
    <div class="file-end">
      <p>
        {file.name}: {counted(stats.captions, 'caption')}, {counted(stats.negatives, 'negative')} in{' '}
        {duration(seconds)}.
      </p>
      <div class="file-buttons">
        <Button kind="main" sign="down" onClick={() => saveBlob(name, output)}>
          Save the negatives ({megabytes(output.size)})
        </Button>
        <Button onClick={() => onAgain(file)}>Mine it again</Button>
      </div>
      {problems.length > 0 && (
        <details open={brokenLines > 0}>
          <summary>
            {brokenLines > 0 ? `${counted(brokenLines, 'line')} left out` : 'Something is odd'}
          </summary>
          <ul class="problems">
            {problems.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            {brokenLines > problems.length && <li>… and {brokenLines - problems.length} more.</li>}
          </ul>
        </details>
      )}
      {audit !== undefined && (
        <>
          <h3>What is in it</h3>
          <AuditFigures report={audit} />
        </>
      )}
    </div>
  );
}

/** What a file is not is the person's matter, and no fault of the page that is reported. The options have their names here. */
function withoutStack(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .replace('name the field with captionField', 'name it in “Column of the captions”')
    .replace(/pass format \S+\.$/, 'let it end in .txt, .jsonl, .csv, .tsv, .json, .parquet or .tar.');
}

interface FileSettings extends Settings {
  readonly outputFormat: BlobOutput;
  readonly keepAll: boolean;
  /** Empty for the usual ones. */
  readonly captionField: string;
}

/** How far the mining of a file is. */
type FileState =
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
function useFile() {
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
      const { place, outputFormat, keepAll, captionField, operations, perCaption, sense, seed } = settings;
      const answer = await lane.current.run(
        {
          ...{ kind: 'file', file, outputFormat, keepAll },
          options: { ...knobPlaces[place]!.options, operations, perCaption, sense, seed },
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
