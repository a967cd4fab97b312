/** With balance, each slot has its turn until it has changed so large a part of the captions; what is left is for all. */
export const floor = 0.12;
/** No slot but objects takes more than this. */
export const ceiling = 0.25;
