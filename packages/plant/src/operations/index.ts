import type { Operation, Slot } from '../hard-negative';
import type { FindOptions } from './operation';
import { replaceAttribute } from './replace-attribute';
import { replaceClosed } from './replace-closed';
import { replaceObject } from './replace-object';
import { swapAttributes } from './swap-attributes';
import { swapClosed } from './swap-closed';
import { swapObjects } from './swap-objects';

/** The function that finds the changes of an operation in a slot. A new operation or slot is a file and a line here. */
export const finders: Readonly<Record<Operation, Partial<Record<Slot, FindOptions>>>> = {
  replace: {
    object: replaceObject,
    attribute: replaceAttribute,
    action: replaceClosed('action'),
    relation: replaceClosed('relation'),
    count: replaceClosed('count'),
  },
  swap: {
    object: swapObjects,
    attribute: swapAttributes,
    action: swapClosed('action'),
    count: swapClosed('count'),
  },
  // These need a block of captions: see block/.
  exchange: {},
  natural: {},
};
