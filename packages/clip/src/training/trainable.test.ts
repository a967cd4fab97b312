import { describe, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import { createClip } from '../model/create-clip';
import { tinyConfig } from '../testing/tiny';
import { setTrainable, type TrainableRule } from './trainable';

describe('setTrainable', async () => {
  await useBackend('cpu');
  const model = createClip(tinyConfig);
  const all = [...model.parameters.keys()];
  const trained = (rule: TrainableRule | undefined) => {
    const restore = setTrainable(model, rule);
    const names = all.filter((name) => model.parameter(name).trainable);
    restore();
    expect([...model.parameters.values()].every(({ trainable }) => trainable)).toBe(true);
    return names;
  };

  it('reads functions, globs, expressions and exceptions', () => {
    const projections = ['visual_projection.weight', 'text_projection.weight'];
    expect(trained(undefined)).toEqual(all);
    expect(trained('*_projection.weight')).toEqual(projections);
    expect(trained(/_projection\.weight$/)).toEqual(projections);
    expect(trained((name) => name.includes('_projection.weight'))).toEqual(projections);
    expect(trained(['!vision_model.*', '!text_model.*'])).toEqual(
      [...projections, 'logit_scale'].sort(byOrder),
    );
    expect(trained(['*projection*', '!text_projection.weight', /^logit/g])).toEqual([
      'visual_projection.weight',
      'logit_scale',
    ]);
  });
  const byOrder = (a: string, b: string) => all.indexOf(a) - all.indexOf(b);

  it('brings back flags that were set by hand', () => {
    model.parameter('logit_scale').trainable = false;
    setTrainable(model, '*')();
    expect(model.parameter('logit_scale').trainable).toBe(false);
    model.parameter('logit_scale').trainable = true;
  });

  it('refuses a model of which every parameter is frozen by its flag', () => {
    const variables = [...model.parameters.values()];
    for (const variable of variables) variable.trainable = false;
    expect(() => setTrainable(model, undefined)).toThrow(
      /^trainClip: model must have a parameter to train; of \d+ none is trainable/,
    );
    setTrainable(model, '*')();
    for (const variable of variables) variable.trainable = true;
  });

  it('refuses a pattern without a match, and a run without a parameter', () => {
    const refused: [TrainableRule, RegExp][] = [
      [
        'vision.*',
        /^trainClip: the pattern "vision\.\*" of trainable matches no parameter; they have names like/,
      ],
      ['!visual_projection', /the pattern "!visual_projection" of trainable/],
      [/^nothing/, /the pattern \/\^nothing\/ of trainable/],
      [() => false, /trainable must leave a parameter to train; of \d+ it names none/],
      [['*', '!*'], /it names none/],
      [[], /trainable must leave a parameter to train; of \d+ it names none/],
      [[3] as never, /trainable must be a function, a string, a RegExp or an array of these two, got 3/],
    ];
    for (const [rule, message] of refused) expect(() => setTrainable(model, rule)).toThrow(message);
    expect([...model.parameters.values()].every(({ trainable }) => trainable)).toBe(true);
  });
});
