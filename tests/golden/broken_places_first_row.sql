-- In row 1 of orders, order_id equals 1; rows are counted from 1 in file order, without the header. It fails where that row is not there, or does not tell.
WITH "numbered" AS (
  SELECT
    "_row",
    "order_id",
    ROW_NUMBER() OVER (ORDER BY "_row") AS "number"
  FROM "orders"
), "places" AS (
  SELECT
    'row 1' AS "place",
    COUNT(*) AS "rows there",
    COUNT(*) FILTER(WHERE
      (
        "order_id" = 1
      ) IS TRUE) AS "rows as told",
    ANY_VALUE("order_id") AS "order_id"
  FROM "numbered"
  WHERE
    "number" = 1
)
SELECT
  "place",
  "rows there",
  "rows as told",
  "order_id"
FROM "places"
WHERE
  "rows as told" = 0;

-- How much the rule judges.
WITH "numbered" AS (
  SELECT
    "_row",
    "order_id",
    ROW_NUMBER() OVER (ORDER BY "_row") AS "number"
  FROM "orders"
), "places" AS (
  SELECT
    'row 1' AS "place",
    COUNT(*) AS "rows there",
    COUNT(*) FILTER(WHERE
      (
        "order_id" = 1
      ) IS TRUE) AS "rows as told",
    ANY_VALUE("order_id") AS "order_id"
  FROM "numbered"
  WHERE
    "number" = 1
)
SELECT
  COUNT(*) AS "tested"
FROM "places";
