-- price of orders is at most the highest number that it had in the last 2 runs; flag each row that does not. Runs of one day over the same data are one run.
WITH "past" AS (
  SELECT
    "run",
    "days_ago",
    "column",
    "measure",
    "value",
    "number"
  FROM "orders/history"
  WHERE
    "column" = 'price' AND "run" >= 1 AND "run" <= 2
), "tested" AS (
  SELECT
    "_row",
    "price"
  FROM "orders"
  WHERE
    "price" IS NOT NULL
    AND (
      SELECT
        COUNT(*)
      FROM "past"
      WHERE
        "measure" = 'max'
    ) = 2
)
SELECT
  "_row"
FROM "tested"
WHERE
  "price" IS NULL
  OR "price" > (
    SELECT
      MAX("number")
    FROM "past"
    WHERE
      "measure" = 'max'
  )
ORDER BY
  "_row";

-- How much the rule judges.
WITH "past" AS (
  SELECT
    "run",
    "days_ago",
    "column",
    "measure",
    "value",
    "number"
  FROM "orders/history"
  WHERE
    "column" = 'price' AND "run" >= 1 AND "run" <= 2
), "tested" AS (
  SELECT
    "_row",
    "price"
  FROM "orders"
  WHERE
    "price" IS NOT NULL
    AND (
      SELECT
        COUNT(*)
      FROM "past"
      WHERE
        "measure" = 'max'
    ) = 2
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
