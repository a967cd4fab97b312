/** The folder of the lab: above src/ as above dist/, where the bundle lies. */
export const labFolder = new URL('../', import.meta.url);
