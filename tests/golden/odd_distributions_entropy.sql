-- Over balls, the entropy of colour in bits is at least 1.
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
    -SUM((
      "rows" / "all rows"
    ) * LOG2("rows" / "all rows")) AS "bits"
  FROM "compared"
  HAVING
    COUNT(*) > 0
)
SELECT
  "bits"
FROM "metrics"
WHERE
  ROUND("bits", 9) < 1.0
ORDER BY
  "bits";

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
    -SUM((
      "rows" / "all rows"
    ) * LOG2("rows" / "all rows")) AS "bits"
  FROM "compared"
  HAVING
    COUNT(*) > 0
)
SELECT
  COUNT(*) AS "tested"
FROM "metrics";
