-- Each row occurs as often in sent as in received, in all columns (order_no, amount), in any order; each row that does not is reported.
WITH "all_rows" AS (
  SELECT
    COALESCE(CAST("order_no" AS TEXT), '') AS "order_no",
    COALESCE(CAST("amount" AS TEXT), '') AS "amount",
    1 AS "rows in sent",
    0 AS "rows in received"
  FROM "sent"
  UNION ALL
  SELECT
    COALESCE(CAST("order_no" AS TEXT), '') AS "order_no",
    COALESCE(CAST("amount" AS TEXT), '') AS "amount",
    0 AS "rows in sent",
    1 AS "rows in received"
  FROM "received"
), "counts" AS (
  SELECT
    "order_no",
    "amount",
    CAST(SUM("rows in sent") AS BIGINT) AS "rows in sent",
    CAST(SUM("rows in received") AS BIGINT) AS "rows in received"
  FROM "all_rows"
  GROUP BY
    "order_no",
    "amount"
)
SELECT
  "order_no",
  "amount",
  "rows in sent",
  "rows in received"
FROM "counts"
WHERE
  "rows in sent" <> "rows in received"
ORDER BY
  "order_no",
  "amount";

-- How much the rule judges.
WITH "all_rows" AS (
  SELECT
    COALESCE(CAST("order_no" AS TEXT), '') AS "order_no",
    COALESCE(CAST("amount" AS TEXT), '') AS "amount",
    1 AS "rows in sent",
    0 AS "rows in received"
  FROM "sent"
  UNION ALL
  SELECT
    COALESCE(CAST("order_no" AS TEXT), '') AS "order_no",
    COALESCE(CAST("amount" AS TEXT), '') AS "amount",
    0 AS "rows in sent",
    1 AS "rows in received"
  FROM "received"
), "counts" AS (
  SELECT
    "order_no",
    "amount",
    CAST(SUM("rows in sent") AS BIGINT) AS "rows in sent",
    CAST(SUM("rows in received") AS BIGINT) AS "rows in received"
  FROM "all_rows"
  GROUP BY
    "order_no",
    "amount"
)
SELECT
  COUNT(*) AS "tested"
FROM "counts";
