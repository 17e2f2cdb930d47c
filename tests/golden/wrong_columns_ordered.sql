-- users has the columns email, user_id and no others, in this order; names are compared as written.
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
    ('email', 0),
    ('user_id', 1)) AS "listed"("column", "place")
), "wanted_in_order" AS (
  SELECT
    "wanted"."column",
    ROW_NUMBER() OVER (ORDER BY "wanted"."place") AS "place"
  FROM "wanted"
  WHERE
    EXISTS(
      SELECT
        1
      FROM "found"
      WHERE
        "found"."column" = "wanted"."column"
    )
), "found_in_order" AS (
  SELECT
    "found"."column",
    ROW_NUMBER() OVER (ORDER BY "found"."place") AS "place"
  FROM "found"
  WHERE
    EXISTS(
      SELECT
        1
      FROM "wanted"
      WHERE
        "wanted"."column" = "found"."column"
    )
), "problems" AS (
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
    )
  UNION ALL
  SELECT
    'not allowed' AS "problem",
    "found"."column"
  FROM "found"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM "wanted"
      WHERE
        "wanted"."column" = "found"."column"
    )
  UNION ALL
  SELECT
    'displaced' AS "problem",
    "wanted_in_order"."column"
  FROM "wanted_in_order"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM "found_in_order"
      WHERE
        "found_in_order"."column" = "wanted_in_order"."column"
        AND "found_in_order"."place" = "wanted_in_order"."place"
    )
)
SELECT
  "problem",
  "column"
FROM "problems";

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
