-- In every artists row, the sum of the number of tracks rows whose album_id is this row's album_id over the albums rows whose artist_id is this row's artist_id is at least 2.
WITH "albums_compared" AS (
  SELECT
    "artist_id",
    CASE
      WHEN "album_id" IS NOT NULL
      THEN (
        SELECT
          COUNT(*)
        FROM "tracks"
        WHERE
          "tracks"."album_id" = "albums"."album_id"
      )
    END AS "tracks count rows"
  FROM "albums"
), "artists_compared" AS (
  SELECT
    "_row",
    "artist_id",
    CASE
      WHEN "artist_id" IS NOT NULL
      THEN (
        SELECT
          COALESCE(SUM("tracks count rows"), 0)
        FROM "albums_compared"
        WHERE
          "artist_id" = "artists"."artist_id"
      )
    END AS "albums sum rows"
  FROM "artists"
), "tested" AS (
  SELECT
    "_row",
    "artist_id",
    "albums sum rows"
  FROM "artists_compared"
  WHERE
    "albums sum rows" IS NOT NULL
)
SELECT
  "_row"
FROM "tested"
WHERE
  ROUND("albums sum rows" - 2, 6) < 0
ORDER BY
  "_row";

-- How much the rule judges.
WITH "albums_compared" AS (
  SELECT
    "artist_id",
    CASE
      WHEN "album_id" IS NOT NULL
      THEN (
        SELECT
          COUNT(*)
        FROM "tracks"
        WHERE
          "tracks"."album_id" = "albums"."album_id"
      )
    END AS "tracks count rows"
  FROM "albums"
), "artists_compared" AS (
  SELECT
    "_row",
    "artist_id",
    CASE
      WHEN "artist_id" IS NOT NULL
      THEN (
        SELECT
          COALESCE(SUM("tracks count rows"), 0)
        FROM "albums_compared"
        WHERE
          "artist_id" = "artists"."artist_id"
      )
    END AS "albums sum rows"
  FROM "artists"
), "tested" AS (
  SELECT
    "_row",
    "artist_id",
    "albums sum rows"
  FROM "artists_compared"
  WHERE
    "albums sum rows" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
