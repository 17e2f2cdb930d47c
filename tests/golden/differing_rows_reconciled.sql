-- Rows of sent and received with the same order_no have the same amount; each that differs is reported. A order_no that only one of them has is a difference.
WITH "read_sent" AS (
  SELECT
    "order_no",
    "amount"
  FROM "sent"
), "keyed" AS (
  SELECT
    "order_no",
    "amount",
    COUNT(*) OVER (PARTITION BY "order_no") AS "times"
  FROM "read_sent"
  WHERE
    "order_no" IS NOT NULL
), "unique" AS (
  SELECT
    "order_no",
    "amount"
  FROM "keyed"
  WHERE
    CASE WHEN "times" > 1 THEN ERROR('order_no of sent occurs twice') ELSE TRUE END
), "read_received" AS (
  SELECT
    "order_no",
    "amount"
  FROM "received"
), "keyed_2" AS (
  SELECT
    "order_no",
    "amount",
    COUNT(*) OVER (PARTITION BY "order_no") AS "times"
  FROM "read_received"
  WHERE
    "order_no" IS NOT NULL
), "unique_2" AS (
  SELECT
    "order_no",
    "amount"
  FROM "keyed_2"
  WHERE
    CASE WHEN "times" > 1 THEN ERROR('order_no of received occurs twice') ELSE TRUE END
), "pairs" AS (
  SELECT
    "order_no",
    "unique"."amount" AS "amount in sent",
    "unique_2"."amount" AS "amount in received",
    CASE
      WHEN "unique_2"."order_no" IS NULL
      THEN 'only in sent'
      WHEN "unique"."order_no" IS NULL
      THEN 'only in received'
      ELSE 'both'
    END AS "found"
  FROM "unique"
  FULL JOIN "unique_2"
    USING ("order_no")
)
SELECT
  "order_no",
  "amount in sent",
  "amount in received",
  "found"
FROM "pairs"
WHERE
  "amount in sent" IS DISTINCT FROM "amount in received" OR "found" <> 'both'
ORDER BY
  "order_no";

-- How much the rule judges.
WITH "read_sent" AS (
  SELECT
    "order_no",
    "amount"
  FROM "sent"
), "keyed" AS (
  SELECT
    "order_no",
    "amount",
    COUNT(*) OVER (PARTITION BY "order_no") AS "times"
  FROM "read_sent"
  WHERE
    "order_no" IS NOT NULL
), "unique" AS (
  SELECT
    "order_no",
    "amount"
  FROM "keyed"
  WHERE
    CASE WHEN "times" > 1 THEN ERROR('order_no of sent occurs twice') ELSE TRUE END
), "read_received" AS (
  SELECT
    "order_no",
    "amount"
  FROM "received"
), "keyed_2" AS (
  SELECT
    "order_no",
    "amount",
    COUNT(*) OVER (PARTITION BY "order_no") AS "times"
  FROM "read_received"
  WHERE
    "order_no" IS NOT NULL
), "unique_2" AS (
  SELECT
    "order_no",
    "amount"
  FROM "keyed_2"
  WHERE
    CASE WHEN "times" > 1 THEN ERROR('order_no of received occurs twice') ELSE TRUE END
), "pairs" AS (
  SELECT
    "order_no",
    "unique"."amount" AS "amount in sent",
    "unique_2"."amount" AS "amount in received",
    CASE
      WHEN "unique_2"."order_no" IS NULL
      THEN 'only in sent'
      WHEN "unique"."order_no" IS NULL
      THEN 'only in received'
      ELSE 'both'
    END AS "found"
  FROM "unique"
  FULL JOIN "unique_2"
    USING ("order_no")
)
SELECT
  COUNT(*) AS "tested"
FROM "pairs";
