-- Push: the hubs that feeds announce, and what was asked of them (W3C WebSub; see docs/decisions/0013-websub.md).

alter table feed add column hub text;       -- address of the hub that the feed announces
alter table feed add column hub_topic text; -- address under which the hub knows the feed

create table subscription (
    id              int generated always as identity primary key,
    feed_id         int references feed on delete set null, -- null: the feed was removed, and the hub is to stop
    hub             text not null,
    topic           text not null,
    callback        text not null,          -- the whole address that the hub was given
    token           text not null unique,   -- the callback's last part, random
    secret          text not null,          -- the hub signs with it, random
    state           text not null default 'wanted' check (state in ('wanted', 'active', 'denied', 'leaving')),
    asked_at        timestamptz,            -- when the hub was last asked; null: never
    next_ask        timestamptz not null,
    failures        int not null default 0, -- times in a row that the hub was asked and did not confirm
    last_error      text,
    lease_ends      timestamptz,
    pushed_at       timestamptz,            -- the last push that was signed
    unseen          boolean not null default false, -- no poll has followed that push yet
    missed          int not null default 0  -- polls in a row that found news which had not been pushed
);
create unique index on subscription (feed_id) where state <> 'leaving';
