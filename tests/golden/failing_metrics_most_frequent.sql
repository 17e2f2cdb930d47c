-- Over orders, the single most frequent status equals 'paid'.
WITH "frequencies" AS (
  SELECT
    "status" AS "most frequent status",
    COUNT(*) AS "times",
    MAX(COUNT(*)) OVER () AS "most"
  FROM "orders"
  WHERE
    "status" IS NOT NULL
  GROUP BY
    "status"
), "most_frequent" AS (
  SELECT
    "most frequent status"
  FROM "frequencies"
  WHERE
    "times" = "most"
), "metrics" AS (
  SELECT
    "most frequent status"
  FROM "most_frequent"
  WHERE
    "most frequent status" IS NOT NULL
)
SELECT
  "most frequent status"
FROM "metrics"
WHERE
  "most frequent status" <> 'paid'
ORDER BY
  "most frequent status";

-- How much the rule judges.
WITH "frequencies" AS (
  SELECT
    "status" AS "most frequent status",
    COUNT(*) AS "times",
    MAX(COUNT(*)) OVER () AS "most"
  FROM "orders"
  WHERE
    "status" IS NOT NULL
  GROUP BY
    "status"
), "most_frequent" AS (
  SELECT
    "most frequent status"
  FROM "frequencies"
  WHERE
    "times" = "most"
), "metrics" AS (
  SELECT
    "most frequent status"
  FROM "most_frequent"
  WHERE
    "most frequent status" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "metrics";
