-- Made after the rows are in: look-ups by id and by neighbour, numbers of neighbours, and full text by trigrams.

CREATE INDEX pages_id ON pages (id);
CREATE INDEX articles_id ON articles (id);
CREATE INDEX articles_page ON articles (page);
CREATE INDEX bylines_name ON bylines (name);
CREATE INDEX mentions_article ON mentions (article);
CREATE INDEX evidence_article ON evidence (article);
CREATE INDEX claims_id ON claims (id);
CREATE INDEX claims_article ON claims (article);
CREATE INDEX claims_subject ON claims (subject, predicate);
CREATE INDEX claims_object ON claims (object, predicate);
CREATE INDEX events_id ON events (id);
CREATE INDEX events_article ON events (article);
CREATE INDEX participants_id ON participants (id);
CREATE INDEX participants_event ON participants (event);
CREATE INDEX participants_entity ON participants (entity);
CREATE INDEX aliases_entity ON aliases (entity);
CREATE INDEX aliases_name ON aliases (name);
CREATE INDEX aliases_plain ON aliases (plain);
CREATE INDEX aliases_pinyin ON aliases (pinyin);
CREATE INDEX joins_entity ON joins (entity);
CREATE INDEX joins_left ON joins ("left");
CREATE INDEX joins_right ON joins ("right");
CREATE INDEX steps_entity ON steps (entity);
CREATE INDEX rejected_reading ON rejected (reading);

UPDATE entities SET n_neighbours = (SELECT count(*) FROM (
    SELECT object FROM claims WHERE subject = entities.id AND object IS NOT NULL AND object <> entities.id
    UNION SELECT subject FROM claims WHERE object = entities.id AND subject <> entities.id
    UNION SELECT v.id FROM participants r JOIN events v ON v.number = r.event WHERE r.entity = entities.id));
UPDATE events SET n_neighbours = (
    SELECT count(DISTINCT r.entity) FROM events v JOIN participants r ON r.event = v.number WHERE v.id = events.id);

CREATE VIRTUAL TABLE name_search USING fts5 (name, pinyin, content = 'aliases', content_rowid = 'number', tokenize = 'trigram');
INSERT INTO name_search (name_search) VALUES ('rebuild');
INSERT INTO name_search (name_search) VALUES ('optimize');
CREATE VIRTUAL TABLE article_search USING fts5 (headline, text, content = 'articles', content_rowid = 'number', tokenize = 'trigram');
INSERT INTO article_search (article_search) VALUES ('rebuild');
INSERT INTO article_search (article_search) VALUES ('optimize');
