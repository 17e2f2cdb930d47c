-- level of readings lies within 3 median absolute deviations (unscaled) of the median; flag each row that does not.
WITH "tested" AS (
  SELECT
    "_row",
    "level"
  FROM "readings"
  WHERE
    "level" IS NOT NULL
), "centred" AS (
  SELECT
    "_row",
    "level",
    MEDIAN("level") OVER () AS "middle"
  FROM "tested"
), "compared" AS (
  SELECT
    "_row",
    "level",
    "middle",
    ABS("level" - "middle") AS "distance",
    MEDIAN(ABS("level" - "middle")) OVER () AS "spread"
  FROM "centred"
)
SELECT
  "_row"
FROM "compared"
WHERE
  "level" IS NULL OR ROUND("distance" - (
    3.0 * "spread"
  ), 9) > 0
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "level"
  FROM "readings"
  WHERE
    "level" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
