-- In every bills row, issued_on is on or after 2024-04-01 and issued_on is on or before 2025-03-31.
WITH "tested" AS (
  SELECT
    "_row",
    "issued_on"
  FROM "bills"
  WHERE
    "issued_on" IS NOT NULL
)
SELECT
  "_row"
FROM "tested"
WHERE
  (
    "issued_on" IS NOT NULL
    AND (
      CAST(TRY_STRPTIME("issued_on", '%Y-%m-%d') AS DATE) >= CAST('2024-04-01' AS DATE)
    ) IS NOT TRUE
  )
  OR (
    "issued_on" IS NOT NULL
    AND (
      CAST(TRY_STRPTIME("issued_on", '%Y-%m-%d') AS DATE) <= CAST('2025-03-31' AS DATE)
    ) IS NOT TRUE
  )
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "issued_on"
  FROM "bills"
  WHERE
    "issued_on" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
