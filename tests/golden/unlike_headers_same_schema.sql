-- sent and received have the same columns of the same types, in any order; names are compared as written, and types as the values show them: number, date, truth value, else text; a column without values has none.
WITH "mine" AS (
  SELECT
    "column_name" AS "column",
    "ordinal_position" AS "place"
  FROM "information_schema"."columns"
  WHERE
    "table_name" = 'sent' AND "column_name" <> '_row'
), "theirs" AS (
  SELECT
    "column_name" AS "column",
    "ordinal_position" AS "place"
  FROM "information_schema"."columns"
  WHERE
    "table_name" = 'received' AND "column_name" <> '_row'
), "texts_of_sent" AS (
  SELECT
    CAST(COLUMNS(*
    EXCLUDE ("_row")) AS TEXT)
  FROM "sent"
), "cell_types_of_sent" AS (
  SELECT
    "column",
    CASE
      WHEN REGEXP_FULL_MATCH(
        "cell",
        '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*([+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)(e[+-]?[0-9]+)?)[\s\p{Z}\x0B\x1C-\x1F\x{85}]*',
        'i'
      )
      THEN 'number'
      WHEN REGEXP_FULL_MATCH(
        "cell",
        '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*(([1-9][0-9]{3}-(0?[1-9]|[12][0-9]|3[01])-(0?[1-9]|[12][0-9]|3[01])|[1-9][0-9]{3}/(0?[1-9]|[12][0-9]|3[01])/(0?[1-9]|[12][0-9]|3[01])|[1-9][0-9]{3}[.](0?[1-9]|[12][0-9]|3[01])[.](0?[1-9]|[12][0-9]|3[01])|(0?[1-9]|[12][0-9]|3[01])-(0?[1-9]|[12][0-9]|3[01])-[1-9][0-9]{3}|(0?[1-9]|[12][0-9]|3[01])/(0?[1-9]|[12][0-9]|3[01])/[1-9][0-9]{3}|(0?[1-9]|[12][0-9]|3[01])[.](0?[1-9]|[12][0-9]|3[01])[.][1-9][0-9]{3}|(jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|september|oct|october|nov|november|dec|december) (0?[1-9]|[12][0-9]|3[01]),? [1-9][0-9]{3}|(0?[1-9]|[12][0-9]|3[01]) (jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|september|oct|october|nov|november|dec|december) [1-9][0-9]{3}|(0?[1-9]|[12][0-9]|3[01])-(jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|september|oct|october|nov|november|dec|december)-[1-9][0-9]{3})([t ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?( ?[ap]m)?(z|[+-][0-9]{2}(:?[0-9]{2})?)?)?)[\s\p{Z}\x0B\x1C-\x1F\x{85}]*',
        'i'
      )
      THEN 'date'
      WHEN REGEXP_FULL_MATCH(
        "cell",
        '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*(true|false)[\s\p{Z}\x0B\x1C-\x1F\x{85}]*',
        'i'
      )
      THEN 'truth value'
      WHEN NOT REGEXP_FULL_MATCH("cell", '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*')
      THEN 'text'
    END AS "type"
  FROM "texts_of_sent"
  UNPIVOT("cell" FOR "column" IN (COLUMNS(*)))
), "types_of_sent" AS (
  SELECT
    "column",
    CASE WHEN COUNT(DISTINCT "type") = 1 THEN MAX("type") ELSE 'text' END AS "type"
  FROM "cell_types_of_sent"
  WHERE
    "type" IS NOT NULL
  GROUP BY
    "column"
), "texts_of_received" AS (
  SELECT
    CAST(COLUMNS(*
    EXCLUDE ("_row")) AS TEXT)
  FROM "received"
), "cell_types_of_received" AS (
  SELECT
    "column",
    CASE
      WHEN REGEXP_FULL_MATCH(
        "cell",
        '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*([+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)(e[+-]?[0-9]+)?)[\s\p{Z}\x0B\x1C-\x1F\x{85}]*',
        'i'
      )
      THEN 'number'
      WHEN REGEXP_FULL_MATCH(
        "cell",
        '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*(([1-9][0-9]{3}-(0?[1-9]|[12][0-9]|3[01])-(0?[1-9]|[12][0-9]|3[01])|[1-9][0-9]{3}/(0?[1-9]|[12][0-9]|3[01])/(0?[1-9]|[12][0-9]|3[01])|[1-9][0-9]{3}[.](0?[1-9]|[12][0-9]|3[01])[.](0?[1-9]|[12][0-9]|3[01])|(0?[1-9]|[12][0-9]|3[01])-(0?[1-9]|[12][0-9]|3[01])-[1-9][0-9]{3}|(0?[1-9]|[12][0-9]|3[01])/(0?[1-9]|[12][0-9]|3[01])/[1-9][0-9]{3}|(0?[1-9]|[12][0-9]|3[01])[.](0?[1-9]|[12][0-9]|3[01])[.][1-9][0-9]{3}|(jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|september|oct|october|nov|november|dec|december) (0?[1-9]|[12][0-9]|3[01]),? [1-9][0-9]{3}|(0?[1-9]|[12][0-9]|3[01]) (jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|september|oct|october|nov|november|dec|december) [1-9][0-9]{3}|(0?[1-9]|[12][0-9]|3[01])-(jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|september|oct|october|nov|november|dec|december)-[1-9][0-9]{3})([t ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?( ?[ap]m)?(z|[+-][0-9]{2}(:?[0-9]{2})?)?)?)[\s\p{Z}\x0B\x1C-\x1F\x{85}]*',
        'i'
      )
      THEN 'date'
      WHEN REGEXP_FULL_MATCH(
        "cell",
        '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*(true|false)[\s\p{Z}\x0B\x1C-\x1F\x{85}]*',
        'i'
      )
      THEN 'truth value'
      WHEN NOT REGEXP_FULL_MATCH("cell", '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*')
      THEN 'text'
    END AS "type"
  FROM "texts_of_received"
  UNPIVOT("cell" FOR "column" IN (COLUMNS(*)))
), "types_of_received" AS (
  SELECT
    "column",
    CASE WHEN COUNT(DISTINCT "type") = 1 THEN MAX("type") ELSE 'text' END AS "type"
  FROM "cell_types_of_received"
  WHERE
    "type" IS NOT NULL
  GROUP BY
    "column"
), "problems" AS (
  SELECT
    'only in sent' AS "problem",
    "mine"."column"
  FROM "mine"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM "theirs"
      WHERE
        "theirs"."column" = "mine"."column"
    )
  UNION ALL
  SELECT
    'only in received' AS "problem",
    "theirs"."column"
  FROM "theirs"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM "mine"
      WHERE
        "mine"."column" = "theirs"."column"
    )
  UNION ALL
  SELECT
    CONCAT("types_of_sent"."type", ' in sent, ', "types_of_received"."type", ' in received') AS "problem",
    "types_of_sent"."column"
  FROM "types_of_sent"
  JOIN "types_of_received"
    ON "types_of_sent"."column" = "types_of_received"."column"
  WHERE
    "types_of_sent"."type" <> "types_of_received"."type"
)
SELECT
  "problem",
  "column"
FROM "problems";

-- How much the rule judges.
WITH "mine" AS (
  SELECT
    "column_name" AS "column",
    "ordinal_position" AS "place"
  FROM "information_schema"."columns"
  WHERE
    "table_name" = 'sent' AND "column_name" <> '_row'
)
SELECT
  COUNT(*) AS "tested"
FROM "mine";
