-- The store of kg: one file, readable in Datasette and DB Browser; docs/archive.md explains every table.
-- "start" and "end" are code points, half-open: of the page as printed in evidence, of the article's text in mentions.
-- A column whose name ends in "_json" holds JSON. Rows are numbered in the order of pages and articles.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- What each file gave before linking, compressed, so that it is read again only when it or kg has changed.
CREATE TABLE files (
    path TEXT PRIMARY KEY, content TEXT NOT NULL, signature TEXT NOT NULL, has_messages INTEGER NOT NULL, reading BLOB NOT NULL);

CREATE TABLE pages (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, newspaper TEXT, date TEXT, year TEXT, dated_by TEXT,
    city TEXT, source TEXT NOT NULL, stale TEXT, text TEXT NOT NULL, locality_json TEXT NOT NULL, leftovers_json TEXT NOT NULL,
    sheet_json TEXT);

CREATE TABLE articles (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, page INTEGER NOT NULL REFERENCES pages (number), place INTEGER NOT NULL,
    headline TEXT, date TEXT, kind TEXT NOT NULL, city TEXT, text TEXT NOT NULL, printed TEXT NOT NULL, offsets_json TEXT NOT NULL,
    sections_json TEXT NOT NULL, seams_json TEXT NOT NULL, subheads_json TEXT NOT NULL, locality_json TEXT NOT NULL, reading INTEGER);

CREATE TABLE bylines (
    article INTEGER NOT NULL REFERENCES articles (number), place INTEGER NOT NULL, role TEXT NOT NULL, name TEXT NOT NULL,
    spans_json TEXT NOT NULL, PRIMARY KEY (article, place)) WITHOUT ROWID;

CREATE TABLE mentions (
    number INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles (number), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    surface TEXT NOT NULL, printed TEXT, type TEXT NOT NULL, kind TEXT NOT NULL, name TEXT, antecedent TEXT, parent TEXT,
    rule TEXT NOT NULL, score REAL NOT NULL, entity TEXT REFERENCES entities (id), place_in_entity INTEGER);

CREATE TABLE evidence (
    number INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles (number), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    quote TEXT NOT NULL, crosses_weak_seam INTEGER NOT NULL, spans_json TEXT NOT NULL);

CREATE TABLE claims (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, article INTEGER NOT NULL REFERENCES articles (number),
    subject TEXT REFERENCES entities (id), predicate TEXT NOT NULL, object TEXT REFERENCES entities (id), value TEXT,
    qualifiers_json TEXT NOT NULL, status TEXT NOT NULL, confidence REAL NOT NULL, rule TEXT NOT NULL,
    evidence INTEGER NOT NULL REFERENCES evidence (number), subject_mention INTEGER NOT NULL REFERENCES mentions (number),
    object_mention INTEGER REFERENCES mentions (number), is_repeat INTEGER NOT NULL, amount REAL, unit TEXT, dimension TEXT);

CREATE TABLE events (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, article INTEGER NOT NULL REFERENCES articles (number), name TEXT NOT NULL,
    kind TEXT NOT NULL, label TEXT NOT NULL, date TEXT, status TEXT NOT NULL, confidence REAL NOT NULL, rule TEXT NOT NULL,
    evidence INTEGER NOT NULL REFERENCES evidence (number), place_mention INTEGER REFERENCES mentions (number), n_neighbours INTEGER);

CREATE TABLE participants (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, event INTEGER NOT NULL REFERENCES events (number), role TEXT NOT NULL,
    entity TEXT REFERENCES entities (id), mention INTEGER NOT NULL REFERENCES mentions (number), is_place INTEGER NOT NULL,
    is_repeat INTEGER NOT NULL);

CREATE TABLE entities (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, name TEXT NOT NULL, scope TEXT, located_in_json TEXT,
    seen_in INTEGER REFERENCES articles (number), seen_in_city TEXT, n_mentions INTEGER NOT NULL, n_articles INTEGER NOT NULL,
    n_neighbours INTEGER);

-- Every name of an entity (place 0: the one it is filed under) and every event's, as printed, as compared, and in pinyin.
CREATE TABLE aliases (
    number INTEGER PRIMARY KEY, entity TEXT REFERENCES entities (id), event INTEGER REFERENCES events (number), place INTEGER NOT NULL,
    name TEXT NOT NULL, plain TEXT NOT NULL, pinyin TEXT NOT NULL);

CREATE TABLE old_ids (old TEXT PRIMARY KEY, entity TEXT NOT NULL REFERENCES entities (id)) WITHOUT ROWID;

-- Why two mentions are one entity ("same" 1, "entity" says which) or were kept apart (0).
CREATE TABLE joins (
    number INTEGER PRIMARY KEY, entity TEXT REFERENCES entities (id), "left" INTEGER NOT NULL REFERENCES mentions (number),
    "right" INTEGER NOT NULL REFERENCES mentions (number), same INTEGER NOT NULL, reason TEXT NOT NULL);

-- The steps in the life of a project or facility; exactly one of claim and event says it.
CREATE TABLE steps (
    number INTEGER PRIMARY KEY, entity TEXT NOT NULL REFERENCES entities (id), stage TEXT NOT NULL, printed TEXT NOT NULL, date TEXT,
    reported TEXT, planned INTEGER NOT NULL, claim INTEGER REFERENCES claims (number), event INTEGER REFERENCES events (number));

-- Things that facts tie, both ways: what a step between them costs on a path ("kg trace"), and whether paths avoid the other.
CREATE TABLE links (
    one TEXT NOT NULL, other TEXT NOT NULL, weight REAL NOT NULL, is_hub INTEGER NOT NULL, PRIMARY KEY (one, weight, other)) WITHOUT ROWID;

CREATE TABLE decisions (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, names_json TEXT NOT NULL, "to" TEXT, who TEXT NOT NULL, "when" TEXT NOT NULL,
    why TEXT NOT NULL);

-- What was proposed and not taken; "reading" is the article's number, NULL for what linking and decisions put aside.
CREATE TABLE rejected (
    number INTEGER PRIMARY KEY, reading INTEGER REFERENCES articles (number), article TEXT NOT NULL, what TEXT NOT NULL,
    surface TEXT NOT NULL, reason TEXT NOT NULL, start INTEGER NOT NULL);

-- What befell the files: kind "failure", "fault", "duplicate" or "remark".
CREATE TABLE notes (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, file TEXT NOT NULL, text TEXT NOT NULL, detail_json TEXT NOT NULL);
