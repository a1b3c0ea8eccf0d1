-- Corrections: pages are looked at again, and an article is known by all the addresses of its variants.

-- What is remembered of an article's page, apart from the article: it changes at every look, and nothing that readers ask.
create table page_look (
    article_id      int primary key references article on delete cascade,
    etag            text,                   -- as sent, byte for byte
    last_modified   text,                   -- as sent, byte for byte
    content_hash    text,                   -- of the page's bytes
    looked_at       timestamptz not null,   -- when it last answered
    look_at         timestamptz,            -- when it is looked at again by itself; null: no more
    unchanged       int not null default 0, -- looks in a row that found the same text
    kept_code       text,                   -- why what was read before was kept at the last look; null: it was not in question
    kept_message    text
);
create index on page_look (look_at) where look_at is not null;

-- The address without AMP and mobile hosts, paths and parameters (rules/identity.py): of the feed's link, and from the first
-- reading on of what the page itself names as its canonical address. `url_key` stays as it is: it is unique, and two addresses
-- that make one key must be able to stand beside each other where their texts differ. Articles of before have none until they
-- are read again; they are found by `url_key` and `canonical_url`.
alter table article add column variant_key text;
create index on article (variant_key);
