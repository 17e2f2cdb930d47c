-- users has the columns user_id, email, phone (and perhaps others); names are compared as written.
WITH "found" AS (
  SELECT
    "column_name" AS "column",
    "ordinal_position" AS "place"
  FROM "information_schema"."columns"
  WHERE
    "table_name" = 'users' AND "column_name" <> '_row'
), "wanted" AS (
  SELECT
    "column",
    "place"
  FROM (VALUES
    ('user_id', 0),
    ('email', 1),
    ('phone', 2)) AS "listed"("column", "place")
)
SELECT
  'missing' AS "problem",
  "wanted"."column"
FROM "wanted"
WHERE
  NOT EXISTS(
    SELECT
      1
    FROM "found"
    WHERE
      "found"."column" = "wanted"."column"
  );

-- How much the rule judges.
WITH "found" AS (
  SELECT
    "column_name" AS "column",
    "ordinal_position" AS "place"
  FROM "information_schema"."columns"
  WHERE
    "table_name" = 'users' AND "column_name" <> '_row'
)
SELECT
  COUNT(*) AS "tested"
FROM "found";
