-- What the owner says about translations: terms, and sentences in the owner's own words.

create table glossary_term (
    id          int generated always as identity primary key,
    language    text not null,              -- of the term: the language without its region, like pt
    source_id   int references source on delete cascade, -- null: in every outlet
    term        text not null,
    english     text not null,
    added_at    timestamptz not null default now(),
    unique nulls not distinct (language, source_id, term)
);

-- By sentence, so that one correction serves every article that has it. A key of its own: sentences may be longer than
-- an index entry.
create table correction (
    key         bytea primary key,          -- SHA-256 of language and source sentence
    language    text not null,
    source      text not null,
    translation text not null,
    made_at     timestamptz not null default now()
);
