-- line_no of lines starts at 1 and runs up by 1 without gaps or repeats within each order_id; flag all rows of a run that does not.
WITH "tested" AS (
  SELECT
    "_row",
    "line_no",
    "order_id"
  FROM "lines"
  WHERE
    "line_no" IS NOT NULL AND "order_id" IS NOT NULL
), "numbered" AS (
  SELECT
    "_row",
    "line_no",
    "order_id",
    "line_no" AS "number"
  FROM "tested"
), "runs" AS (
  SELECT
    "_row",
    "line_no",
    "order_id",
    "number",
    COUNT(*) OVER (PARTITION BY "order_id") AS "rows",
    COUNT(DISTINCT "number") OVER (PARTITION BY "order_id") AS "distinct numbers",
    MIN("number") OVER (PARTITION BY "order_id") AS "first number",
    MAX("number") OVER (PARTITION BY "order_id") AS "last number"
  FROM "numbered"
)
SELECT
  "_row"
FROM "runs"
WHERE
  (
    "last number" = (
      (
        "first number" + "rows"
      ) - 1
    )
    AND "distinct numbers" = "rows"
    AND "first number" = 1
  ) IS NOT TRUE
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "line_no",
    "order_id"
  FROM "lines"
  WHERE
    "line_no" IS NOT NULL AND "order_id" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
