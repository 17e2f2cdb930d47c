-- No two bookings rows with the same room overlap from start_date to end_date; flag every row that overlaps another. One may start where another ends; an empty end_date is open.
WITH "tested" AS (
  SELECT
    "_row",
    "start_date",
    "end_date",
    "room"
  FROM "bookings"
  WHERE
    "room" IS NOT NULL AND "start_date" IS NOT NULL
), "spans" AS (
  SELECT
    "_row",
    "start_date",
    "end_date",
    "room",
    CAST(TRY_STRPTIME("start_date", '%Y-%m-%d') AS DATE) AS "starts",
    CASE
      WHEN "end_date" IS NULL
      THEN CAST('infinity' AS TIMESTAMP)
      ELSE COALESCE(
        CAST(TRY_STRPTIME("end_date", '%Y-%m-%d') AS DATE),
        CAST(TRY_STRPTIME("start_date", '%Y-%m-%d') AS DATE)
      )
    END AS "ends"
  FROM "tested"
), "compared" AS (
  SELECT
    "_row",
    "start_date",
    "end_date",
    "room",
    "starts",
    "ends",
    MAX("ends") OVER (
      PARTITION BY "room"
      ORDER BY "starts", "_row"
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS "latest end before",
    LEAD("starts") OVER (PARTITION BY "room" ORDER BY "starts", "_row") AS "next start"
  FROM "spans"
)
SELECT
  "_row"
FROM "compared"
WHERE
  "starts" < "latest end before"
  OR "ends" > "next start"
  OR CAST(TRY_STRPTIME("start_date", '%Y-%m-%d') AS DATE) IS NULL
  OR (
    "end_date" IS NOT NULL
    AND CAST(TRY_STRPTIME("end_date", '%Y-%m-%d') AS DATE) IS NULL
  )
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "start_date",
    "end_date",
    "room"
  FROM "bookings"
  WHERE
    "room" IS NOT NULL AND "start_date" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
