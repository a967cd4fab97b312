-- Natural partners as a query over site files. Table `sites`: a row for each rated span of each caption (docs/natural.md).
-- DuckDB and Spark read what follows up to `pictures`, one statement after the other.

-- What may meet: sites with the same words around them or, for partners in another order, captions of the same words.
-- `:kind` is 'span', 'word-order', or 'exchange', of which nothing meets.
CREATE OR REPLACE TEMPORARY VIEW members AS
SELECT site_key AS circle, word, tie, shard, line, site, image
FROM sites WHERE ':kind' = 'span' AND site_key IS NOT NULL
UNION ALL
SELECT order_key, text_key, tie, shard, line, site, image
FROM sites WHERE ':kind' = 'word-order' AND site = 0 AND order_key IS NOT NULL;

-- The members of a circle in their order: by word, those of one word by chance, whatever the order of the files.
CREATE OR REPLACE TEMPORARY VIEW circles AS
SELECT *, MAX(alike) OVER (PARTITION BY circle) AS largest
FROM (
  SELECT circle, word, shard, line, site, image,
    ROW_NUMBER() OVER (PARTITION BY circle ORDER BY word, tie, shard, line, site) - 1 AS place,
    COUNT(*) OVER (PARTITION BY circle) AS size,
    COUNT(*) OVER (PARTITION BY circle, word) AS alike
  FROM members
) AS placed;

-- By how many places the partners of a site stand behind it, in turn. All members of a circle turn by the same numbers, so
-- that each is the n-th partner of one site only, and no caption becomes a negative much more often than it occurs.
--
-- Turned by at least as many places as the commonest word has, and at most by as many as all others have, each site meets
-- another word. Where one word has more than half of the sites, a turn by the number of the others (`few`) gives a partner
-- to as many of its sites, and the next two turns to as many more.
CREATE OR REPLACE TEMPORARY VIEW turns AS
SELECT size, largest, turn,
  CAST(CASE
    WHEN 2 * largest > size THEN CASE WHEN turn < 3 AND (turn + 2) * few <= size THEN (turn + 1) * few END
    WHEN few + turn * step <= size - few THEN few + turn * step
    WHEN turn - (size - 2 * few) < few THEN turn - (size - 2 * few)
    WHEN turn + 1 < size THEN turn + 1
  END AS INT) AS ahead
FROM (
  SELECT size, largest, few, GREATEST(1, CAST(FLOOR((size - 2 * few) / 7.0) AS BIGINT)) AS step
  FROM (SELECT DISTINCT size, largest, LEAST(largest, size - largest) AS few FROM circles WHERE largest < size) AS shapes
) AS steps
CROSS JOIN (VALUES (0), (1), (2), (3), (4), (5), (6), (7)) AS tries(turn);

-- For each site the sites that it may take its partner from, in turn: of another word and another image.
CREATE OR REPLACE TEMPORARY VIEW candidates AS
SELECT own.shard, own.line, own.site, turns.turn,
  other.shard AS other_shard, other.line AS other_line, other.site AS other_site
FROM circles AS own
JOIN turns ON turns.size = own.size AND turns.largest = own.largest AND turns.ahead IS NOT NULL
JOIN circles AS other ON other.circle = own.circle AND other.place = (own.place + turns.ahead) % own.size
WHERE own.word <> other.word AND (own.image IS NULL OR other.image IS NULL OR own.image <> other.image);

-- What follows is DuckDB's alone.

-- The captions of each image that has several, as far as they are looked at.
CREATE OR REPLACE TEMPORARY VIEW pictures AS
SELECT image, to_json(list(caption ORDER BY shard, line)) AS siblings
FROM (
  SELECT image, caption, shard, line, ROW_NUMBER() OVER (PARTITION BY image ORDER BY shard, line) AS nth
  FROM sites WHERE site = 0 AND image IS NOT NULL
) AS numbered
WHERE nth <= :siblings
GROUP BY image HAVING count(*) > 1;

-- The words that each picture names, the first 48. A caption without an image is a picture of its own.
CREATE OR REPLACE TEMPORARY VIEW named AS
SELECT picture, word
FROM (
  SELECT picture, word, ROW_NUMBER() OVER (PARTITION BY picture ORDER BY min(place)) AS nth
  FROM (
    SELECT picture, unnest(words) AS word, (shard, line, generate_subscripts(words, 1)) AS place
    FROM (
      SELECT coalesce('=' || image, shard || ':' || line) AS picture, shard, line,
        CAST(string_split(names, ' ') AS INTEGER[]) AS words
      FROM sites WHERE site = 0 AND names <> ''
    ) AS captions
  ) AS words
  GROUP BY picture, word
) AS firsts
WHERE nth <= 48;

-- How many pictures name a word, and how many name two. Of more than :counts the smallest are left out, all of one count
-- together, so that what is left does not depend on the order of the files.
CREATE OR REPLACE TEMPORARY VIEW met AS
SELECT one, other, n
FROM (
  SELECT word AS one, NULL AS other, count(*) AS n FROM named GROUP BY word
  UNION ALL
  SELECT a.word, b.word, count(*) FROM named AS a JOIN named AS b ON a.picture = b.picture AND a.word < b.word
  GROUP BY a.word, b.word
) AS counted
QUALIFY count(*) OVER (ORDER BY n DESC) <= :counts;

-- Each caption with its sites and their candidates in turn: the captions in the order of the files.
CREATE OR REPLACE TEMPORARY VIEW asked AS
SELECT own.shard, own.line, own.site, own.id, own.caption, own.image_id, own.filepath, own.more, own_picture.siblings,
  other.shard AS other_shard, other.line AS other_line, other.site AS other_site, other.id AS other_id,
  other.caption AS other_caption, other.image_id AS other_image_id, other.filepath AS other_filepath,
  other.more AS other_more, other_picture.siblings AS other_siblings
FROM sites AS own
LEFT JOIN candidates AS c ON c.shard = own.shard AND c.line = own.line AND c.site = own.site
LEFT JOIN sites AS other
  ON other.shard = c.other_shard AND other.line = c.other_line AND other.site = c.other_site
LEFT JOIN pictures AS own_picture ON own_picture.image = CASE WHEN c.turn IS NOT NULL OR ':kind' = 'exchange' THEN own.image END
LEFT JOIN pictures AS other_picture ON other_picture.image = other.image
WHERE own.site = 0 OR c.turn IS NOT NULL
ORDER BY own.shard, own.line, own.site, c.turn;
