/** One way to take a word or phrase apart. */
export interface Analysis {
  /** Name of the correction that makes a rating of those of the bases: see corrections.ts. */
  readonly correction: string;
  /** What it is made of, as a reader would write it: ["un-", "button"]. */
  readonly parts: readonly string[];
  /** The parts that have a rating of their own. */
  readonly bases: readonly string[];
  /** Whether a base may be an inflected form: "unbuttoned" is un- + "buttoned". */
  readonly inflected?: boolean;
}
