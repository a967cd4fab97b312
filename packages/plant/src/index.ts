export type { CaptionContext, CaptionInput } from './caption-input';
export { createPlant, type Plant } from './create-plant';
export type { HardNegative, Operation, Slot, Span } from './hard-negative';
export type { Balance, PlantOptions, Policy } from './options';
export type { RefusalReason } from './refusals';
export type { PlantStats } from './stats';
