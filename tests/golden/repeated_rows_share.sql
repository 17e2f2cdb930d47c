-- Over votes, the share of rows that equal another row in all columns is at most 0.25.
WITH "counted" AS (
  SELECT
    ROW(*COLUMNS(*
    EXCLUDE ("_row"))) AS "cells",
    TRUE AS "is whole"
  FROM "votes"
), "compared" AS (
  SELECT
    COUNT(*) OVER (PARTITION BY "cells") AS "times",
    "is whole"
  FROM "counted"
), "metrics" AS (
  SELECT
    COUNT(*) FILTER(WHERE
      "is whole" AND "times" > 1) / COUNT(*) AS "share of copies"
  FROM "compared"
  HAVING
    COUNT(*) > 0
)
SELECT
  "share of copies"
FROM "metrics"
WHERE
  "share of copies" > 0.25;

-- How much the rule judges.
WITH "counted" AS (
  SELECT
    ROW(*COLUMNS(*
    EXCLUDE ("_row"))) AS "cells",
    TRUE AS "is whole"
  FROM "votes"
), "compared" AS (
  SELECT
    COUNT(*) OVER (PARTITION BY "cells") AS "times",
    "is whole"
  FROM "counted"
), "metrics" AS (
  SELECT
    COUNT(*) FILTER(WHERE
      "is whole" AND "times" > 1) / COUNT(*) AS "share of copies"
  FROM "compared"
  HAVING
    COUNT(*) > 0
)
SELECT
  COUNT(*) AS "tested"
FROM "metrics";
