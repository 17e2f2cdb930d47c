-- Within each day of ordered_on of orders, the number of orders rows lies within 2 sample standard deviations of the mean of the 3 days with rows before it; each day that does not is reported. Those with fewer days before them are not judged.
WITH "dated" AS (
  SELECT
    "_row",
    "ordered_on",
    COALESCE(STRFTIME(TRY_STRPTIME("ordered_on", '%Y-%m-%d'), '%Y-%m-%d'), "ordered_on") AS "day of ordered_on"
  FROM "orders"
), "measures_of_orders" AS (
  SELECT
    "day of ordered_on",
    COUNT(*) AS "rows",
    COUNT(*) FILTER(WHERE
      TRY_STRPTIME("ordered_on", '%Y-%m-%d') IS NULL) AS "unreadable cells"
  FROM "dated"
  WHERE
    "day of ordered_on" IS NOT NULL
  GROUP BY
    "day of ordered_on"
), "windowed" AS (
  SELECT
    "day of ordered_on",
    "rows",
    "unreadable cells",
    COUNT("rows") OVER (
      PARTITION BY "unreadable cells" > 0
      ORDER BY "day of ordered_on"
      ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING
    ) AS "rows before",
    AVG("rows") OVER (
      PARTITION BY "unreadable cells" > 0
      ORDER BY "day of ordered_on"
      ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING
    ) AS "mean before",
    STDDEV_SAMP("rows") OVER (
      PARTITION BY "unreadable cells" > 0
      ORDER BY "day of ordered_on"
      ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING
    ) AS "spread before"
  FROM "measures_of_orders"
), "judged" AS (
  SELECT
    "day of ordered_on",
    "rows",
    "unreadable cells",
    "rows before",
    "mean before",
    "spread before"
  FROM "windowed"
  WHERE
    "rows before" = 3 OR "unreadable cells" > 0
)
SELECT
  "day of ordered_on",
  "rows",
  "unreadable cells",
  CASE WHEN "unreadable cells" = 0 THEN "mean before" END AS "mean before",
  CASE WHEN "unreadable cells" = 0 THEN "spread before" END AS "deviation before"
FROM "judged"
WHERE
  ROUND(ABS("rows" - "mean before") - (
    2.0 * "spread before"
  ), 9) > 0
  OR "unreadable cells" > 0
ORDER BY
  "day of ordered_on";

-- How much the rule judges.
WITH "dated" AS (
  SELECT
    "_row",
    "ordered_on",
    COALESCE(STRFTIME(TRY_STRPTIME("ordered_on", '%Y-%m-%d'), '%Y-%m-%d'), "ordered_on") AS "day of ordered_on"
  FROM "orders"
), "measures_of_orders" AS (
  SELECT
    "day of ordered_on",
    COUNT(*) AS "rows",
    COUNT(*) FILTER(WHERE
      TRY_STRPTIME("ordered_on", '%Y-%m-%d') IS NULL) AS "unreadable cells"
  FROM "dated"
  WHERE
    "day of ordered_on" IS NOT NULL
  GROUP BY
    "day of ordered_on"
), "windowed" AS (
  SELECT
    "day of ordered_on",
    "rows",
    "unreadable cells",
    COUNT("rows") OVER (
      PARTITION BY "unreadable cells" > 0
      ORDER BY "day of ordered_on"
      ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING
    ) AS "rows before",
    AVG("rows") OVER (
      PARTITION BY "unreadable cells" > 0
      ORDER BY "day of ordered_on"
      ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING
    ) AS "mean before",
    STDDEV_SAMP("rows") OVER (
      PARTITION BY "unreadable cells" > 0
      ORDER BY "day of ordered_on"
      ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING
    ) AS "spread before"
  FROM "measures_of_orders"
), "judged" AS (
  SELECT
    "day of ordered_on",
    "rows",
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
