import { describe, expect, test } from 'vitest';
import { createReader } from '../testing/create-reader';

const read = createReader();

/** What could be changed: things and attributes, compounds in brackets. */
function sitesOf(caption: string): readonly string[] {
  const { objects, compounds, attributes } = read(caption);
  return [
    ...[...attributes, ...objects].sort((a, b) => a.first - b.first).map(({ text }) => text),
    ...compounds.map(({ text }) => `(${text})`),
  ];
}

describe('titles: the thing is the last noun, attributes are attributes, brands are names', () => {
  test.each([
    ['Red Shirt', ['Red', 'Shirt']],
    ['Black Leather Bag', ['Black', 'Leather', 'Bag']],
    ['Puma Men Shoes', ['Shoes']],
    ['Aurelia Women Brown Printed Kurti', ['Brown', 'Printed']],
    ['Nike Air Max 90 White Running Shoes', ['White', 'Running Shoes']],
    ['Arrow Men Striped Blue Shirt', ['Striped', 'Blue', 'Shirt']],
    ['Hanes Men Black T-shirt', ['Black', 'T-shirt']],
    ['FCUK Innerwear Men Black Brief', ['Black', 'Brief']],
    ['Red Tape Men Black Sandals', ['Black', 'Sandals']],
    ['Reid & Taylor Men Black Tie', ['Black', 'Tie']],
    ['Apple iPhone 12 in Black', []],
    ['Jack Russell Puppy Playing With A Ball', ['Puppy', 'Ball']],
    ['The Eiffel Tower At Night', ['Night']],
    ['A Cat On A Table', ['Cat', 'Table']],
    ['Woman Riding Horse On The Beach', ['Woman', 'Horse', 'Beach']],
    ['BLACK LEATHER HANDBAG WITH GOLD CHAIN', ['BLACK', 'LEATHER', 'HANDBAG', 'GOLD', 'CHAIN']],
    ['Painting by Apple Smith', ['Painting']],
    ['Cotton Silk Green Blue jeans', ['Green', 'Blue jeans']],
  ])('%s', (caption, expected) => expect(sitesOf(caption)).toEqual(expected));
});

describe('names in sentences and phrases', () => {
  test.each([
    ['Tiger Woods plays golf on a field', ['golf', 'field']],
    ['John Smith rides a horse.', ['horse']],
    ['A man stands in front of the Eiffel tower in Paris', ['man']],
    ['a woman in new york with a yellow cab', ['woman', 'yellow', 'cab']],
    ['A Red car parked next to a tree', ['Red', 'car', 'tree']],
    ['A TV on a stand', ['TV', 'stand']],
    ['A STOP sign next to a tree', ['STOP sign', 'tree']],
    ['a white house on a hill', ['white', 'house', 'hill']],
    ['A Boeing airplane on a runway', ['runway', '(airplane)']],
    ['A dog. Dogs play', ['dog', 'Dogs']],
    ['Corner of West 32nd Street and a river', ['river', '(Street)']],
  ])('%s', (caption, expected) => expect(sitesOf(caption)).toEqual(expected));
});

test('a word of a scale is a thing where it stands for one', () => {
  expect(sitesOf('a pile of wood')).toEqual(['wood']);
  expect(sitesOf('a cup made of glass on a wood table')).toEqual(['cup', 'glass', 'wood', 'table']);
  expect(sitesOf('a woman wearing red')).toEqual(['woman']);
});

test('an attribute that is said of its thing twice is no site', () => {
  expect(sitesOf('A red car behind another red car and a red bus')).toEqual(['car', 'red', 'bus']);
});

test('no noun that people rate is shut out, but for parts of bodies and words that name no thing', () => {
  expect(
    sitesOf('a building, water, a head, hair, a wall, a city, food, a room, furniture and a group of people'),
  ).toEqual(['building', 'water', 'wall', 'city', 'food', 'room', 'furniture']);
});
