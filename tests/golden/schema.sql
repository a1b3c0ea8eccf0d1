CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';

CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

COMMENT ON EXTENSION unaccent IS 'text search dictionary that removes accents';

CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public;

COMMENT ON EXTENSION vector IS 'vector data type and ivfflat and hnsw access methods';

CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);

CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);

CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);

CREATE FUNCTION public.forget_search_documents() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    delete from search_document where article_id in (select id from gone);
    return null;
end
$$;

CREATE FUNCTION public.make_search_month(moment timestamp with time zone) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.note_search_copy() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    update search_document set copy_of = new.near_duplicate_of where article_id = new.id and listed_at = new.listed_at;
    return null;
end
$$;

CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;

CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    priority integer DEFAULT 0 NOT NULL,
    lock text,
    queueing_lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);

CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;

CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;

CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;

CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;

CREATE TABLE public.article (
    id integer NOT NULL,
    source_id integer NOT NULL,
    url text NOT NULL,
    url_key text NOT NULL,
    canonical_url text,
    state text DEFAULT 'waiting'::text NOT NULL,
    reason_code text,
    reason_message text,
    tries integer DEFAULT 0 NOT NULL,
    retry_at timestamp with time zone,
    language text,
    title text NOT NULL,
    title_en text,
    lead text,
    lead_en text,
    kicker text,
    published timestamp with time zone,
    modified timestamp with time zone,
    first_seen timestamp with time zone DEFAULT now() NOT NULL,
    visible_at timestamp with time zone,
    listed_at timestamp with time zone GENERATED ALWAYS AS (LEAST(COALESCE(published, first_seen), first_seen)) STORED NOT NULL,
    topic text,
    section text,
    picture jsonb,
    accessible boolean DEFAULT true NOT NULL,
    revision integer DEFAULT 0 NOT NULL,
    printed_revision integer DEFAULT 0 NOT NULL,
    engine text,
    model text,
    model_sha256 text,
    variant_key text,
    near_duplicate_of integer,
    story_id integer,
    story_reason text,
    grouped_revision integer DEFAULT 0 NOT NULL,
    CONSTRAINT article_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'complete'::text, 'partial'::text, 'untranslated'::text, 'failed'::text, 'excluded'::text])))
);

CREATE TABLE public.article_body (
    article_id integer NOT NULL,
    revision integer NOT NULL,
    content_hash text NOT NULL,
    content jsonb NOT NULL,
    translation jsonb,
    read_at timestamp with time zone DEFAULT now() NOT NULL,
    translated_at timestamp with time zone
);

ALTER TABLE public.article ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.article_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.article_name (
    article_id integer NOT NULL,
    name text NOT NULL,
    at timestamp with time zone NOT NULL,
    source_id integer NOT NULL,
    own boolean NOT NULL
);

CREATE TABLE public.article_profile (
    article_id integer NOT NULL,
    revision integer NOT NULL,
    at timestamp with time zone NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    content bytea,
    embedding public.halfvec(256)
);

CREATE TABLE public.article_sketch (
    article_id integer NOT NULL,
    at timestamp with time zone NOT NULL,
    language text NOT NULL,
    hashes integer[] NOT NULL
);

CREATE TABLE public.claim (
    article_id integer NOT NULL,
    "position" smallint NOT NULL,
    counted text NOT NULL,
    figure text NOT NULL,
    low double precision NOT NULL,
    high double precision NOT NULL,
    unit text,
    hedge text,
    scope text,
    speaker text,
    sentence text NOT NULL,
    span integer[] NOT NULL,
    original text NOT NULL,
    original_span integer[] NOT NULL
);

CREATE TABLE public.correction (
    key bytea NOT NULL,
    language text NOT NULL,
    source text NOT NULL,
    translation text NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.edition (
    hour timestamp with time zone NOT NULL,
    made_at timestamp with time zone NOT NULL,
    content jsonb NOT NULL
);

CREATE TABLE public.entry (
    feed_id integer NOT NULL,
    guid text NOT NULL,
    article_id integer NOT NULL,
    content_hash text NOT NULL,
    content jsonb NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.feed (
    id integer NOT NULL,
    source_id integer NOT NULL,
    url text NOT NULL,
    state text DEFAULT 'active'::text NOT NULL,
    etag text,
    last_modified text,
    content_hash text,
    next_poll timestamp with time zone DEFAULT now() NOT NULL,
    "interval" double precision DEFAULT 900 NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    last_error text,
    last_success timestamp with time zone,
    last_polled timestamp with time zone,
    hub text,
    hub_topic text,
    CONSTRAINT feed_state_check CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text, 'gone'::text])))
);

ALTER TABLE public.feed ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.feed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.glossary_term (
    id integer NOT NULL,
    language text NOT NULL,
    source_id integer,
    term text NOT NULL,
    english text NOT NULL,
    added_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.glossary_term ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.glossary_term_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.host (
    name text NOT NULL,
    free_at timestamp with time zone DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone NOT NULL,
    holder text,
    queue_tail timestamp with time zone DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone NOT NULL
);

CREATE TABLE public.name_spelling (
    key text NOT NULL,
    scope text NOT NULL,
    spelling text NOT NULL,
    owner boolean DEFAULT false NOT NULL,
    decided_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.name_vote (
    key text NOT NULL,
    scope text NOT NULL,
    language text NOT NULL,
    source_form text NOT NULL,
    spelling text NOT NULL,
    weight double precision NOT NULL,
    voted_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.page_look (
    article_id integer NOT NULL,
    etag text,
    last_modified text,
    content_hash text,
    looked_at timestamp with time zone NOT NULL,
    look_at timestamp with time zone,
    unchanged integer DEFAULT 0 NOT NULL,
    kept_code text,
    kept_message text
);

CREATE TABLE public.page_version (
    page text NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.pending_translation (
    article_id integer NOT NULL,
    revision integer NOT NULL,
    language text NOT NULL,
    since timestamp with time zone DEFAULT now() NOT NULL,
    leased_by text,
    leased_until timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    upgrade_of timestamp with time zone
);

CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);

CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;

CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;

CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);

CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;

CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.saved_search (
    id integer NOT NULL,
    name text NOT NULL,
    query text NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.saved_search ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.saved_search_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.schema_migration (
    number integer NOT NULL,
    name text NOT NULL,
    digest text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.search_alert (
    search_id integer NOT NULL,
    article_id integer NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.search_document (
    article_id integer NOT NULL,
    listed_at timestamp with time zone NOT NULL,
    source_id integer NOT NULL,
    language text,
    topic text,
    copy_of integer,
    tsv_en tsvector NOT NULL,
    tsv_original tsvector NOT NULL
)
PARTITION BY RANGE (listed_at);

CREATE TABLE public.search_document_default (
    article_id integer CONSTRAINT search_document_article_id_not_null NOT NULL,
    listed_at timestamp with time zone CONSTRAINT search_document_listed_at_not_null NOT NULL,
    source_id integer CONSTRAINT search_document_source_id_not_null NOT NULL,
    language text,
    topic text,
    copy_of integer,
    tsv_en tsvector CONSTRAINT search_document_tsv_en_not_null NOT NULL,
    tsv_original tsvector CONSTRAINT search_document_tsv_original_not_null NOT NULL
);

CREATE TABLE public.search_word (
    word text NOT NULL COLLATE pg_catalog."C",
    language text NOT NULL,
    key text
);

CREATE TABLE public.sketch_hash (
    hash integer NOT NULL,
    article_id integer NOT NULL
);

CREATE TABLE public.source (
    id integer NOT NULL,
    name text NOT NULL,
    slug text NOT NULL,
    home text,
    language text,
    country text,
    topic text,
    added_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.source ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.source_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE SEQUENCE public.story_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE public.story (
    id integer NOT NULL,
    headline_article_id integer,
    articles integer DEFAULT 0 NOT NULL,
    outlets integer DEFAULT 0 NOT NULL,
    independent integer DEFAULT 0 NOT NULL,
    languages text[] DEFAULT '{}'::text[] NOT NULL,
    countries text[] DEFAULT '{}'::text[] NOT NULL,
    first_at timestamp with time zone,
    last_at timestamp with time zone,
    topic text,
    merged_into integer,
    changed bigint DEFAULT nextval('public.story_number'::regclass) NOT NULL,
    recount boolean DEFAULT false NOT NULL
);

CREATE TABLE public.story_change (
    id integer NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    story_id integer NOT NULL,
    other_id integer NOT NULL,
    articles integer[] NOT NULL,
    reason text NOT NULL,
    by_owner boolean DEFAULT false NOT NULL,
    CONSTRAINT story_change_kind_check CHECK ((kind = ANY (ARRAY['merge'::text, 'split'::text])))
);

ALTER TABLE public.story_change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.story_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.story_decision (
    article_id integer NOT NULL,
    other_id integer NOT NULL,
    together boolean NOT NULL,
    decided_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT story_decision_check CHECK ((article_id < other_id))
);

ALTER TABLE public.story ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.story_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.subscription (
    id integer NOT NULL,
    feed_id integer,
    hub text NOT NULL,
    topic text NOT NULL,
    callback text NOT NULL,
    token text NOT NULL,
    secret text NOT NULL,
    state text DEFAULT 'wanted'::text NOT NULL,
    asked_at timestamp with time zone,
    next_ask timestamp with time zone NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    last_error text,
    lease_ends timestamp with time zone,
    pushed_at timestamp with time zone,
    unseen boolean DEFAULT false NOT NULL,
    missed integer DEFAULT 0 NOT NULL,
    CONSTRAINT subscription_state_check CHECK ((state = ANY (ARRAY['wanted'::text, 'active'::text, 'denied'::text, 'leaving'::text])))
);

ALTER TABLE public.subscription ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.subscription_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.translation_memory (
    key bytea NOT NULL,
    candidates jsonb NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.translation_revision (
    article_id integer NOT NULL,
    revision integer NOT NULL,
    engine text NOT NULL,
    model text NOT NULL,
    model_sha256 text NOT NULL,
    translation jsonb NOT NULL,
    translated_at timestamp with time zone NOT NULL
);

CREATE TABLE public.worker_process (
    name text NOT NULL,
    host text NOT NULL,
    pid integer NOT NULL,
    queues text NOT NULL,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    heartbeat timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY public.search_document ATTACH PARTITION public.search_document_default DEFAULT;

ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);

ALTER TABLE ONLY public.article_body
    ADD CONSTRAINT article_body_pkey PRIMARY KEY (article_id, revision);

ALTER TABLE ONLY public.article_name
    ADD CONSTRAINT article_name_pkey PRIMARY KEY (article_id, name);

ALTER TABLE ONLY public.article
    ADD CONSTRAINT article_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.article_profile
    ADD CONSTRAINT article_profile_pkey PRIMARY KEY (article_id);

ALTER TABLE ONLY public.article_sketch
    ADD CONSTRAINT article_sketch_pkey PRIMARY KEY (article_id);

ALTER TABLE ONLY public.article
    ADD CONSTRAINT article_url_key_key UNIQUE (url_key);

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_pkey PRIMARY KEY (article_id, "position");

ALTER TABLE ONLY public.correction
    ADD CONSTRAINT correction_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.edition
    ADD CONSTRAINT edition_pkey PRIMARY KEY (hour);

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_pkey PRIMARY KEY (feed_id, guid);

ALTER TABLE ONLY public.feed
    ADD CONSTRAINT feed_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.feed
    ADD CONSTRAINT feed_url_key UNIQUE (url);

ALTER TABLE ONLY public.glossary_term
    ADD CONSTRAINT glossary_term_language_source_id_term_key UNIQUE NULLS NOT DISTINCT (language, source_id, term);

ALTER TABLE ONLY public.glossary_term
    ADD CONSTRAINT glossary_term_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.host
    ADD CONSTRAINT host_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.name_spelling
    ADD CONSTRAINT name_spelling_pkey PRIMARY KEY (key, scope);

ALTER TABLE ONLY public.name_vote
    ADD CONSTRAINT name_vote_pkey PRIMARY KEY (key, scope, language, source_form, spelling);

ALTER TABLE ONLY public.page_look
    ADD CONSTRAINT page_look_pkey PRIMARY KEY (article_id);

ALTER TABLE ONLY public.page_version
    ADD CONSTRAINT page_version_pkey PRIMARY KEY (page);

ALTER TABLE ONLY public.pending_translation
    ADD CONSTRAINT pending_translation_pkey PRIMARY KEY (article_id);

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);

ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.saved_search
    ADD CONSTRAINT saved_search_name_key UNIQUE (name);

ALTER TABLE ONLY public.saved_search
    ADD CONSTRAINT saved_search_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.search_alert
    ADD CONSTRAINT search_alert_pkey PRIMARY KEY (search_id, article_id);

ALTER TABLE ONLY public.search_word
    ADD CONSTRAINT search_word_pkey PRIMARY KEY (word, language);

ALTER TABLE ONLY public.sketch_hash
    ADD CONSTRAINT sketch_hash_pkey PRIMARY KEY (hash, article_id);

ALTER TABLE ONLY public.source
    ADD CONSTRAINT source_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.source
    ADD CONSTRAINT source_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.story_change
    ADD CONSTRAINT story_change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.story_decision
    ADD CONSTRAINT story_decision_pkey PRIMARY KEY (article_id, other_id);

ALTER TABLE ONLY public.story
    ADD CONSTRAINT story_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.subscription
    ADD CONSTRAINT subscription_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.subscription
    ADD CONSTRAINT subscription_token_key UNIQUE (token);

ALTER TABLE ONLY public.translation_memory
    ADD CONSTRAINT translation_memory_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.translation_revision
    ADD CONSTRAINT translation_revision_pkey PRIMARY KEY (article_id, revision, translated_at);

ALTER TABLE ONLY public.worker_process
    ADD CONSTRAINT worker_process_pkey PRIMARY KEY (name);

CREATE INDEX article_canonical_url_idx ON public.article USING btree (canonical_url);

CREATE INDEX article_id_idx ON public.article USING btree (id) WHERE (revision > printed_revision);

CREATE INDEX article_language_idx ON public.article USING btree (language) WHERE ((state = 'untranslated'::text) AND (reason_code = 'no_model'::text));

CREATE INDEX article_language_listed_at_id_idx ON public.article USING btree (language, listed_at DESC, id DESC) WHERE (visible_at IS NOT NULL);

CREATE INDEX article_language_model_sha256_idx ON public.article USING btree (language, model_sha256) WHERE (model_sha256 IS NOT NULL);

CREATE INDEX article_language_topic_listed_at_id_idx ON public.article USING btree (language, topic, listed_at DESC, id DESC) WHERE (visible_at IS NOT NULL);

CREATE INDEX article_listed_at_id_idx ON public.article USING btree (listed_at DESC, id DESC) WHERE (visible_at IS NOT NULL);

CREATE INDEX article_listed_at_id_idx1 ON public.article USING btree (listed_at, id) WHERE ((visible_at IS NOT NULL) AND (grouped_revision < printed_revision));

CREATE INDEX article_name_at_name_source_id_idx ON public.article_name USING btree (at, name, source_id) WHERE own;

CREATE INDEX article_name_name_at_idx ON public.article_name USING btree (name, at);

CREATE INDEX article_name_source_id_idx ON public.article_name USING btree (source_id);

CREATE INDEX article_near_duplicate_of_idx ON public.article USING btree (near_duplicate_of) WHERE (near_duplicate_of IS NOT NULL);

CREATE INDEX article_profile_at_idx ON public.article_profile USING btree (at);

CREATE INDEX article_profile_embedding_idx ON public.article_profile USING hnsw (embedding public.halfvec_cosine_ops);

CREATE INDEX article_profile_made_at_idx ON public.article_profile USING btree (made_at) WHERE (content IS NOT NULL);

CREATE INDEX article_retry_at_idx ON public.article USING btree (retry_at) WHERE (retry_at IS NOT NULL);

CREATE INDEX article_sketch_at_idx ON public.article_sketch USING btree (at);

CREATE INDEX article_source_id_listed_at_id_idx ON public.article USING btree (source_id, listed_at DESC, id DESC) WHERE (visible_at IS NOT NULL);

CREATE INDEX article_state_idx ON public.article USING btree (state) WHERE (state <> 'complete'::text);

CREATE INDEX article_story_id_listed_at_id_idx ON public.article USING btree (story_id, listed_at, id) WHERE (story_id IS NOT NULL);

CREATE INDEX article_topic_listed_at_id_idx ON public.article USING btree (topic, listed_at DESC, id DESC) WHERE (visible_at IS NOT NULL);

CREATE INDEX article_variant_key_idx ON public.article USING btree (variant_key);

CREATE INDEX article_visible_at_id_idx ON public.article USING btree (visible_at DESC, id DESC) WHERE (visible_at IS NOT NULL);

CREATE INDEX entry_article_id_idx ON public.entry USING btree (article_id);

CREATE INDEX feed_next_poll_idx ON public.feed USING btree (next_poll) WHERE (state = 'active'::text);

CREATE INDEX feed_source_id_idx ON public.feed USING btree (source_id);

CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));

CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);

CREATE INDEX name_vote_spelling_idx ON public.name_vote USING btree (spelling);

CREATE INDEX name_vote_voted_at_idx ON public.name_vote USING btree (voted_at);

CREATE INDEX page_look_look_at_idx ON public.page_look USING btree (look_at) WHERE (look_at IS NOT NULL);

CREATE INDEX pending_translation_language_upgrade_of_since_article_id_idx ON public.pending_translation USING btree (language, upgrade_of DESC, since, article_id);

CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);

CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));

CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);

CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);

CREATE INDEX search_alert_article_id_idx ON public.search_alert USING btree (article_id);

CREATE INDEX search_alert_at_idx ON public.search_alert USING btree (at DESC);

CREATE INDEX search_document_article_id_idx ON ONLY public.search_document USING btree (article_id);

CREATE INDEX search_document_default_article_id_idx ON public.search_document_default USING btree (article_id);

CREATE INDEX search_document_language_topic_idx ON ONLY public.search_document USING btree (language, topic);

CREATE INDEX search_document_default_language_topic_idx ON public.search_document_default USING btree (language, topic);

CREATE INDEX search_document_source_id_idx ON ONLY public.search_document USING btree (source_id);

CREATE INDEX search_document_default_source_id_idx ON public.search_document_default USING btree (source_id);

CREATE INDEX search_document_tsv_en_idx ON ONLY public.search_document USING gin (tsv_en);

CREATE INDEX search_document_default_tsv_en_idx ON public.search_document_default USING gin (tsv_en);

CREATE INDEX search_document_tsv_original_idx ON ONLY public.search_document USING gin (tsv_original);

CREATE INDEX search_document_default_tsv_original_idx ON public.search_document_default USING gin (tsv_original);

CREATE INDEX search_word_key_idx ON public.search_word USING btree (key) WHERE (key IS NOT NULL);

CREATE INDEX sketch_hash_article_id_idx ON public.sketch_hash USING btree (article_id);

CREATE INDEX story_change_other_id_idx ON public.story_change USING btree (other_id);

CREATE INDEX story_change_story_id_idx ON public.story_change USING btree (story_id);

CREATE INDEX story_changed_idx ON public.story USING btree (changed);

CREATE INDEX story_decision_other_id_idx ON public.story_decision USING btree (other_id);

CREATE INDEX story_first_at_idx ON public.story USING btree (first_at DESC) WHERE ((merged_into IS NULL) AND (first_at IS NOT NULL));

CREATE INDEX story_headline_article_id_idx ON public.story USING btree (headline_article_id);

CREATE INDEX story_id_idx ON public.story USING btree (id) WHERE recount;

CREATE INDEX story_last_at_id_idx ON public.story USING btree (last_at DESC, id DESC) WHERE ((merged_into IS NULL) AND (first_at IS NOT NULL));

CREATE INDEX story_merged_into_idx ON public.story USING btree (merged_into) WHERE (merged_into IS NOT NULL);

CREATE INDEX story_topic_last_at_id_idx ON public.story USING btree (topic, last_at DESC, id DESC) WHERE ((merged_into IS NULL) AND (first_at IS NOT NULL));

CREATE UNIQUE INDEX subscription_feed_id_idx ON public.subscription USING btree (feed_id) WHERE (state <> 'leaving'::text);

ALTER INDEX public.search_document_article_id_idx ATTACH PARTITION public.search_document_default_article_id_idx;

ALTER INDEX public.search_document_language_topic_idx ATTACH PARTITION public.search_document_default_language_topic_idx;

ALTER INDEX public.search_document_source_id_idx ATTACH PARTITION public.search_document_default_source_id_idx;

ALTER INDEX public.search_document_tsv_en_idx ATTACH PARTITION public.search_document_default_tsv_en_idx;

ALTER INDEX public.search_document_tsv_original_idx ATTACH PARTITION public.search_document_default_tsv_original_idx;

CREATE TRIGGER forget_search_documents AFTER DELETE ON public.article REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.forget_search_documents();

CREATE TRIGGER note_search_copy AFTER UPDATE OF near_duplicate_of ON public.article FOR EACH ROW WHEN ((old.near_duplicate_of IS DISTINCT FROM new.near_duplicate_of)) EXECUTE FUNCTION public.note_search_copy();

CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();

CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();

CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();

CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();

CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();

CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();

CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();

ALTER TABLE ONLY public.article_body
    ADD CONSTRAINT article_body_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.article_name
    ADD CONSTRAINT article_name_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.article_name
    ADD CONSTRAINT article_name_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.article
    ADD CONSTRAINT article_near_duplicate_of_fkey FOREIGN KEY (near_duplicate_of) REFERENCES public.article(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.article_profile
    ADD CONSTRAINT article_profile_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.article_sketch
    ADD CONSTRAINT article_sketch_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.article
    ADD CONSTRAINT article_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.article
    ADD CONSTRAINT article_story_id_fkey FOREIGN KEY (story_id) REFERENCES public.story(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_feed_id_fkey FOREIGN KEY (feed_id) REFERENCES public.feed(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.feed
    ADD CONSTRAINT feed_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.glossary_term
    ADD CONSTRAINT glossary_term_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.page_look
    ADD CONSTRAINT page_look_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.pending_translation
    ADD CONSTRAINT pending_translation_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);

ALTER TABLE ONLY public.search_alert
    ADD CONSTRAINT search_alert_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.search_alert
    ADD CONSTRAINT search_alert_search_id_fkey FOREIGN KEY (search_id) REFERENCES public.saved_search(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.sketch_hash
    ADD CONSTRAINT sketch_hash_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article_sketch(article_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.story_change
    ADD CONSTRAINT story_change_other_id_fkey FOREIGN KEY (other_id) REFERENCES public.story(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.story_change
    ADD CONSTRAINT story_change_story_id_fkey FOREIGN KEY (story_id) REFERENCES public.story(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.story_decision
    ADD CONSTRAINT story_decision_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.story_decision
    ADD CONSTRAINT story_decision_other_id_fkey FOREIGN KEY (other_id) REFERENCES public.article(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.story
    ADD CONSTRAINT story_headline_article_id_fkey FOREIGN KEY (headline_article_id) REFERENCES public.article(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.story
    ADD CONSTRAINT story_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES public.story(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.subscription
    ADD CONSTRAINT subscription_feed_id_fkey FOREIGN KEY (feed_id) REFERENCES public.feed(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.translation_revision
    ADD CONSTRAINT translation_revision_article_id_revision_fkey FOREIGN KEY (article_id, revision) REFERENCES public.article_body(article_id, revision) ON DELETE CASCADE;
