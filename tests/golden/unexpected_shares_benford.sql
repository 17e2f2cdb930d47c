-- The first digits of amount of claims are distributed as Benford's law has it, as far as a chi-square test can tell (p-value at least 0.05).
WITH "tested" AS (
  SELECT
    "_row",
    "amount"
  FROM "claims"
  WHERE
    "amount" IS NOT NULL
), "counts" AS (
  SELECT
    NULLIF(REGEXP_EXTRACT(REGEXP_REPLACE(CAST("amount" AS TEXT), '\.0$', ''), '[1-9]'), '') AS "value",
    COUNT(*) AS "rows"
  FROM "tested"
  WHERE
    NULLIF(REGEXP_EXTRACT(REGEXP_REPLACE(CAST("amount" AS TEXT), '\.0$', ''), '[1-9]'), '') IS NOT NULL
  GROUP BY
    NULLIF(REGEXP_EXTRACT(REGEXP_REPLACE(CAST("amount" AS TEXT), '\.0$', ''), '[1-9]'), '')
), "wanted" AS (
  SELECT
    "value",
    "share wanted"
  FROM (VALUES
    ('1', CAST(0.3010299956639812 AS DOUBLE)),
    ('2', CAST(0.17609125905568124 AS DOUBLE)),
    ('3', CAST(0.12493873660829992 AS DOUBLE)),
    ('4', CAST(0.09691001300805642 AS DOUBLE)),
    ('5', CAST(0.07918124604762482 AS DOUBLE)),
    ('6', CAST(0.06694678963061322 AS DOUBLE)),
    ('7', CAST(0.05799194697768673 AS DOUBLE)),
    ('8', CAST(0.05115252244738129 AS DOUBLE)),
    ('9', CAST(0.04575749056067514 AS DOUBLE))) AS "listed"("value", "share wanted")
), "values" AS (
  SELECT
    "value",
    COALESCE("rows", 0) AS "rows",
    COALESCE("share wanted", 0) AS "share wanted"
  FROM "counts"
  FULL JOIN "wanted"
    USING ("value")
  WHERE
    EXISTS(
      SELECT
        1
      FROM "counts"
    )
), "compared" AS (
  SELECT
    "value",
    "rows",
    "share wanted",
    SUM("rows") OVER () AS "all rows"
  FROM "values"
)
SELECT
  "chi-square",
  "limit"
FROM (
  SELECT
    SUM(
      CASE
        WHEN "share wanted" = 0
        THEN CAST('infinity' AS DOUBLE)
        ELSE POWER("rows" - (
          "share wanted" * "all rows"
        ), 2) / (
          "share wanted" * "all rows"
        )
      END
    ) AS "chi-square",
    15.5073130559 AS "limit"
  FROM "compared"
) AS "test"
WHERE
  "chi-square" > "limit";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "amount"
  FROM "claims"
  WHERE
    "amount" IS NOT NULL
), "counts" AS (
  SELECT
    NULLIF(REGEXP_EXTRACT(REGEXP_REPLACE(CAST("amount" AS TEXT), '\.0$', ''), '[1-9]'), '') AS "value",
    COUNT(*) AS "rows"
  FROM "tested"
  WHERE
    NULLIF(REGEXP_EXTRACT(REGEXP_REPLACE(CAST("amount" AS TEXT), '\.0$', ''), '[1-9]'), '') IS NOT NULL
  GROUP BY
    NULLIF(REGEXP_EXTRACT(REGEXP_REPLACE(CAST("amount" AS TEXT), '\.0$', ''), '[1-9]'), '')
), "wanted" AS (
  SELECT
    "value",
    "share wanted"
  FROM (VALUES
    ('1', CAST(0.3010299956639812 AS DOUBLE)),
    ('2', CAST(0.17609125905568124 AS DOUBLE)),
    ('3', CAST(0.12493873660829992 AS DOUBLE)),
    ('4', CAST(0.09691001300805642 AS DOUBLE)),
    ('5', CAST(0.07918124604762482 AS DOUBLE)),
    ('6', CAST(0.06694678963061322 AS DOUBLE)),
    ('7', CAST(0.05799194697768673 AS DOUBLE)),
    ('8', CAST(0.05115252244738129 AS DOUBLE)),
    ('9', CAST(0.04575749056067514 AS DOUBLE))) AS "listed"("value", "share wanted")
), "values" AS (
  SELECT
    "value",
    COALESCE("rows", 0) AS "rows",
    COALESCE("share wanted", 0) AS "share wanted"
  FROM "counts"
  FULL JOIN "wanted"
    USING ("value")
  WHERE
    EXISTS(
      SELECT
        1
      FROM "counts"
    )
)
SELECT
  COUNT(*) AS "tested"
FROM "values";
