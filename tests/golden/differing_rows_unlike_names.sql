-- Rows of orders and invoices with the same order_no have the same total (amount in invoices); each that differs is reported. A order_no that only one of them has is a difference.
WITH "read_orders" AS (
  SELECT
    "order_no",
    "total"
  FROM "orders"
), "keyed" AS (
  SELECT
    "order_no",
    "total",
    COUNT(*) OVER (PARTITION BY "order_no") AS "times"
  FROM "read_orders"
  WHERE
    "order_no" IS NOT NULL
), "unique" AS (
  SELECT
    "order_no",
    "total"
  FROM "keyed"
  WHERE
    CASE WHEN "times" > 1 THEN ERROR('order_no of orders occurs twice') ELSE TRUE END
), "read_invoices" AS (
  SELECT
    "order_no",
    "amount" AS "total"
  FROM "invoices"
), "keyed_2" AS (
  SELECT
    "order_no",
    "total",
    COUNT(*) OVER (PARTITION BY "order_no") AS "times"
  FROM "read_invoices"
  WHERE
    "order_no" IS NOT NULL
), "unique_2" AS (
  SELECT
    "order_no",
    "total"
  FROM "keyed_2"
  WHERE
    CASE WHEN "times" > 1 THEN ERROR('order_no of invoices occurs twice') ELSE TRUE END
), "pairs" AS (
  SELECT
    "order_no",
    "unique"."total" AS "total in orders",
    "unique_2"."total" AS "amount in invoices",
    CASE
      WHEN "unique_2"."order_no" IS NULL
      THEN 'only in orders'
      WHEN "unique"."order_no" IS NULL
      THEN 'only in invoices'
      ELSE 'both'
    END AS "found"
  FROM "unique"
  FULL JOIN "unique_2"
    USING ("order_no")
)
SELECT
  "order_no",
  "total in orders",
  "amount in invoices",
  "found"
FROM "pairs"
WHERE
  "total in orders" IS DISTINCT FROM "amount in invoices" OR "found" <> 'both'
ORDER BY
  "order_no";

-- How much the rule judges.
WITH "read_orders" AS (
  SELECT
    "order_no",
    "total"
  FROM "orders"
), "keyed" AS (
  SELECT
    "order_no",
    "total",
    COUNT(*) OVER (PARTITION BY "order_no") AS "times"
  FROM "read_orders"
  WHERE
    "order_no" IS NOT NULL
), "unique" AS (
  SELECT
    "order_no",
    "total"
  FROM "keyed"
  WHERE
    CASE WHEN "times" > 1 THEN ERROR('order_no of orders occurs twice') ELSE TRUE END
), "read_invoices" AS (
  SELECT
    "order_no",
    "amount" AS "total"
  FROM "invoices"
), "keyed_2" AS (
  SELECT
    "order_no",
    "total",
    COUNT(*) OVER (PARTITION BY "order_no") AS "times"
  FROM "read_invoices"
  WHERE
    "order_no" IS NOT NULL
), "unique_2" AS (
  SELECT
    "order_no",
    "total"
  FROM "keyed_2"
  WHERE
    CASE WHEN "times" > 1 THEN ERROR('order_no of invoices occurs twice') ELSE TRUE END
), "pairs" AS (
  SELECT
    "order_no",
    "unique"."total" AS "total in orders",
    "unique_2"."total" AS "amount in invoices",
    CASE
      WHEN "unique_2"."order_no" IS NULL
      THEN 'only in orders'
      WHEN "unique"."order_no" IS NULL
      THEN 'only in invoices'
      ELSE 'both'
    END AS "found"
  FROM "unique"
  FULL JOIN "unique_2"
    USING ("order_no")
)
SELECT
  COUNT(*) AS "tested"
FROM "pairs";
