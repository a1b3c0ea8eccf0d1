-- Who says how many: the figures of each article's sentences, as the revision that readers see has them.

create table claim (
    article_id      int not null references article on delete cascade,
    position        smallint not null,          -- in reading order, from 0
    counted         text not null,              -- dead, injured, missing, arrested, displaced, money, votes
    figure          text not null,              -- as the translation writes it, hedge and all
    low             double precision not null,  -- its value; below high for a range only
    high            double precision not null,
    unit            text,                       -- of money (ISO 4217, or as written), of votes (% or null)
    hedge           text,
    scope           text,                       -- whom or where it counts
    speaker         text,                       -- null: the outlet itself
    sentence        text not null,
    span            int[] not null,             -- of the figure: start and end in code points
    original        text not null,
    original_span   int[] not null,
    primary key (article_id, position)
);
