/** What is wrong with a record or its picture, in words that follow the record's place. */
export class RecordProblem extends Error {}
