import { createPlant, type HardNegative, type Plant } from '@slipform/plant';

const plant: Plant = createPlant({ policy: 'max', balance: 'slots', perCaption: 2, seed: 1 });
const negatives: HardNegative[] = plant.mine({ caption: 'A red dog and a blue cat.', id: 'x', siblings: [] });
export const texts: string[] = negatives.map(({ negative }) => negative);
export const concreteness: number[] = negatives.map((negative) => negative.concreteness);
