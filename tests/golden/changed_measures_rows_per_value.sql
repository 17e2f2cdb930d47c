-- The number of orders rows within each store falls by at most 20% of what it was in the last run. Runs of one day over the same data are one run.
WITH "texts" AS (
  SELECT
    "store" AS "value"
  FROM "orders"
  WHERE
    "store" IS NOT NULL
    AND NOT REGEXP_FULL_MATCH("store", '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*')
), "now" AS (
  SELECT
    "value",
    COUNT(*) AS "now"
  FROM "texts"
  GROUP BY
    "value"
), "past" AS (
  SELECT
    "run",
    "days_ago",
    "column",
    "measure",
    "value",
    "number"
  FROM "orders/history"
  WHERE
    "column" = 'store' AND "run" = 1
), "before" AS (
  SELECT
    "value",
    "number" AS "before"
  FROM "past"
  WHERE
    "measure" = 'value'
), "both" AS (
  SELECT
    "value",
    COALESCE("now", 0) AS "now",
    COALESCE("before", 0) AS "before"
  FROM "now"
  FULL JOIN "before"
    USING ("value")
  WHERE
    (
      SELECT
        COUNT(*)
      FROM "past"
      WHERE
        "measure" = 'values'
    ) = 1
), "measures" AS (
  SELECT
    "value" AS "store",
    "now",
    "before"
  FROM "both"
  WHERE
    "now" > 0 OR "before" > 0
), "changes" AS (
  SELECT
    "store",
    "now",
    "before",
    CASE
      WHEN "before" = 0 AND "now" = 0
      THEN 0
      WHEN "before" = 0
      THEN SIGN("now") * CAST('infinity' AS DOUBLE)
      ELSE ROUND((
        (
          "now" - "before"
        ) / ABS("before")
      ) * 100, 9)
    END AS "change in percent"
  FROM "measures"
)
SELECT
  "store",
  "now",
  "before",
  CASE WHEN ISFINITE("change in percent") THEN "change in percent" END AS "change in percent"
FROM "changes"
WHERE
  "change in percent" < -20.0
ORDER BY
  "store";

-- How much the rule judges.
WITH "texts" AS (
  SELECT
    "store" AS "value"
  FROM "orders"
  WHERE
    "store" IS NOT NULL
    AND NOT REGEXP_FULL_MATCH("store", '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*')
), "now" AS (
  SELECT
    "value",
    COUNT(*) AS "now"
  FROM "texts"
  GROUP BY
    "value"
), "past" AS (
  SELECT
    "run",
    "days_ago",
    "column",
    "measure",
    "value",
    "number"
  FROM "orders/history"
  WHERE
    "column" = 'store' AND "run" = 1
), "before" AS (
  SELECT
    "value",
    "number" AS "before"
  FROM "past"
  WHERE
    "measure" = 'value'
), "both" AS (
  SELECT
    "value",
    COALESCE("now", 0) AS "now",
    COALESCE("before", 0) AS "before"
  FROM "now"
  FULL JOIN "before"
    USING ("value")
  WHERE
    (
      SELECT
        COUNT(*)
      FROM "past"
      WHERE
        "measure" = 'values'
    ) = 1
), "measures" AS (
  SELECT
    "value" AS "store",
    "now",
    "before"
  FROM "both"
  WHERE
    "now" > 0 OR "before" > 0
)
SELECT
  COUNT(*) AS "tested"
FROM "measures";
