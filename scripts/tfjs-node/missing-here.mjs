/** What the machine lacks: no fault of the script, so a step of CI is skipped. */
export class MissingHere extends Error {}
