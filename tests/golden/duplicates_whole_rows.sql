-- No two orders rows are equal in all columns; flag every row that shares them.
WITH "tested" AS (
  SELECT
    "_row",
    ROW(*COLUMNS(*
    EXCLUDE ("_row"))) AS "cells"
  FROM "orders"
), "compared" AS (
  SELECT
    "_row",
    COUNT(*) OVER (PARTITION BY "cells") AS "copies"
  FROM "tested"
)
SELECT
  "_row"
FROM "compared"
WHERE
  "copies" > 1
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    ROW(*COLUMNS(*
    EXCLUDE ("_row"))) AS "cells"
  FROM "orders"
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
