import { hashWord } from '../hashes/hash-words';

/** Words that keep the same company, the most common first: counted as one, the rare ones are known as well. */
const names: readonly (readonly string[])[] = [
  'child, kid, toddler, infant, baby',
  'couch, sofa',
  'bike, bicycle',
  'motorcycle, motorbike, motor scooter, moped',
  'airplane, plane, jet, airliner, aeroplane, jet plane, jetliner',
  'boat, ship, ferry',
  'truck, lorry, pickup truck',
  'tv, television',
  'refrigerator, fridge',
  'stove, oven',
  'tub, bathtub, bath tub',
  'toilet, toilet seat, toilet bowl',
  'street, road, highway, roadway',
  'phone, cell phone, cellphone, mobile phone',
  'laptop, laptop computer',
  'racket, racquet, tennis racket, tennis racquet',
  'bat, baseball bat',
  'skateboard, skate board',
  'surfboard, surf board',
  'snowboard, snow board',
  'donut, doughnut',
  'hamburger, burger',
  'bag, handbag, purse',
  'suitcase, luggage',
  'glasses, eyeglasses',
  'cow, cattle, bull',
  'sheep, lamb',
  'dog, puppy',
  'cat, kitten',
  'horse, pony',
].map((line) => line.split(', '));

const common = new Map(
  names.flatMap(([first = '', ...others]) => others.map((name) => [hashWord(name), hashWord(first)])),
);

/** Under which word's hash a word's company is counted. */
export function companyHash(hash: number): number {
  return common.get(hash) ?? hash;
}
