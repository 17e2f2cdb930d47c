-- The name of every column of plants is in lower case; each that is not is reported.
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
  "column" <> LOWER("column");

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
