-- Outlets, feeds, articles and what the jobs need to know about them.
-- Only server features are used that PostgreSQL 15 has.

create extension if not exists vector;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create table source (
    id          int generated always as identity primary key,
    name        text not null,
    slug        text not null unique,
    home        text,
    language    text,                       -- BCP 47, the outlet's own
    country     text,                       -- ISO 3166-1 alpha-2
    topic       text,
    added_at    timestamptz not null default now()
);

create table feed (
    id              int generated always as identity primary key,
    source_id       int not null references source on delete cascade,
    url             text not null unique,
    state           text not null default 'active' check (state in ('active', 'paused', 'gone')),
    etag            text,                   -- as sent, byte for byte
    last_modified   text,                   -- as sent, byte for byte
    content_hash    text,
    next_poll       timestamptz not null default now(),
    interval        double precision not null default 900,  -- seconds
    failures        int not null default 0, -- in a row
    last_error      text,
    last_success    timestamptz,
    last_polled     timestamptz
);
create index on feed (source_id);
create index on feed (next_poll) where state = 'active';

create table article (
    id                  int generated always as identity primary key,
    source_id           int not null references source on delete cascade,
    url                 text not null,      -- as the feed gave it
    url_key             text not null unique, -- canonical form: an article comes once, however many feeds carry it
    canonical_url       text,               -- what the page itself says
    state               text not null default 'waiting'
                        check (state in ('waiting', 'complete', 'partial', 'untranslated', 'failed', 'excluded')),
    reason_code         text,
    reason_message      text,
    tries               int not null default 0,     -- failed attempts to read it since it last could be read
    retry_at            timestamptz,                -- when the schedule tries again by itself
    language            text,
    title               text not null,              -- in the original
    title_en            text,
    lead                text,
    lead_en             text,
    kicker              text,
    published           timestamptz,
    modified            timestamptz,
    first_seen          timestamptz not null default now(),
    visible_at          timestamptz,                -- when readers first saw it here; null: not shown
    -- Order of lists: the outlet's own time, but never in the future and never missing.
    listed_at           timestamptz not null generated always as (least(coalesce(published, first_seen), first_seen)) stored,
    topic               text,
    section             text,
    picture             jsonb,                      -- the main picture, as the article's list has it
    accessible          boolean not null default true,
    revision            int not null default 0,     -- newest one read
    printed_revision    int not null default 0,     -- newest one shown; 0: none
    engine              text,
    model               text,
    model_sha256        text
);
create index on article (listed_at desc, id desc) where visible_at is not null;
create index on article (language, listed_at desc, id desc) where visible_at is not null;
create index on article (source_id, listed_at desc, id desc) where visible_at is not null;
create index on article (topic, listed_at desc, id desc) where visible_at is not null;
create index on article (visible_at desc, id desc) where visible_at is not null;
create index on article (canonical_url);
create index on article (retry_at) where retry_at is not null;
create index on article (state) where state <> 'complete';
create index on article (id) where revision > printed_revision;

-- What feeds say about articles; the newest words of each feed are kept, for pages that cannot be read.
create table entry (
    feed_id         int not null references feed on delete cascade,
    guid            text not null,
    article_id      int not null references article on delete cascade,
    content_hash    text not null,
    content         jsonb not null,
    seen_at         timestamptz not null default now(),
    primary key (feed_id, guid)
);
create index on entry (article_id);

-- One jsonb of blocks an article and revision (see docs/decisions/0004-store.md: a row a sentence costs 60 % more and reads no faster).
create table article_body (
    article_id      int not null references article on delete cascade,
    revision        int not null,
    content_hash    text not null,
    content         jsonb not null,         -- the article in the original
    translation     jsonb,                  -- its sentences in English, in the same shape; null: not yet
    read_at         timestamptz not null default now(),
    translated_at   timestamptz,
    primary key (article_id, revision)
);

-- What waits to be translated. A row is a piece of work; finishing deletes it in the transaction that saves the result,
-- so a worker that was thought dead cannot finish it twice. A lapsed lease is free.
create table pending_translation (
    article_id      int primary key references article on delete cascade,
    revision        int not null,
    language        text not null,
    since           timestamptz not null default now(),
    leased_by       text,
    leased_until    timestamptz,
    attempts        int not null default 0
);
create index on pending_translation (language, since);

-- Raw engine output: guards, names and marks run after it, every time.
create table translation_memory (
    key             bytea primary key,      -- SHA-256 of engine, pair, model hash, glossary hash and source sentence
    candidates      jsonb not null,
    made_at         timestamptz not null default now()
);

create table search_document (
    article_id      int primary key references article on delete cascade,
    tsv_en          tsvector not null,
    tsv_original    tsvector not null
);
create index on search_document using gin (tsv_en);
create index on search_document using gin (tsv_original);
alter table search_document alter column tsv_en set statistics 1000, alter column tsv_original set statistics 1000;

-- A page's version grows when something that it shows changes; it makes the page's ETag.
create table page_version (
    page            text primary key,
    version         bigint not null default 1,
    changed_at      timestamptz not null default now()
);

-- Politeness, across all workers of all machines: one request at a time a host, a pause between two.
create table host (
    name            text primary key,       -- host:port
    free_at         timestamptz not null default 'epoch', -- a request may start from then on; a lease while one runs
    holder          text,
    queue_tail      timestamptz not null default 'epoch'  -- the last moment promised to a job that came back later
);

create table worker_process (
    name            text primary key,       -- host/pid/start
    host            text not null,
    pid             int not null,
    queues          text not null,
    started_at      timestamptz not null default now(),
    heartbeat       timestamptz not null default now()
);
