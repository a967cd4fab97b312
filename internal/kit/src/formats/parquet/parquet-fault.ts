/** What is wrong with a Parquet file, in words that follow "FILE is not a readable Parquet file: ". */
export class ParquetFault extends Error {}
