import type { Migration } from "../migrate.ts";

export const first: Migration = {
  version: 1,
  name: "first",
  sql: `
create table project (
  id integer primary key check (id = 1),
  public_id text not null unique,
  name text not null,
  task_type text not null check (task_type in ('classify','tag','write','chat','extract','rank')),
  description text not null default '',
  licence text not null default '',
  attribution text not null default '',
  system_prompt text not null default '',
  guideline_id integer references guideline(id),
  -- Bumped by every change that a check or a frozen version could see.
  revision integer not null default 0,
  created_at_ms integer not null
) strict;

create table guideline (
  id integer primary key,
  body text not null,
  saved_at_ms integer not null
) strict;

create table label (
  id integer primary key,
  public_id text not null unique,
  name text not null,
  description text not null default '',
  colour text not null,
  shortcut text,
  position integer not null,
  removed_at_ms integer
) strict;
create unique index label_name on label (name) where removed_at_ms is null;

create table annotator (
  id integer primary key,
  public_id text not null unique,
  name text not null,
  kind text not null check (kind in ('person','import','suggestion'))
) strict;

create table source_import (
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
  duplicates integer not null default 0,
  started_at_ms integer not null,
  finished_at_ms integer
) strict;
create index source_import_sha256 on source_import (sha256);

create table rejected_row (
  id integer primary key,
  import_id integer not null references source_import(id) on delete cascade,
  line_number integer not null,
  reason text not null,
  detail text not null,
  excerpt text not null
) strict;
create index rejected_row_import on rejected_row (import_id, line_number);

-- input, payload and provenance never change; what a person decides about an example does.
create table example (
  id integer primary key,
  public_id text not null unique,
  import_id integer references source_import(id),
  line_number integer,
  input text not null,
  payload text,
  -- First 8 bytes of sha256 over the normalised input, for finding exact duplicates.
  input_hash integer not null,
  group_key text,
  split text check (split in ('train','validation','test')),
  external_id text,
  fields text not null default '{}',
  status text not null default 'unlabelled' check (status in ('unlabelled','labelled','skipped')),
  flagged integer not null default 0,
  annotation_id integer references annotation(id),
  label_id integer references label(id),
  -- Answered only by the imported file so far.
  unreviewed integer not null default 0,
  removed_at_ms integer
) strict;
create index example_import on example (import_id);
create index example_status on example (status, id) where removed_at_ms is null;
create index example_unreviewed on example (id) where unreviewed = 1 and removed_at_ms is null;
create index example_flagged on example (id) where flagged = 1 and removed_at_ms is null;
create index example_label on example (label_id, id) where removed_at_ms is null;
create index example_input_hash on example (input_hash);

-- Append-only: a change of mind is a new row that supersedes the old one.
create table annotation (
  id integer primary key,
  public_id text not null unique,
  example_id integer not null references example(id) on delete cascade,
  annotator_id integer not null references annotator(id),
  supersedes_id integer references annotation(id) on delete set null,
  value text,
  elapsed_ms integer,
  created_at_ms integer not null
) strict;
create index annotation_example on annotation (example_id, id);
create trigger annotation_is_append_only before update of value, example_id, annotator_id on annotation
begin select raise(abort, 'annotations are append-only'); end;
create trigger example_input_is_fixed before update of input, payload, input_hash on example
begin select raise(abort, 'the input of an example never changes'); end;

create table undo_step (
  id integer primary key,
  public_id text not null unique,
  action text not null,
  example_public_id text,
  state text not null check (state in ('done','undone')),
  created_at_ms integer not null
) strict;
create table undo_change (
  id integer primary key,
  step_id integer not null references undo_step(id) on delete cascade,
  table_name text not null,
  row_id integer not null,
  before text,
  after text
) strict;
create index undo_change_step on undo_change (step_id, id);

create table check_report (
  id integer primary key,
  ran_at_ms integer not null,
  revision integer not null,
  report text not null
) strict;
create table finding (
  id integer primary key,
  public_id text not null unique,
  report_id integer not null references check_report(id) on delete cascade,
  body text not null
) strict;
create table finding_example (
  finding_id integer not null references finding(id) on delete cascade,
  example_id integer not null references example(id) on delete cascade,
  primary key (finding_id, example_id)
) strict, without rowid;

create table dataset_version (
  id integer primary key,
  public_id text not null unique,
  number integer not null unique,
  content_hash text not null unique,
  task_type text not null,
  plan text not null,
  counts text not null,
  labels text not null,
  system_prompt text not null,
  guideline text not null,
  created_at_ms integer not null
) strict;
-- A full copy of what was frozen, so that later edits, removals and renames cannot reach it.
create table version_example (
  version_id integer not null references dataset_version(id) on delete cascade,
  position integer not null,
  split text not null check (split in ('train','validation','test')),
  example_public_id text not null,
  external_id text,
  group_key text,
  input text not null,
  payload text,
  answer text not null,
  primary key (version_id, position)
) strict, without rowid;
create index version_example_split on version_example (version_id, split, position);
create trigger version_is_immutable before update on dataset_version
begin select raise(abort, 'dataset versions are immutable'); end;
create trigger version_example_is_immutable before update on version_example
begin select raise(abort, 'dataset versions are immutable'); end;

create table job (
  id integer primary key,
  public_id text not null unique,
  kind text not null check (kind in ('import','training','comparison')),
  state text not null check (state in ('queued','running','done','failed','cancelled','interrupted')),
  progress text not null,
  error text,
  subject_id text,
  created_at_ms integer not null,
  started_at_ms integer,
  finished_at_ms integer
) strict;

create table training_run (
  job_id integer primary key references job(id) on delete cascade,
  version_id integer not null references dataset_version(id),
  provider_id text not null,
  connection text,
  base_model text not null,
  hyperparameters text not null,
  -- Sent along with the remote job, so that a job whose creation was in doubt can be found again.
  client_id text not null unique,
  remote_file_ids text not null default '[]',
  remote_job_id text,
  remote_status text,
  remote_raw text,
  tuned_model text,
  trained_tokens integer,
  artefact blob
) strict;
create table training_event (
  id integer primary key,
  job_id integer not null references job(id) on delete cascade,
  event_id text not null,
  at_ms integer not null,
  level text not null,
  message text not null,
  unique (job_id, event_id)
) strict;
create table training_metric (
  job_id integer not null references job(id) on delete cascade,
  step integer not null,
  train_loss real,
  valid_loss real,
  primary key (job_id, step)
) strict, without rowid;

create table comparison (
  id integer primary key,
  public_id text not null unique,
  job_id integer not null references job(id),
  training_job_id integer not null references job(id),
  base_model text not null,
  tuned_model text not null,
  base_is_untrained_baseline integer not null default 0,
  result text,
  created_at_ms integer not null
) strict;
create table comparison_item (
  id integer primary key,
  public_id text not null unique,
  comparison_id integer not null references comparison(id) on delete cascade,
  position integer not null,
  input text not null,
  expected text not null,
  base_output text,
  tuned_output text,
  -- Which side is shown as A; drawn once and kept, so that a duel looks the same after a restart.
  side_a text not null check (side_a in ('base','tuned')),
  vote text check (vote in ('base','tuned','tie','bothBad')),
  -- Order of voting, for taking the latest back.
  voted_seq integer,
  unique (comparison_id, position)
) strict;
create table handoff (
  id integer primary key,
  public_id text not null unique,
  version_id integer not null references dataset_version(id),
  format text not null,
  folder text not null,
  created_at_ms integer not null
) strict;
create index comparison_item_vote on comparison_item (comparison_id, vote);
`,
};
