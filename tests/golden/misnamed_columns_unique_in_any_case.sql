-- No two columns of plants have the same name (ignoring case); each that shares its name is reported.
WITH "found" AS (
  SELECT
    "column_name" AS "column",
    "ordinal_position" AS "place"
  FROM "information_schema"."columns"
  WHERE
    "table_name" = 'plants' AND "column_name" <> '_row'
), "counted" AS (
  SELECT
    "column",
    COUNT(*) OVER (PARTITION BY LOWER("column")) AS "times"
  FROM "found"
)
SELECT
  "column"
FROM "counted"
WHERE
  "times" > 1;

-- How much the rule judges.
WITH "found" AS (
  SELECT
    "column_name" AS "column",
    "ordinal_position" AS "place"
  FROM "information_schema"."columns"
  WHERE
    "table_name" = 'plants' AND "column_name" <> '_row'
)
SELECT
  COUNT(*) AS "tested"
FROM "found";
