-- Over votes, the number of rows that repeat an earlier row in all columns is at most 1.
WITH "counted" AS (
  SELECT
    ROW(*COLUMNS(*
    EXCLUDE ("_row"))) AS "cells",
    TRUE AS "is whole"
  FROM "votes"
), "compared" AS (
  SELECT
    ROW_NUMBER() OVER (PARTITION BY "cells") AS "times",
    "is whole"
  FROM "counted"
), "metrics" AS (
  SELECT
    COUNT(*) FILTER(WHERE
      "is whole" AND "times" > 1) AS "surplus copies"
  FROM "compared"
  HAVING
    COUNT(*) > 0
)
SELECT
  "surplus copies"
FROM "metrics"
WHERE
  "surplus copies" > 1.0;

-- How much the rule judges.
WITH "counted" AS (
  SELECT
    ROW(*COLUMNS(*
    EXCLUDE ("_row"))) AS "cells",
    TRUE AS "is whole"
  FROM "votes"
), "compared" AS (
  SELECT
    ROW_NUMBER() OVER (PARTITION BY "cells") AS "times",
    "is whole"
  FROM "counted"
), "metrics" AS (
  SELECT
    COUNT(*) FILTER(WHERE
      "is whole" AND "times" > 1) AS "surplus copies"
  FROM "compared"
  HAVING
    COUNT(*) > 0
)
SELECT
  COUNT(*) AS "tested"
FROM "metrics";
