import { expect, test } from 'vitest';
import { createReader } from '../testing/create-reader';

const read = createReader();
const actionsOf = (caption: string) =>
  read(caption)!.actions.map(
    ({ text, form, subject, object, preposition }) =>
      `${subject?.lemma ?? '-'} ${text}/${form} ${object?.lemma ?? preposition ?? '-'}`,
  );

test.each([
  ['A man riding a horse', ['man riding/ing horse']],
  ['A man rides a wave.', ['man rides/s wave']],
  ['two dogs chase a cat', ['dog chase/base cat']],
  ['A dog chased by a cat', ['dog chased/ed by']],
  ['A group of people standing on a beach', ['people standing/ing on']],
  ['A man in a hat rides a bike', ['man rides/s bike']],
  ['A man in a hat riding a bike', ['man riding/ing bike']],
  ['A woman wearing a coat holds a dog', ['woman wearing/ing coat', 'woman holds/s dog']],
  ['A dog is standing and sniffing a ball', ['dog standing/ing -', 'dog sniffing/ing ball']],
  ['A giraffe that is eating leaves', ['giraffe eating/ing leaf']],
  ['men standing next to a bike parked on a street', ['man standing/ing -', 'bike parked/ed on']],
  ['Two men guiding cows', ['man guiding/ing cow']],
])('%s', (caption, expected) => expect(actionsOf(caption)).toEqual(expected));

test.each([
  'a parked car',
  'A bathroom mirror and street signs.',
  'A kitchen has a sink.',
  'some pots and pans',
  'a stuffed bear with fried eggs',
  'A living room with a dining table.',
])('nobody acts in: %s', (caption) => expect(actionsOf(caption)).toEqual([]));

test('a particle belongs to its verb, a relation does not', () => {
  const [sits] = read('A cat sits down.')!.actions;
  expect(sits).toMatchObject({ particle: 'down', isPassive: false, preposition: undefined });
  const [walks] = read('A man walks down the street.')!.actions;
  expect(walks).toMatchObject({ particle: undefined, preposition: 'down' });
  expect(read('A horse is ridden by a man.')!.actions[0]).toMatchObject({ isPassive: true, lemma: 'ride' });
});
