/**
 * Turns each `edge × edge` picture of `features` into its two-dimensional cosine transform (DCT-II, orthonormal), in place.
 * Products and distances stay what they are, and most of a blurred picture lies in few numbers.
 */
export function toCosines(features: Float32Array, edge: number): void {
  const waves = Float64Array.from({ length: edge * edge }, (_, at) => {
    const [wave, x] = [Math.floor(at / edge), at % edge];
    return Math.sqrt((wave === 0 ? 1 : 2) / edge) * Math.cos((Math.PI * (x + 0.5) * wave) / edge);
  });
  const half = new Float64Array(edge * edge);
  for (let start = 0; start < features.length; start += edge * edge) {
    for (let y = 0; y < edge; y++) {
      for (let wave = 0; wave < edge; wave++) {
        let sum = 0;
        for (let x = 0; x < edge; x++) sum += waves[wave * edge + x]! * features[start + y * edge + x]!;
        half[y * edge + wave] = sum;
      }
    }
    for (let row = 0; row < edge; row++) {
      for (let wave = 0; wave < edge; wave++) {
        let sum = 0;
        for (let y = 0; y < edge; y++) sum += waves[row * edge + y]! * half[y * edge + wave]!;
        features[start + row * edge + wave] = sum;
      }
    }
  }
}
