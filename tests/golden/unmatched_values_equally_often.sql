-- Each value occurs equally often in code of sent and in code of received.
WITH "values_of_sent" AS (
  SELECT
    "code",
    COUNT(*) AS "rows in sent"
  FROM "sent"
  WHERE
    "code" IS NOT NULL
  GROUP BY
    "code"
), "values_of_received" AS (
  SELECT
    "code",
    COUNT(*) AS "rows in received"
  FROM "received"
  WHERE
    "code" IS NOT NULL
  GROUP BY
    "code"
), "values" AS (
  SELECT
    "code",
    COALESCE("rows in sent", 0) AS "rows in sent",
    COALESCE("rows in received", 0) AS "rows in received"
  FROM "values_of_sent"
  FULL JOIN "values_of_received"
    USING ("code")
)
SELECT
  "code",
  "rows in sent",
  "rows in received"
FROM "values"
WHERE
  "rows in sent" <> "rows in received"
ORDER BY
  "code";

-- How much the rule judges.
WITH "values_of_sent" AS (
  SELECT
    "code",
    COUNT(*) AS "rows in sent"
  FROM "sent"
  WHERE
    "code" IS NOT NULL
  GROUP BY
    "code"
), "values_of_received" AS (
  SELECT
    "code",
    COUNT(*) AS "rows in received"
  FROM "received"
  WHERE
    "code" IS NOT NULL
  GROUP BY
    "code"
), "values" AS (
  SELECT
    "code",
    COALESCE("rows in sent", 0) AS "rows in sent",
    COALESCE("rows in received", 0) AS "rows in received"
  FROM "values_of_sent"
  FULL JOIN "values_of_received"
    USING ("code")
)
SELECT
  COUNT(*) AS "tested"
FROM "values";
