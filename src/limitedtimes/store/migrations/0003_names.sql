-- How names were written in English, and how the archive writes them.

-- Votes of the engine's translations, summed up.
create table name_vote (
    key             text not null,          -- of the source's spelling (rules/names/key.py)
    scope           text not null,          -- the language within which the key means one name; empty: all
    language        text not null,          -- in which it was voted
    source_form     text not null,          -- as the source writes the name
    spelling        text not null,          -- as the engine wrote it
    weight          double precision not null,
    voted_at        timestamptz not null default now(),
    primary key (key, scope, language, source_form, spelling)
);
create index on name_vote (voted_at);

-- The spelling that holds. The owner's decision is never changed by votes.
create table name_spelling (
    key             text not null,
    scope           text not null,
    spelling        text not null,
    owner           boolean not null default false,
    decided_at      timestamptz not null default now(),
    primary key (key, scope)
);
