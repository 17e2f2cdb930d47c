-- status of orders has no value that it did not have in the last run; each that breaks this is reported. Runs of one day over the same data are one run.
WITH "texts" AS (
  SELECT
    "status" AS "value"
  FROM "orders"
  WHERE
    "status" IS NOT NULL
    AND NOT REGEXP_FULL_MATCH("status", '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*')
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
    "column" = 'status' AND "run" = 1
), "before" AS (
  SELECT DISTINCT
    "value"
  FROM "past"
  WHERE
    "measure" = 'value' AND "number" > 0
), "wanted" AS (
  SELECT DISTINCT
    "value"
  FROM "texts"
), "values" AS (
  SELECT
    "value",
    EXISTS(
      SELECT
        1
      FROM "texts"
      WHERE
        "texts"."value" = "wanted"."value"
    ) AS "now",
    EXISTS(
      SELECT
        1
      FROM "before"
      WHERE
        "before"."value" = "wanted"."value"
    ) AS "before"
  FROM "wanted"
  WHERE
    (
      SELECT
        COUNT(*)
      FROM "past"
      WHERE
        "measure" = 'values'
    ) = 1
)
SELECT
  "value",
  "now",
  "before"
FROM "values"
WHERE
  "now" <> "before"
ORDER BY
  "value";

-- How much the rule judges.
WITH "texts" AS (
  SELECT
    "status" AS "value"
  FROM "orders"
  WHERE
    "status" IS NOT NULL
    AND NOT REGEXP_FULL_MATCH("status", '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*')
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
    "column" = 'status' AND "run" = 1
), "before" AS (
  SELECT DISTINCT
    "value"
  FROM "past"
  WHERE
    "measure" = 'value' AND "number" > 0
), "wanted" AS (
  SELECT DISTINCT
    "value"
  FROM "texts"
), "values" AS (
  SELECT
    "value",
    EXISTS(
      SELECT
        1
      FROM "texts"
      WHERE
        "texts"."value" = "wanted"."value"
    ) AS "now",
    EXISTS(
      SELECT
        1
      FROM "before"
      WHERE
        "before"."value" = "wanted"."value"
    ) AS "before"
  FROM "wanted"
  WHERE
    (
      SELECT
        COUNT(*)
      FROM "past"
      WHERE
        "measure" = 'values'
    ) = 1
)
SELECT
  COUNT(*) AS "tested"
FROM "values";
