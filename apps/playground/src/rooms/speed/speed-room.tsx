import { version as clipVersion } from '@slipform/clip/package.json';
import { version as kernelsVersion } from '@slipform/tfjs-kernels/package.json';
import { version as tfjsVersion } from '@tensorflow/tfjs-core/package.json';
import { useEffect, useRef, useState } from 'preact/hooks';
import { announce } from '../../parts/announce';
import { Button } from '../../parts/button';
import { Choice } from '../../parts/choice';
import { RoomHead } from '../../parts/explain';
import { Progress } from '../../parts/progress';
import { copyText } from '../../parts/take-away';
import { openWorker } from '../../parts/worker-lane';
import type { RoomProps } from '..';
import type { Amount, Backend, Measured, MeasureJob, MeasureNote, Started } from './measure';
import './speed-room.css';

const backendNames: Readonly<Record<Backend, string>> = {
  wasm: 'Wasm',
  webgpu: 'WebGPU',
  webgl: 'WebGL',
};
const backends = Object.keys(backendNames) as Backend[];

/** What was measured so far. */
interface Figures {
  readonly started: readonly Started[];
  readonly measured: readonly Measured[];
  /** Backends that did not start, or broke off. */
  readonly failed: readonly { readonly backend: Backend; readonly why: string }[];
}

interface Running {
  readonly next: string;
  readonly done: number;
  readonly total: number | undefined;
}

const nothing: Figures = { started: [], measured: [], failed: [] };
const packages = {
  '@slipform/clip': clipVersion,
  '@slipform/tfjs-kernels': kernelsVersion,
  '@tensorflow/tfjs-core': tfjsVersion,
};

/** Kernels and a vision tower on what this browser computes with. */
export default function SpeedRoom({ params, setParams }: RoomProps) {
  const on = backends.find((backend) => backend === params.get('on'));
  const asked = params.get('much');
  const amount: Amount = asked === 'whole' || asked === 'tiny' ? asked : 'quick';
  const { figures, running, run, stop } = useMeasuring();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => setCopied(false), [figures]);
  const copy = async () =>
    setCopied(await copyText(`${JSON.stringify(reportOf(figures, amount), null, 2)}\n`, 'The figures'));
  return (
    <div class="speed-room">
      <RoomHead title="How fast is this browser?">
        Matrix products, convolutions and a CLIP’s vision tower with random weights, timed on each backend
        that this browser has. Copy the figures to compare them with those of another machine.
      </RoomHead>
      <div class="speed-ask">
        <Choice<Backend | 'all'>
          label="Backend"
          value={on ?? 'all'}
          options={[
            { value: 'all', text: 'All' },
            ...backends.map((backend) => ({ value: backend, text: backendNames[backend] })),
          ]}
          onChange={(value) => setParams({ on: value === 'all' ? '' : value })}
        />
        <Choice<Amount>
          label="How much"
          value={amount}
          options={[
            { value: 'quick', text: 'Quick' },
            { value: 'whole', text: 'Whole' },
          ]}
          onChange={(value) => setParams({ much: value === 'quick' ? '' : value })}
        />
        <p class="hint">
          {amount === 'whole'
            ? 'Products of up to 1024 × 1024 and a tower of ViT-B/32’s size: some minutes; its weights alone take 350 MB.'
            : 'Products of up to 512 × 512 and a small tower.'}
        </p>
        {running === undefined ? (
          <Button kind="main" onClick={() => run(on === undefined ? backends : [on], amount)}>
            Measure
          </Button>
        ) : (
          <Progress
            label={running.next}
            done={running.done}
            total={running.total}
            text={running.total === undefined ? '' : `${running.done} of ${running.total}`}
            onCancel={stop}
          />
        )}
      </div>
      <section class="speed-figures" aria-label="Figures" aria-busy={running !== undefined}>
        {figures.started.map((started) => (
          <BackendTable
            key={started.backend}
            started={started}
            lines={figures.measured.filter(({ backend }) => backend === started.backend)}
          />
        ))}
        {figures.failed.map(({ backend, why }) => (
          <p key={backend} class="hint">
            <b>{backendNames[backend]}</b> was not measured to its end: {why}
          </p>
        ))}
        {figures.measured.length > 0 && (
          <Button sign={isCopied ? 'check' : 'copy'} onClick={copy}>
            {isCopied ? 'Copied' : 'Copy as JSON'}
          </Button>
        )}
      </section>
      <section class="speed-about" aria-labelledby="speed-about">
        <h2 id="speed-about">Where it runs</h2>
        <dl>
          {[
            ['Browser', navigator.userAgent],
            ['Processor cores', String(navigator.hardwareConcurrency)],
            [
              'Packages',
              Object.entries(packages)
                .map((one) => one.join(' '))
                .join(', '),
            ],
            [
              'Threads',
              `One: tfjs’s threads fail where a bundler shortens names. Memory that threads share is ${crossOriginIsolated ? 'allowed' : 'not allowed'} here.`,
            ],
          ].map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p class="hint">
          A figure is the lowest mean of some rounds, after a first run that is not counted. Close other tabs,
          and let a phone cool down.
        </p>
      </section>
    </div>
  );
}

function BackendTable({
  started,
  lines,
}: {
  readonly started: Started;
  readonly lines: readonly Measured[];
}) {
  return (
    <div class="speed-backend">
      <h2>{backendNames[started.backend]}</h2>
      <p class="hint">On {started.on}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">ms</th>
            <th scope="col">GFLOP/s</th>
            <th scope="col">
              pictures<span class="unseen"> a second</span>
              <span aria-hidden="true">/s</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ op, size, ms, gflops, pictures }) => (
            <tr key={size}>
              <th scope="row">
                {op} <span class="hint">{size}</span>
              </th>
              <td>{short(ms)}</td>
              <td>{short(gflops)}</td>
              <td>{pictures === undefined ? '–' : short(pictures)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Three digits that count. */
function short(figure: number): string {
  return figure >= 100 ? figure.toFixed(0) : figure.toPrecision(3);
}

/** All that one needs to compare figures of machines. `format` names this form: another form has another name. */
function reportOf({ started, measured, failed }: Figures, amount: Amount) {
  const { userAgent, hardwareConcurrency } = navigator;
  const memory: unknown = Reflect.get(navigator, 'deviceMemory');
  return {
    format: 'slipform-speed/1',
    measuredAt: new Date().toISOString(),
    amount,
    browser: {
      userAgent,
      cores: hardwareConcurrency,
      /** In GiB, rounded by the browser; null where it does not say. */
      memory: typeof memory === 'number' ? memory : null,
      isCrossOriginIsolated: crossOriginIsolated,
    },
    packages,
    backends: started.map(({ backend, on }) => ({ backend, on })),
    failed,
    measured,
  };
}

/** Measures one backend after another, each in a worker of its own, which a stop ends at once. */
function useMeasuring() {
  const [figures, setFigures] = useState(nothing);
  const [running, setRunning] = useState<Running>();
  const end = useRef<(() => void) | undefined>(undefined);
  // Who leaves the room leaves no worker behind.
  useEffect(() => () => end.current?.(), []);

  const run = async (wanted: readonly Backend[], amount: Amount) => {
    let isOver = false;
    setFigures(nothing);
    setRunning({ next: 'Starting', done: 0, total: undefined });
    let done = 0;
    for (const [at, backend] of wanted.entries()) {
      const lane = openWorker<MeasureJob, void, MeasureNote>(
        new Worker(new URL('./speed-worker.ts', import.meta.url), { type: 'module' }),
      );
      const onNote = (note: MeasureNote) => {
        if (isOver) return;
        if ('next' in note)
          setRunning((before) => before && { ...before, next: `${backendNames[backend]}: ${note.next}` });
        else if ('started' in note) {
          const { started } = note;
          setFigures((before) => ({ ...before, started: [...before.started, started] }));
          const total = done + (wanted.length - at) * started.lines;
          setRunning((before) => before && { ...before, total });
        } else {
          done += 1;
          setFigures((before) => ({ ...before, measured: [...before.measured, note.measured] }));
          setRunning((before) => before && { ...before, done });
        }
      };
      end.current = () => {
        isOver = true;
        void lane.close();
      };
      try {
        await lane.run({ backend, amount }, { onNote });
      } catch (error) {
        if (isOver) return;
        const why = error instanceof Error ? error.message : String(error);
        setFigures((before) => ({ ...before, failed: [...before.failed, { backend, why }] }));
      }
      void lane.close();
    }
    end.current = undefined;
    setRunning(undefined);
    announce('Measured.');
  };
  const stop = () => {
    end.current?.();
    end.current = undefined;
    setRunning(undefined);
    announce('Stopped.');
  };
  return { figures, running, run, stop };
}
