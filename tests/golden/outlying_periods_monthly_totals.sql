-- Within each store and month of sold_on of sales, the sum of amount lies within 3 sample standard deviations of the mean of the 3 months with rows before it of the same store; each month that does not is reported. Those with fewer months before them are not judged.
WITH "dated" AS (
  SELECT
    "_row",
    "amount",
    "store",
    "sold_on",
    COALESCE(STRFTIME(TRY_STRPTIME("sold_on", '%Y-%m-%d'), '%Y-%m'), "sold_on") AS "month of sold_on"
  FROM "sales"
), "measures_of_sales" AS (
  SELECT
    "store",
    "month of sold_on",
    ROUND(SUM("amount"), 9) AS "sum amount",
    COUNT(*) FILTER(WHERE
      TRY_STRPTIME("sold_on", '%Y-%m-%d') IS NULL) AS "unreadable cells"
  FROM "dated"
  WHERE
    "store" IS NOT NULL AND "month of sold_on" IS NOT NULL
  GROUP BY
    "store",
    "month of sold_on"
), "metrics" AS (
  SELECT
    "store",
    "month of sold_on",
    "sum amount",
    "unreadable cells"
  FROM "measures_of_sales"
  WHERE
    "sum amount" IS NOT NULL OR "unreadable cells" > 0
), "windowed" AS (
  SELECT
    "store",
    "month of sold_on",
    "sum amount",
    "unreadable cells",
    COUNT("sum amount") OVER (
      PARTITION BY "store", "unreadable cells" > 0
      ORDER BY "month of sold_on"
      ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING
    ) AS "rows before",
    AVG("sum amount") OVER (
      PARTITION BY "store", "unreadable cells" > 0
      ORDER BY "month of sold_on"
      ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING
    ) AS "mean before",
    STDDEV_SAMP("sum amount") OVER (
      PARTITION BY "store", "unreadable cells" > 0
      ORDER BY "month of sold_on"
      ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING
    ) AS "spread before"
  FROM "metrics"
), "judged" AS (
  SELECT
    "store",
    "month of sold_on",
    "sum amount",
    "unreadable cells",
    "rows before",
    "mean before",
    "spread before"
  FROM "windowed"
  WHERE
    "rows before" = 3 OR "unreadable cells" > 0
)
SELECT
  "store",
  "month of sold_on",
  "sum amount",
  "unreadable cells",
  CASE WHEN "unreadable cells" = 0 THEN "mean before" END AS "mean before",
  CASE WHEN "unreadable cells" = 0 THEN "spread before" END AS "deviation before"
FROM "judged"
WHERE
  ROUND(ABS("sum amount" - "mean before") - (
    3.0 * "spread before"
  ), 9) > 0
  OR "unreadable cells" > 0
ORDER BY
  "store",
  "month of sold_on";

-- How much the rule judges.
WITH "dated" AS (
  SELECT
    "_row",
    "amount",
    "store",
    "sold_on",
    COALESCE(STRFTIME(TRY_STRPTIME("sold_on", '%Y-%m-%d'), '%Y-%m'), "sold_on") AS "month of sold_on"
  FROM "sales"
), "measures_of_sales" AS (
  SELECT
    "store",
    "month of sold_on",
    ROUND(SUM("amount"), 9) AS "sum amount",
    COUNT(*) FILTER(WHERE
      TRY_STRPTIME("sold_on", '%Y-%m-%d') IS NULL) AS "unreadable cells"
  FROM "dated"
  WHERE
    "store" IS NOT NULL AND "month of sold_on" IS NOT NULL
  GROUP BY
    "store",
    "month of sold_on"
), "metrics" AS (
  SELECT
    "store",
    "month of sold_on",
    "sum amount",
    "unreadable cells"
  FROM "measures_of_sales"
  WHERE
    "sum amount" IS NOT NULL OR "unreadable cells" > 0
), "windowed" AS (
  SELECT
    "store",
    "month of sold_on",
    "sum amount",
    "unreadable cells",
    COUNT("sum amount") OVER (
      PARTITION BY "store", "unreadable cells" > 0
      ORDER BY "month of sold_on"
      ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING
    ) AS "rows before",
    AVG("sum amount") OVER (
      PARTITION BY "store", "unreadable cells" > 0
      ORDER BY "month of sold_on"
      ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING
    ) AS "mean before",
    STDDEV_SAMP("sum amount") OVER (
      PARTITION BY "store", "unreadable cells" > 0
      ORDER BY "month of sold_on"
      ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING
    ) AS "spread before"
  FROM "metrics"
), "judged" AS (
  SELECT
    "store",
    "month of sold_on",
    "sum amount",
    "unreadable cells",
    "rows before",
    "mean before",
    "spread before"
  FROM "windowed"
  WHERE
    "rows before" = 3 OR "unreadable cells" > 0
)
SELECT
  COUNT(*) AS "tested"
FROM "judged";
