-- All shops rows with the same city have the same country; flag every row of a city that has several.
WITH "tested" AS (
  SELECT
    "_row",
    "city",
    "country"
  FROM "shops"
  WHERE
    "city" IS NOT NULL AND "country" IS NOT NULL
), "compared" AS (
  SELECT
    "_row",
    "city",
    "country",
    COUNT(DISTINCT "country") OVER (PARTITION BY "city") AS "distinct country"
  FROM "tested"
)
SELECT
  "_row"
FROM "compared"
WHERE
  "distinct country" > 1
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "city",
    "country"
  FROM "shops"
  WHERE
    "city" IS NOT NULL AND "country" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
