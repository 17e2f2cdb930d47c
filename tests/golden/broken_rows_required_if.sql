-- In every orders row where status equals 'paid', paid_at is filled.
WITH "tested" AS (
  SELECT
    "_row",
    "status",
    "paid_at"
  FROM "orders"
  WHERE
    "status" = 'paid'
)
SELECT
  "_row"
FROM "tested"
WHERE
  "paid_at" IS NULL
  OR REGEXP_FULL_MATCH("paid_at", '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*')
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "status",
    "paid_at"
  FROM "orders"
  WHERE
    "status" = 'paid'
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
