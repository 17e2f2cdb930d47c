-- In every readings row, meter is at least meter of the row before (in file order).
WITH "readings_compared" AS (
  SELECT
    "_row",
    "meter",
    LAG("meter") OVER (ORDER BY "_row") AS "previous meter"
  FROM "readings"
  WHERE
    "meter" IS NOT NULL
), "tested" AS (
  SELECT
    "_row",
    "meter",
    "previous meter"
  FROM "readings_compared"
  WHERE
    "meter" IS NOT NULL AND "previous meter" IS NOT NULL
)
SELECT
  "_row"
FROM "tested"
WHERE
  "meter" < "previous meter"
ORDER BY
  "_row";

-- How much the rule judges.
WITH "readings_compared" AS (
  SELECT
    "_row",
    "meter",
    LAG("meter") OVER (ORDER BY "_row") AS "previous meter"
  FROM "readings"
  WHERE
    "meter" IS NOT NULL
), "tested" AS (
  SELECT
    "_row",
    "meter",
    "previous meter"
  FROM "readings_compared"
  WHERE
    "meter" IS NOT NULL AND "previous meter" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
