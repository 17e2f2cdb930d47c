-- Over balls, the number of most frequent values of colour is exactly 1.
WITH "filled" AS (
  SELECT
    "_row",
    "colour"
  FROM "balls"
  WHERE
    "colour" IS NOT NULL
), "counts" AS (
  SELECT
    "colour",
    COUNT(*) AS "rows"
  FROM "filled"
  GROUP BY
    "colour"
), "compared" AS (
  SELECT
    "rows",
    SUM("rows") OVER () AS "all rows",
    MAX("rows") OVER () AS "most rows"
  FROM "counts"
), "metrics" AS (
  SELECT
    COUNT(*) FILTER(WHERE
      "rows" = "most rows") AS "modes"
  FROM "compared"
  HAVING
    COUNT(*) > 0
)
SELECT
  "modes"
FROM "metrics"
WHERE
  "modes" <> 1.0
ORDER BY
  "modes";

-- How much the rule judges.
WITH "filled" AS (
  SELECT
    "_row",
    "colour"
  FROM "balls"
  WHERE
    "colour" IS NOT NULL
), "counts" AS (
  SELECT
    "colour",
    COUNT(*) AS "rows"
  FROM "filled"
  GROUP BY
    "colour"
), "compared" AS (
  SELECT
    "rows",
    SUM("rows") OVER () AS "all rows",
    MAX("rows") OVER () AS "most rows"
  FROM "counts"
), "metrics" AS (
  SELECT
    COUNT(*) FILTER(WHERE
      "rows" = "most rows") AS "modes"
  FROM "compared"
  HAVING
    COUNT(*) > 0
)
SELECT
  COUNT(*) AS "tested"
FROM "metrics";
