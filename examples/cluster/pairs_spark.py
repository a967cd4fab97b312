"""spark-submit pairs_spark.py sites/ partners.sql candidates/: the join of naturally occurring minimal pairs, by Spark.

`slipform-plant sites` writes sites/, partners.sql lies in node_modules/@slipform/plant/dist, and
`slipform-plant pairs sites/ --candidates candidates/ -o natural.jsonl` reads what comes out.
"""

import sys
from pathlib import Path

from pyspark.sql import SparkSession

sites, sql, candidates = sys.argv[1:4]
spark = SparkSession.builder.appName("minimal pairs").getOrCreate()
spark.read.parquet(str(Path(sites).resolve() / "*.parquet")).createOrReplaceTempView("sites")
views = Path(sql).read_text(encoding="utf-8").split("-- What follows is DuckDB's alone.")[0]
for statement in views.replace(":kind", "span").split(";"):
    if "CREATE" in statement:
        spark.sql(statement)
rows = spark.table("candidates").orderBy("shard", "line", "site", "turn")
rows.write.mode("overwrite").parquet(str(Path(candidates).resolve()))
