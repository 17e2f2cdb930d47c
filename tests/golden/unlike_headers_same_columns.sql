-- sent and received have the same columns, in any order; names are compared as written.
WITH "mine" AS (
  SELECT
    "column_name" AS "column",
    "ordinal_position" AS "place"
  FROM "information_schema"."columns"
  WHERE
    "table_name" = 'sent' AND "column_name" <> '_row'
), "theirs" AS (
  SELECT
    "column_name" AS "column",
    "ordinal_position" AS "place"
  FROM "information_schema"."columns"
  WHERE
    "table_name" = 'received' AND "column_name" <> '_row'
), "problems" AS (
  SELECT
    'only in sent' AS "problem",
    "mine"."column"
  FROM "mine"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM "theirs"
      WHERE
        "theirs"."column" = "mine"."column"
    )
  UNION ALL
  SELECT
    'only in received' AS "problem",
    "theirs"."column"
  FROM "theirs"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM "mine"
      WHERE
        "mine"."column" = "theirs"."column"
    )
)
SELECT
  "problem",
  "column"
FROM "problems";

-- How much the rule judges.
WITH "mine" AS (
  SELECT
    "column_name" AS "column",
    "ordinal_position" AS "place"
  FROM "information_schema"."columns"
  WHERE
    "table_name" = 'sent' AND "column_name" <> '_row'
)
SELECT
  COUNT(*) AS "tested"
FROM "mine";
