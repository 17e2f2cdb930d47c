-- Within each customer_id and month of ordered_on of orders, the number of orders rows is at most 2. Only months that have rows are judged.
WITH "dated" AS (
  SELECT
    "_row",
    "customer_id",
    "ordered_on",
    COALESCE(STRFTIME(TRY_STRPTIME("ordered_on", '%Y-%m-%d'), '%Y-%m'), "ordered_on") AS "month of ordered_on"
  FROM "orders"
), "measures_of_orders" AS (
  SELECT
    "customer_id",
    "month of ordered_on",
    COUNT(*) AS "rows",
    COUNT(*) FILTER(WHERE
      TRY_STRPTIME("ordered_on", '%Y-%m-%d') IS NULL) AS "unreadable cells"
  FROM "dated"
  WHERE
    "customer_id" IS NOT NULL AND "month of ordered_on" IS NOT NULL
  GROUP BY
    "customer_id",
    "month of ordered_on"
)
SELECT
  "customer_id",
  "month of ordered_on",
  "rows",
  "unreadable cells"
FROM "measures_of_orders"
WHERE
  "rows" > 2 OR "unreadable cells" > 0
ORDER BY
  "customer_id",
  "month of ordered_on",
  "rows",
  "unreadable cells";

-- How much the rule judges.
WITH "dated" AS (
  SELECT
    "_row",
    "customer_id",
    "ordered_on",
    COALESCE(STRFTIME(TRY_STRPTIME("ordered_on", '%Y-%m-%d'), '%Y-%m'), "ordered_on") AS "month of ordered_on"
  FROM "orders"
), "measures_of_orders" AS (
  SELECT
    "customer_id",
    "month of ordered_on",
    COUNT(*) AS "rows",
    COUNT(*) FILTER(WHERE
      TRY_STRPTIME("ordered_on", '%Y-%m-%d') IS NULL) AS "unreadable cells"
  FROM "dated"
  WHERE
    "customer_id" IS NOT NULL AND "month of ordered_on" IS NOT NULL
  GROUP BY
    "customer_id",
    "month of ordered_on"
)
SELECT
  COUNT(*) AS "tested"
FROM "measures_of_orders";
