-- Every column of users has at least one value; report each that has none.
WITH "counts" AS (
  SELECT
    COUNT(COLUMNS(*
    EXCLUDE ("_row")))
  FROM "users"
  HAVING
    COUNT(*) > 0
), "columns" AS (
  SELECT
    "column",
    "filled cells" > 0 AS "has a value"
  FROM "counts"
  UNPIVOT("filled cells" FOR "column" IN (COLUMNS(*)))
)
SELECT
  "column",
  "has a value"
FROM "columns"
WHERE
  NOT "has a value"
ORDER BY
  "column";

-- How much the rule judges.
WITH "counts" AS (
  SELECT
    COUNT(COLUMNS(*
    EXCLUDE ("_row")))
  FROM "users"
  HAVING
    COUNT(*) > 0
), "columns" AS (
  SELECT
    "column",
    "filled cells" > 0 AS "has a value"
  FROM "counts"
  UNPIVOT("filled cells" FOR "column" IN (COLUMNS(*)))
)
SELECT
  COUNT(*) AS "tested"
FROM "columns";
