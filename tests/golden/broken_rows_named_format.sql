-- In every users row, email is an e-mail address (RFC 5321, without quoted local parts).
WITH "tested" AS (
  SELECT
    "_row",
    "email"
  FROM "users"
  WHERE
    "email" IS NOT NULL
)
SELECT
  "_row"
FROM "tested"
WHERE
  NOT HAS_FORMAT("email", 'email')
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "email"
  FROM "users"
  WHERE
    "email" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
