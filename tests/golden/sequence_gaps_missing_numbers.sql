-- No whole number is missing from cheque_no of cheques between its smallest and its largest; each missing number is reported.
WITH "tested" AS (
  SELECT
    "_row",
    "cheque_no"
  FROM "cheques"
  WHERE
    "cheque_no" IS NOT NULL
), "numbered" AS (
  SELECT
    "_row",
    "cheque_no",
    "cheque_no" AS "number"
  FROM "tested"
), "wanted" AS (
  SELECT
    UNNEST(GENERATE_SERIES(CAST(MIN("number") AS BIGINT), CAST(MAX("number") AS BIGINT))) AS "number"
  FROM "numbered"
)
SELECT
  "wanted"."number" AS "missing cheque_no"
FROM "wanted"
WHERE
  NOT EXISTS(
    SELECT
      1
    FROM "numbered"
    WHERE
      "numbered"."number" = "wanted"."number"
  )
ORDER BY
  "missing cheque_no";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "cheque_no"
  FROM "cheques"
  WHERE
    "cheque_no" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
