/** `Symbol.dispose`, also where the platform lacks it: there compilers of `using` look for this one. */
export const disposeSymbol: typeof Symbol.dispose = Symbol.dispose ?? Symbol.for('Symbol.dispose');
