-- The name of every column of plants is in snake_case (small letters, digits, underscores); each that is not is reported.
WITH "found" AS (
  SELECT
    "column_name" AS "column",
    "ordinal_position" AS "place"
  FROM "information_schema"."columns"
  WHERE
    "table_name" = 'plants' AND "column_name" <> '_row'
)
SELECT
  "column"
FROM "found"
WHERE
  NOT REGEXP_FULL_MATCH("column", '[a-z][a-z0-9]*(_[a-z0-9]+)*');

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
