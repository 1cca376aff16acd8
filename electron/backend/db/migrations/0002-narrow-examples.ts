import type { Migration } from "../migrate.ts";

/**
 * Splits `example` in two: a narrow table that filters, counts and queues read from end to end in a tenth
 * of a second at a million rows, and `example_text`, which is read only for the rows that are shown.
 * Ids of examples carry their key, so that the largest table needs no index over 36-character texts.
 */
export const narrowExamples: Migration = {
  version: 2,
  name: "narrow-examples",
  sql: `
create table new_source_import (
  id integer primary key,
  public_id text not null unique,
  file_name text not null,
  sha256 text not null,
  bytes integer not null,
  read_as text not null,
  mapping text not null,
  state text not null check (state in ('running','done')),
  rows_read integer not null default 0,
  imported integer not null default 0,
  rejected integer not null default 0,
  -- Rows that were in the project already and stayed as they were.
  duplicates integer not null default 0,
  -- Rows that were in the project already and took what the file says.
  updated integer not null default 0,
  -- The step that brought it in: undoing that step takes every example of this import out again.
  step_id integer references undo_step(id) on delete set null,
  -- Its examples that were put away at this very moment come back together.
  taken_back_at_ms integer,
  -- A step that no list shows: the labels it made, and what it changed in examples of other imports.
  changes_step_id integer references undo_step(id) on delete set null,
  -- JSON, while its examples are being taken out or brought back: what a crash left to be finished.
  unfinished_move text,
  started_at_ms integer not null,
  finished_at_ms integer
) strict;
insert into new_source_import (id, public_id, file_name, sha256, bytes, read_as, mapping, state,
    rows_read, imported, rejected, duplicates, started_at_ms, finished_at_ms)
  select id, public_id, file_name, sha256, bytes, read_as, mapping, state, rows_read, imported,
    rejected, duplicates, started_at_ms, finished_at_ms from source_import;
drop table source_import;
alter table new_source_import rename to source_import;
create index source_import_sha256 on source_import (sha256);

create table new_example (
  id integer primary key,
  import_id integer references source_import(id),
  -- First 53 bits of sha256 over the normalised input, signed: finds texts that may be the same.
  input_hash integer not null,
  characters integer not null,
  group_key text,
  -- Spelled with "or", because "in" builds a list for every statement and makes imports a tenth slower.
  split text check (split = 'train' or split = 'validation' or split = 'test'),
  status text not null default 'unlabelled'
    check (status = 'unlabelled' or status = 'labelled' or status = 'skipped'),
  flagged integer not null default 0,
  annotation_id integer references annotation(id),
  label_id integer references label(id),
  -- Who gave the answer in force, and when: copied from it, so that filters need not join.
  annotator_id integer references annotator(id),
  answered_at_ms integer,
  -- Answered only by the imported file so far.
  unreviewed integer not null default 0,
  removed_at_ms integer
) strict;
create table example_text (
  id integer primary key references example(id) on delete cascade,
  public_id text not null,
  -- 1 for ids that do not carry their key, because they were given elsewhere or by an older Tacit.
  adopted integer not null default 0,
  line_number integer,
  external_id text,
  input text not null,
  payload text,
  fields text not null default '{}'
) strict;
insert into new_example (id, import_id, input_hash, characters, group_key, split, status, flagged,
    annotation_id, label_id, annotator_id, answered_at_ms, unreviewed, removed_at_ms)
  select e.id, e.import_id, e.input_hash >> 11, length(e.input), e.group_key, e.split, e.status,
    e.flagged, e.annotation_id, e.label_id, a.annotator_id, a.created_at_ms, e.unreviewed, e.removed_at_ms
  from example e left join annotation a on a.id = e.annotation_id order by e.id;
insert into example_text (id, public_id, adopted, line_number, external_id, input, payload, fields)
  select id, public_id, 1, line_number, external_id, input, payload, fields from example order by id;
drop table example;
alter table new_example rename to example;
create index example_status on example (status, id) where removed_at_ms is null;
create index example_unreviewed on example (id) where unreviewed = 1 and removed_at_ms is null;
create index example_flagged on example (id) where flagged = 1 and removed_at_ms is null;
create index example_label on example (label_id, id) where removed_at_ms is null;
create unique index example_adopted on example_text (public_id) where adopted = 1;

create table new_annotation (
  id integer primary key,
  -- Null for answers that came with a file: nothing outside this project ever names them.
  public_id text,
  example_id integer not null references example(id) on delete cascade,
  annotator_id integer not null references annotator(id),
  supersedes_id integer references annotation(id) on delete set null,
  value text,
  elapsed_ms integer,
  created_at_ms integer not null
) strict;
insert into new_annotation (id, public_id, example_id, annotator_id, supersedes_id, value, elapsed_ms,
    created_at_ms)
  select id, public_id, example_id, annotator_id, supersedes_id, value, elapsed_ms, created_at_ms
  from annotation order by id;
drop table annotation;
alter table new_annotation rename to annotation;
create index annotation_example on annotation (example_id, id);
create unique index annotation_public_id on annotation (public_id) where public_id is not null;
create trigger annotation_is_append_only before update of value, example_id, annotator_id on annotation
begin select raise(abort, 'annotations are append-only'); end;

create table new_job (
  id integer primary key,
  public_id text not null unique,
  kind text not null,
  state text not null check (state in ('queued','running','done','failed','cancelled','interrupted')),
  progress text not null,
  error text,
  subject_id text,
  created_at_ms integer not null,
  started_at_ms integer,
  finished_at_ms integer
) strict;
insert into new_job select * from job;
drop table job;
alter table new_job rename to job;

create index undo_change_row on undo_change (table_name, row_id);

create table saved_filter (
  id integer primary key,
  public_id text not null unique,
  name text not null unique,
  filter text not null,
  created_at_ms integer not null
) strict;

-- Filled in the background: everything up to indexed_through, except what is marked stale.
create virtual table example_search using fts5(
  input, answer, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2", prefix="2 3");
create table search_progress (
  id integer primary key check (id = 1),
  indexed_through integer not null
) strict;
insert into search_progress values (1, 0);
create table search_stale (example_id integer primary key) strict;
`,
};
