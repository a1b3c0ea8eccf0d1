-- Search over a million articles and more: text in monthly partitions, asked in growing windows (docs/decisions/0004-store.md).

create temporary table search_before on commit drop as select * from search_document;
drop table search_document;

-- `listed_at`, `language`, ... are the article's, repeated: a match is narrowed before its article is looked at.
create table search_document (
    article_id      int not null,
    listed_at       timestamptz not null,
    source_id       int not null,
    language        text,
    topic           text,
    copy_of         int,                    -- the article whose text it prints; in lists of hits both stand once
    tsv_en          tsvector not null,
    tsv_original    tsvector not null
) partition by range (listed_at);
-- No index has the time in it: the planner would rather read all texts of a month than look for their words.
create index on search_document (article_id);
create index on search_document using gin (tsv_en);
create index on search_document using gin (tsv_original);
create index on search_document (language, topic);
create index on search_document (source_id);

create table search_document_default partition of search_document default;

-- Make the partition of a moment's month (UTC), if it is missing; months of long ago and to come stay in the default one.
-- Safe at the same time from many connections. What the default partition holds of that month moves.
create function make_search_month(moment timestamptz) returns void language plpgsql as $$
declare
    low     timestamptz := date_trunc('month', moment, 'UTC');
    high    timestamptz := (date_trunc('month', moment at time zone 'UTC') + interval '1 month') at time zone 'UTC';
    month   text := 'search_document_' || to_char(moment at time zone 'UTC', 'YYYY_MM');
begin
    if moment not between now() - interval '10 years' and now() + interval '1 month' or to_regclass(month) is not null then
        return;
    end if;
    lock table search_document in share update exclusive mode; -- one at a time; who reads and writes does not wait
    if to_regclass(month) is not null then
        return;
    end if;
    execute format('create table %I (like search_document including indexes)', month);
    execute format('with moved as (delete from search_document_default where listed_at >= %L and listed_at < %L returning *)'
        ' insert into %I select * from moved', low, high, month);
    execute format('alter table search_document attach partition %I for values from (%L) to (%L)', month, low, high);
end
$$;

select make_search_month(month) from (select distinct date_trunc('month', listed_at, 'UTC') as month
    from search_before join article on id = article_id) as known;
insert into search_document select a.id, a.listed_at, a.source_id, a.language, a.topic, a.near_duplicate_of, b.tsv_en, b.tsv_original
    from search_before b join article a on a.id = b.article_id;

-- No foreign key: making a partition would wait for everybody who writes articles, and they for each other.
create function forget_search_documents() returns trigger language plpgsql as $$
begin
    delete from search_document where article_id in (select id from gone);
    return null;
end
$$;
create trigger forget_search_documents after delete on article referencing old table as gone
    for each statement execute function forget_search_documents();

create function note_search_copy() returns trigger language plpgsql as $$
begin
    update search_document set copy_of = new.near_duplicate_of where article_id = new.id and listed_at = new.listed_at;
    return null;
end
$$;
create trigger note_search_copy after update of near_duplicate_of on article
    for each row when (old.near_duplicate_of is distinct from new.near_duplicate_of) execute function note_search_copy();

create index on article (language, topic, listed_at desc, id desc) where visible_at is not null;

-- Words that readers may type in another spelling: names of every language, with what they are found by
-- (rules/names/key.py), and all words of languages for which PostgreSQL has no stemmer.
create table search_word (
    word            text collate "C" not null, -- in lower case, without accents
    language        text not null,          -- ISO 639
    key             text,                   -- of a name; null: never seen as one
    primary key (word, language)
);
create index on search_word (key) where key is not null;
create index on name_vote (spelling);

-- Searches that are kept; a story that matches one for the first time after it was saved is an alert.
create table saved_search (
    id              int generated always as identity primary key,
    name            text not null unique,
    query           text not null,
    made_at         timestamptz not null default now()
);
create table search_alert (
    search_id       int not null references saved_search on delete cascade,
    article_id      int not null references article on delete cascade, -- through which its story matched
    at              timestamptz not null default now(),
    primary key (search_id, article_id)
);
create index on search_alert (at desc);
create index on search_alert (article_id);
