import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { InputError } from '../errors/input-error';
import {
  abortSignal,
  anyOf,
  callback,
  choice,
  defineOptions,
  flag,
  integer,
  listOf,
  number,
  type OptionsOf,
  optional,
  type RowsFor,
  record,
  rule,
  text,
} from './options';

interface Model {
  readonly embed: () => void;
}

interface Checkpoint {
  readonly folder: string;
  readonly every?: number;
}

interface Options {
  readonly steps: number;
  readonly microBatch?: number;
  readonly seed?: number | undefined;
  readonly layout?: 'captions' | 'paired';
  readonly resume?: boolean;
  readonly model: Model;
  readonly slots?: readonly ('object' | 'count')[];
  readonly onStep?: (report: { readonly step: number }) => void | Promise<void>;
  readonly signal?: AbortSignal;
  readonly checkpoint?: Checkpoint;
  readonly strengths?: number | readonly number[];
}

const checkpoint = defineOptions('saveCheckpoint', {
  folder: text('the name of a folder'),
  every: optional(integer({ min: 1 }), 10),
} satisfies RowsFor<Checkpoint>);
const isModel = (value: unknown) => typeof (value as Model | null)?.embed === 'function';
const rows = {
  steps: integer({ min: 0 }),
  microBatch: optional(integer({ min: 1 })),
  seed: optional(integer({ min: 0, max: 0xffffffff }), 7),
  layout: optional(choice(['captions', 'paired']), 'captions'),
  resume: optional(flag(), false),
  model: rule<Model>('a model, as createClip returns it', isModel),
  slots: optional(listOf(choice(['object', 'count']), 'a list of slots', { min: 1 })),
  onStep: optional(callback()),
  signal: optional(abortSignal()),
  checkpoint: optional(record(checkpoint)),
  strengths: optional(anyOf(number({ above: 0 }), listOf(number({ above: 0 })))),
} satisfies RowsFor<Options>;
const table = defineOptions('trainClip', rows);
const model: Model = { embed: () => {} };
const read = (options: unknown) => table.read(options as Options);

describe('types', () => {
  it('follow from the table', () => {
    const inferred = defineOptions('mine', {
      rows: integer(),
      name: optional(text()),
      policy: optional(choice(['max', 'min']), 'max'),
    });
    expectTypeOf<OptionsOf<typeof inferred.rows>>().toEqualTypeOf<{
      readonly rows: number;
      readonly name?: string;
      readonly policy?: 'max' | 'min';
    }>();
    const options = inferred.read({ rows: 1 });
    expectTypeOf(options.policy).toEqualTypeOf<'max' | 'min'>();
    expect(options).toEqual({ rows: 1, policy: 'max' });
  });

  it('of a table that an interface asks for are those of the interface, with defaults filled in', () => {
    const options = table.read({ steps: 1, model, checkpoint: { folder: 'out' } });
    expectTypeOf(options.seed).toEqualTypeOf<number>();
    expectTypeOf(options.microBatch).toEqualTypeOf<number | undefined>();
    expectTypeOf(options.onStep).toEqualTypeOf<Options['onStep']>();
    expect(options.checkpoint?.every.toFixed(1)).toBe('10.0');
  });

  it('do not fit where a row is missing, one too many or of another type', () => {
    type Few = RowsFor<Pick<Options, 'steps' | 'layout' | 'checkpoint'>>;
    const { steps, layout } = rows;
    const saving = optional(record(checkpoint));
    const few = { steps, layout, checkpoint: saving } satisfies Few;
    // @ts-expect-error a row is missing
    const missing = { steps, checkpoint: saving } satisfies Few;
    // @ts-expect-error a row too many
    const more = { steps, layout, checkpoint: saving, seed: optional(integer()) } satisfies Few;
    // @ts-expect-error another type
    const mistyped = { ...few, steps: text() } satisfies Few;
    // @ts-expect-error a word is missing
    const fewer = { ...few, layout: optional(choice(['captions'])) } satisfies Few;
    // @ts-expect-error a word too many
    const longer = { ...few, layout: optional(choice(['captions', 'paired', 'triplet'])) } satisfies Few;
    // @ts-expect-error what must be given is optional in the table
    const looser = { ...few, steps: optional(integer()) } satisfies Few;
    // @ts-expect-error what is optional must be given by the table
    const tighter = { ...few, layout: choice(['captions', 'paired']) } satisfies Few;
    // @ts-expect-error a default of another type
    const wrong = { ...few, layout: optional(choice(['captions', 'paired']), 'triplet') } satisfies Few;
    const other = defineOptions('', { folder: integer() });
    // @ts-expect-error a record of other types
    const stranger = { ...few, checkpoint: optional(record(other)) } satisfies Few;
    const all = [missing, more, mistyped, fewer, longer, looser, tighter, wrong, stranger];
    expect(all).toHaveLength(9);
  });
});

describe('reading', () => {
  it('fills in defaults, leaves out what is missing, and copies', () => {
    const slots = ['object'] as const;
    const options = table.read({ steps: 2, model, slots, checkpoint: { folder: 'out' } });
    expect(options).toEqual({
      steps: 2,
      model,
      slots: ['object'],
      seed: 7,
      layout: 'captions',
      resume: false,
      checkpoint: { folder: 'out', every: 10 },
    });
    expect(options.model).toBe(model);
    expect(options.slots).not.toBe(slots);
    expect(Object.keys(options)).not.toContain('signal');
  });

  const good = { steps: 2, model };
  it.each<[unknown, string]>([
    [undefined, 'trainClip: options must be an object, got undefined.'],
    [[good], 'trainClip: options must be an object, got an array of 1.'],
    [
      { ...good, step: 3 },
      'trainClip: there is no option "step"; there are steps, microBatch, seed, layout, resume, model, slots, onStep, signal, checkpoint, strengths.',
    ],
    [{ model }, 'trainClip: steps must be an integer of at least 0, got undefined.'],
    [{ ...good, steps: '3' }, 'trainClip: steps must be an integer of at least 0, got "3".'],
    [{ ...good, steps: 2.5 }, 'trainClip: steps must be an integer of at least 0, got 2.5.'],
    [{ ...good, steps: Number.NaN }, 'trainClip: steps must be an integer of at least 0, got NaN.'],
    [{ ...good, seed: -1 }, 'trainClip: seed must be an integer from 0 to 4294967295, got -1.'],
    [{ ...good, seed: null }, 'trainClip: seed must be an integer from 0 to 4294967295, got null.'],
    [{ ...good, layout: 'pair' }, 'trainClip: layout must be one of captions, paired, got "pair".'],
    [{ ...good, resume: 'no' }, 'trainClip: resume must be true or false, got "no".'],
    [{ steps: 1, model: {} }, 'trainClip: model must be a model, as createClip returns it, got an object.'],
    [
      { ...good, slots: [] },
      'trainClip: slots must be a list of slots with at least 1 entry, each one of object, count, got an empty array.',
    ],
    [{ ...good, slots: ['object', 'x'] }, 'trainClip: slots[1] must be one of object, count, got "x".'],
    [{ ...good, onStep: 1 }, 'trainClip: onStep must be a function, got 1.'],
    [
      { ...good, signal: {} },
      'trainClip: signal must be an AbortSignal, such as new AbortController().signal, got an object.',
    ],
    [
      { ...good, checkpoint: 'out' },
      'trainClip: checkpoint must be an object with folder, every, got "out".',
    ],
    [
      { ...good, checkpoint: { folder: '' } },
      'trainClip: checkpoint.folder must be the name of a folder, got "".',
    ],
    [
      { ...good, checkpoint: { folder: 'a', evry: 1 } },
      'trainClip: there is no option "checkpoint.evry"; there are folder, every.',
    ],
    [
      { ...good, strengths: 0 },
      'trainClip: strengths must be a finite number above 0 or a list, each a finite number above 0, got 0.',
    ],
    [{ ...good, ['x'.repeat(1e6)]: 1 }, `trainClip: there is no option "${'x'.repeat(60)}…`],
  ])('%# refuses with one sentence', (options, message) => {
    let error: unknown;
    try {
      read(options);
    } catch (thrown) {
      error = thrown;
    }
    expect(InputError.isInstance(error)).toBe(true);
    const said = (error as Error).message;
    expect(said.slice(0, message.length)).toBe(message);
    expect(said).toMatch(/\.$/);
    expect(said.length).toBeLessThan(300);
  });

  it('says in one sentence what a hostile value throws', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const getter = Object.defineProperty({ model }, 'steps', {
      enumerable: true,
      get: () => {
        throw new Error('boom');
      },
    });
    const silent = Object.defineProperty({ model }, 'steps', {
      enumerable: true,
      get: () => {
        throw Object.create(null);
      },
    });
    expect(() => read(proxy)).toThrow(
      /^trainClip: options can't be read: it throws TypeError: .*; pass plain data\.$/,
    );
    expect(() => read({ ...good, model: proxy })).toThrow(
      /^trainClip: model can't be read: it throws TypeError/,
    );
    expect(() => read({ ...good, slots: proxy })).toThrow(/^trainClip: slots can't be read/);
    expect(() => read(getter)).toThrow(
      "trainClip: steps can't be read: it throws Error: boom; pass plain data.",
    );
    expect(() => read(silent)).toThrow('it throws an error of its own; pass plain data.');
  });

  it('asks each option once, so that a getter cannot answer twice', () => {
    let asked = 0;
    const options = {
      model,
      get steps() {
        asked += 1;
        return asked === 1 ? 3 : 'three';
      },
    };
    expect(read(options).steps).toBe(3);
    expect(asked).toBe(1);
  });

  it('reads any value without another error than an InputError of one line', () => {
    let refused = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(rows)),
        fc.anything({ withNullPrototype: true }),
        (key, value) => {
          try {
            read({ ...good, [key]: value });
          } catch (error) {
            refused += 1;
            expect(InputError.isInstance(error)).toBe(true);
            expect((error as Error).message).toMatch(/^trainClip: [^\n]*\.$/);
          }
        },
      ),
    );
    expect(refused).toBeGreaterThan(0);
  });

  it('takes all values of the interface, as they are', () => {
    const values = fc.record(
      {
        steps: fc.nat(),
        model: fc.constant(model),
        microBatch: fc.integer({ min: 1 }),
        seed: fc.integer({ min: 0, max: 0xffffffff }),
        layout: fc.constantFrom('captions', 'paired'),
        resume: fc.boolean(),
        slots: fc.array(fc.constantFrom('object', 'count'), { minLength: 1 }),
        strengths: fc.oneof(
          fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
          fc.array(fc.double({ min: 1e-9, max: 1e9, noNaN: true })),
        ),
      },
      { requiredKeys: ['steps', 'model'] },
    );
    fc.assert(
      fc.property(values, (options) => {
        expect(read(options)).toEqual({ seed: 7, layout: 'captions', resume: false, ...options });
      }),
    );
  });
});
