-- Pearson's correlation of weight and price of parcels is at least 0.5.
WITH "tested" AS (
  SELECT
    "_row",
    "weight",
    "price"
  FROM "parcels"
  WHERE
    "weight" IS NOT NULL AND "price" IS NOT NULL
), "numbers" AS (
  SELECT
    "weight" AS "left",
    "price" AS "right"
  FROM "tested"
), "metrics" AS (
  SELECT
    CASE
      WHEN COUNT(DISTINCT "left") > 1 AND COUNT(DISTINCT "right") > 1
      THEN CORR("left", "right")
    END AS "correlation",
    COUNT(*) FILTER(WHERE
      "left" IS NULL OR "right" IS NULL) AS "unreadable rows"
  FROM "numbers"
), "judged" AS (
  SELECT
    "correlation",
    "unreadable rows"
  FROM "metrics"
  WHERE
    "correlation" IS NOT NULL OR "unreadable rows" > 0
)
SELECT
  "correlation",
  "unreadable rows"
FROM "judged"
WHERE
  ROUND("correlation", 9) < 0.5 OR "unreadable rows" > 0;

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "weight",
    "price"
  FROM "parcels"
  WHERE
    "weight" IS NOT NULL AND "price" IS NOT NULL
), "numbers" AS (
  SELECT
    "weight" AS "left",
    "price" AS "right"
  FROM "tested"
), "metrics" AS (
  SELECT
    CASE
      WHEN COUNT(DISTINCT "left") > 1 AND COUNT(DISTINCT "right") > 1
      THEN CORR("left", "right")
    END AS "correlation",
    COUNT(*) FILTER(WHERE
      "left" IS NULL OR "right" IS NULL) AS "unreadable rows"
  FROM "numbers"
), "judged" AS (
  SELECT
    "correlation",
    "unreadable rows"
  FROM "metrics"
  WHERE
    "correlation" IS NOT NULL OR "unreadable rows" > 0
)
SELECT
  COUNT(*) AS "tested"
FROM "judged";
