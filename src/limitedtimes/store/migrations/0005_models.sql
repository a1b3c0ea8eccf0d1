-- Models come and go: articles that waited for one, and those that a newer one translates again.

-- News is translated first, oldest first; then what a newer model translates again, newest articles first.
alter table pending_translation add column upgrade_of timestamptz; -- the article's own time; null: news
drop index pending_translation_language_since_idx;
create index on pending_translation (language, upgrade_of desc, since, article_id);

-- What waits for a model, by language.
create index on article (language) where state = 'untranslated' and reason_code = 'no_model';
-- What was not translated by the model that is here.
create index on article (language, model_sha256) where model_sha256 is not null;

-- What an article's text was in English before a newer model translated it again.
create table translation_revision (
    article_id      int not null,
    revision        int not null,           -- of the article's text
    engine          text not null,
    model           text not null,
    model_sha256    text not null,
    translation     jsonb not null,         -- as article_body has it
    translated_at   timestamptz not null,
    primary key (article_id, revision, translated_at),
    foreign key (article_id, revision) references article_body on delete cascade
);
