/** How the kernels multiply and add: in one rounding by relaxed SIMD, or in two by SIMD. */
export type KernelVariant = 'relaxed-simd' | 'simd';

/** A variant, compiled. */
export interface CompiledKernels {
  readonly variant: KernelVariant;
  readonly module: WebAssembly.Module;
  /** Whether products are computed by tiles for vectors of eight floats. */
  readonly wide: boolean;
  /** Whether it works in a memory that threads share, and in no other. */
  readonly shared: boolean;
}
