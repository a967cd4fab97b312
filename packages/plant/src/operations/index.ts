import type { Operation, Slot } from '../hard-negative';
import type { FindOptions } from './operation';
import { replaceAttribute } from './replace-attribute';
import { replaceObject } from './replace-object';
import { swapAttributes } from './swap-attributes';
import { swapObjects } from './swap-objects';

/** Who finds the changes of an operation in a slot. A new operation or slot is a file and a line here. */
export const finders: Readonly<Record<Operation, Partial<Record<Slot, FindOptions>>>> = {
  replace: { object: replaceObject, attribute: replaceAttribute },
  swap: { object: swapObjects, attribute: swapAttributes },
  exchange: {},
};
