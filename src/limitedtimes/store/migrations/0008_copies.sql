-- The same text in several outlets: an agency's report, printed whole, cut or edited.

-- The article whose text this one prints; always one that is itself no copy.
alter table article add column near_duplicate_of int references article on delete set null;
create index on article (near_duplicate_of) where near_duplicate_of is not null;

-- What is compared to find copies, for as long as copies come (semantics/sketch.py).
create table article_sketch (
    article_id  int primary key references article on delete cascade,
    at          timestamptz not null,       -- when it was made
    language    text not null,              -- ISO 639; und: unknown
    hashes      int[] not null              -- ascending
);
create index on article_sketch (at);

-- The smallest hashes of each sketch, to find those that share some. A GIN index on the sketches would answer that, too, but
-- takes every sketch with a common phrase from the table to count: 300 ms at 70,000 articles, where this takes 3.
create table sketch_hash (
    hash        int not null,
    article_id  int not null references article_sketch on delete cascade,
    primary key (hash, article_id)
);
create index on sketch_hash (article_id);
