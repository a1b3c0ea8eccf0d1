-- Who and what articles name, so that names can be counted by outlets and days.
create table article_name (
    article_id  int not null references article on delete cascade,
    name        text not null,              -- as rules/mentions.py gives it
    at          timestamptz not null,       -- the article's listed_at
    source_id   int not null references source on delete cascade,
    own         boolean not null,           -- its text is no copy of another article's
    primary key (article_id, name)
);
create index on article_name (at, name, source_id) where own;
create index on article_name (name, at);
create index on article_name (source_id);

-- The front page as it was, by the hour; an hour in which nothing changed has no row.
create table edition (
    hour        timestamptz primary key,
    made_at     timestamptz not null,
    content     jsonb not null              -- what stood where (store/editions.py)
);
