-- users has no column that it did not have in the last run, and still has every column that it had in the last run, in any order. Runs of one day over the same data are one run.
WITH "now" AS (
  SELECT
    "column_name" AS "column",
    "ordinal_position" AS "place"
  FROM "information_schema"."columns"
  WHERE
    "table_name" = 'users' AND "column_name" <> '_row'
), "past" AS (
  SELECT
    "run",
    "days_ago",
    "column",
    "measure",
    "value",
    "number"
  FROM "users/history"
  WHERE
    "run" = 1
), "before" AS (
  SELECT
    "column"
  FROM "past"
  WHERE
    "measure" = 'filled'
), "names" AS (
  SELECT
    "column"
  FROM "before"
  UNION
  SELECT
    "column"
  FROM "now"
), "columns" AS (
  SELECT
    "column",
    EXISTS(
      SELECT
        1
      FROM "now"
      WHERE
        "now"."column" = "names"."column"
    ) AS "now",
    EXISTS(
      SELECT
        1
      FROM "before"
      WHERE
        "before"."column" = "names"."column"
    ) AS "before"
  FROM "names"
  WHERE
    EXISTS(
      SELECT
        1
      FROM "before"
    )
)
SELECT
  "column",
  "now",
  "before"
FROM "columns"
WHERE
  NOT "before" OR NOT "now"
ORDER BY
  "column";

-- How much the rule judges.
WITH "now" AS (
  SELECT
    "column_name" AS "column",
    "ordinal_position" AS "place"
  FROM "information_schema"."columns"
  WHERE
    "table_name" = 'users' AND "column_name" <> '_row'
), "past" AS (
  SELECT
    "run",
    "days_ago",
    "column",
    "measure",
    "value",
    "number"
  FROM "users/history"
  WHERE
    "run" = 1
), "before" AS (
  SELECT
    "column"
  FROM "past"
  WHERE
    "measure" = 'filled'
), "names" AS (
  SELECT
    "column"
  FROM "before"
  UNION
  SELECT
    "column"
  FROM "now"
), "columns" AS (
  SELECT
    "column",
    EXISTS(
      SELECT
        1
      FROM "now"
      WHERE
        "now"."column" = "names"."column"
    ) AS "now",
    EXISTS(
      SELECT
        1
      FROM "before"
      WHERE
        "before"."column" = "names"."column"
    ) AS "before"
  FROM "names"
  WHERE
    EXISTS(
      SELECT
        1
      FROM "before"
    )
)
SELECT
  COUNT(*) AS "tested"
FROM "columns";
