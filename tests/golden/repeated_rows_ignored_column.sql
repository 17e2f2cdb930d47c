-- Over votes, the number of rows that equal another row in all columns but vote_id is at most 2.
WITH "counted" AS (
  SELECT
    ROW(*COLUMNS(*
    EXCLUDE ("_row", "vote_id"))) AS "cells",
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
      "is whole" AND "times" > 1) AS "copies"
  FROM "compared"
  HAVING
    COUNT(*) > 0
)
SELECT
  "copies"
FROM "metrics"
WHERE
  "copies" > 2.0;

-- How much the rule judges.
WITH "counted" AS (
  SELECT
    ROW(*COLUMNS(*
    EXCLUDE ("_row", "vote_id"))) AS "cells",
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
      "is whole" AND "times" > 1) AS "copies"
  FROM "compared"
  HAVING
    COUNT(*) > 0
)
SELECT
  COUNT(*) AS "tested"
FROM "metrics";
