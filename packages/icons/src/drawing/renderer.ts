import { type ChildProcess, spawn } from 'node:child_process';
import { InputError } from '@slipform/kit/errors/input-error';

/** What is asked of the child: pictures of one size on one colour. */
interface RenderJob {
  readonly svgs: readonly string[];
  readonly size: number;
  /** `#rgb` or `#rrggbb`. */
  readonly background: string;
}

/** What it answers. */
type RenderAnswer =
  | { readonly ready: true }
  /** The renderer can't be loaded. */
  | { readonly lacking: string }
  /** RGB of all pictures, one behind the other; those that failed are zeros and have a reason, by their index. */
  | { readonly pixels: Uint8Array; readonly failures: readonly (readonly [number, string])[] };

/**
 * The program of the child, which Node gets as text: so it is there whether this package runs from its files, in a bundle,
 * or as source. Its argument is the renderer's file. It has no fonts, and nothing of it is kept.
 */
const renderChild = `
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());
let Resvg;
try {
  ({ Resvg } = require(process.argv[1]));
  process.send({ ready: true });
} catch (error) {
  process.send({ lacking: String(error && error.message).split('\\n')[0] });
}
process.on('message', ({ svgs, size, background }) => {
  const area = size * size;
  const pixels = new Uint8Array(svgs.length * area * 3);
  const failures = [];
  svgs.forEach((svg, index) => {
    try {
      const rgba = new Resvg(svg, { background, font: { loadSystemFonts: false }, logLevel: 'off' }).render().pixels;
      if (rgba.length !== area * 4) throw new Error('the picture has another size');
      for (let from = 0, to = index * area * 3; from < rgba.length; from += 4) {
        pixels[to++] = rgba[from];
        pixels[to++] = rgba[from + 1];
        pixels[to++] = rgba[from + 2];
      }
    } catch (error) {
      failures.push([index, String(error && error.message)]);
    }
  });
  process.send({ pixels, failures });
});
`;

/** A picture, or why there is none. */
type Rendered = Uint8Array | string;

export interface Renderer {
  /** One answer for each drawing, in their order. */
  render(job: RenderJob): Promise<readonly Rendered[]>;
  /** Ends the child, whatever it is at. */
  close(): void;
}

interface RendererOptions {
  /** The main file of @resvg/resvg-js. */
  readonly file: string;
  /** The function that messages begin with. */
  readonly caller: string;
  /** Seconds after which a drawing counts as one that hangs. Default: 60, which no sound drawing needs. */
  readonly limit?: number;
}

/** The child ended, or was ended, while it had a job. */
class ChildEnded extends Error {}

/**
 * Renders in a process of its own: resvg ends its process at some drawings, where no `catch` helps, and may be busy with
 * one without an end. When the child ends at several drawings, another one gets them one by one, so that it is known at
 * which one it is; that drawing is answered with a reason, and the others with their pictures.
 */
export function openRenderer({ file, caller, limit = 60 }: RendererOptions): Renderer {
  let child: Child | undefined;
  let isClosed = false;
  const ask = async (job: RenderJob): Promise<readonly Rendered[]> => {
    if (isClosed) throw new Error('the renderer is closed.');
    child ??= startChild(file, caller);
    try {
      await child.ready;
      return await child.ask(job, limit);
    } catch (error) {
      child.end();
      child = undefined;
      throw error;
    }
  };
  const render = async (job: RenderJob): Promise<readonly Rendered[]> => {
    try {
      return await ask(job);
    } catch (error) {
      if (isClosed || !(error instanceof ChildEnded)) throw error;
      if (job.svgs.length === 1) return [error.message];
    }
    const answers: Rendered[] = [];
    for (const svg of job.svgs) answers.push(...(await render({ ...job, svgs: [svg] })));
    return answers;
  };
  return {
    render,
    close() {
      isClosed = true;
      child?.end();
    },
  };
}

interface Child {
  /** @throws {InputError} if the renderer does not load */
  readonly ready: Promise<void>;
  ask(job: RenderJob, limit: number): Promise<readonly Rendered[]>;
  end(): void;
}

function startChild(file: string, caller: string): Child {
  const child = spawn(process.execPath, ['--input-type=commonjs', '-e', renderChild, file], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  const ready = nextAnswer(child).then(
    (answer) => {
      if ('lacking' in answer)
        throw new InputError(`${caller}: @resvg/resvg-js does not load: ${answer.lacking}`);
    },
    (error: Error) => {
      throw new InputError(`${caller}: the process that draws can't be started: ${error.message}.`);
    },
  );
  return {
    ready,
    async ask(job, limit) {
      const clock = { isOver: false };
      const timer = setTimeout(() => {
        clock.isOver = true;
        child.kill('SIGKILL');
      }, limit * 1000);
      try {
        const answered = nextAnswer(child);
        child.send(job, () => {}); // A failure ends the child, which the answer tells.
        return picturesOf(await answered, job);
      } catch (error) {
        if (clock.isOver) throw new ChildEnded(`the renderer is not done with it after ${limit} s`);
        throw error;
      } finally {
        clearTimeout(timer);
      }
    },
    end: () => {
      child.kill('SIGKILL');
    },
  };
}

/** @throws {ChildEnded} if the child ends before */
function nextAnswer(child: ChildProcess): Promise<RenderAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (action: () => void) => {
      child.off('message', onMessage).off('exit', onExit).off('error', onError);
      action();
    };
    const onMessage = (message: unknown) => settle(() => resolve(message as RenderAnswer));
    const onExit = (code: number | null, signal: string | null) =>
      settle(() => reject(new ChildEnded(`the renderer ends at it (${signal ?? `code ${code}`})`)));
    const onError = (error: Error) => settle(() => reject(new ChildEnded(error.message)));
    child.on('message', onMessage).on('exit', onExit).on('error', onError);
  });
}

function picturesOf(answer: RenderAnswer, { svgs, size }: RenderJob): readonly Rendered[] {
  if (!('pixels' in answer)) throw new Error('the process that draws answers out of turn.');
  const bytes = size * size * 3;
  const reasons = new Map(answer.failures);
  return svgs.map((_, index) => {
    const reason = reasons.get(index);
    return reason === undefined
      ? answer.pixels.subarray(index * bytes, (index + 1) * bytes)
      : `the renderer can't read it: ${reason}`;
  });
}
