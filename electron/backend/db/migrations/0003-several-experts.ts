import type { Migration } from "../migrate.ts";

/**
 * Several experts without a server, machines that propose, and rules that grow while labelling. Columns are
 * added in place and new tables start empty, so that a project of a million examples opens as fast as before.
 */
export const severalExperts: Migration = {
  version: 3,
  name: "several-experts",
  sql: `
-- JSON: how the desk works in this project; see shared/features/annotations/desk-settings.ts.
alter table project add column desk text not null default '{}';
-- JSON, in a project that came as a slice of a colleague's: which hand-out it is, and whose.
alter table project add column slice text;

-- Base64 of the Ed25519 key by which bundles of this person are recognised; null until one came.
alter table annotator add column public_key text;
alter table annotator add column trusted_at_ms integer;

-- Two people answered differently and nobody has decided yet: no answer is in force.
alter table example add column disputed integer not null default 0;
-- Handed out to somebody else, and to nobody here.
alter table example add column awaits_others integer not null default 0;
create index example_disputed on example (id) where disputed = 1 and removed_at_ms is null;
create index example_awaits_others on example (id) where awaits_others = 1 and removed_at_ms is null;

-- What one person answers at present to an example that more than one person was asked about. Examples that
-- a single person answers have no rows here: their answer in force says it all.
create table opinion (
  id integer primary key,
  example_id integer not null references example(id) on delete cascade,
  annotator_id integer not null references annotator(id),
  -- Null: asked, and not answered yet.
  annotation_id integer references annotation(id),
  -- Skipped counts as answered with nothing.
  skipped integer not null default 0,
  -- Grows with every statement of that person; of two statements the one with more is the newer.
  sequence integer not null default 0,
  unique (example_id, annotator_id)
) strict;
create index opinion_open on opinion (annotator_id, example_id) where annotation_id is null and skipped = 0;

-- Somebody looked at different answers and decided. It holds for exactly the answers that were looked at.
create table adjudication (
  id integer primary key,
  public_id text not null unique,
  example_id integer not null references example(id) on delete cascade,
  annotator_id integer not null references annotator(id),
  annotation_id integer not null references annotation(id),
  -- JSON: public ids of the annotations that were looked at, in order.
  considered text not null,
  comment text not null default '',
  decided_at_ms integer not null,
  -- Rows are made withdrawn and put in force within their step, so that undo withdraws them again.
  withdrawn_at_ms integer
) strict;
create index adjudication_example on adjudication (example_id);

create table handout (
  id integer primary key,
  public_id text not null unique,
  annotator_id integer not null references annotator(id),
  examples integer not null,
  overlap integer not null,
  created_at_ms integer not null,
  called_back_at_ms integer
) strict;
create table handout_example (
  handout_id integer not null references handout(id) on delete cascade,
  example_id integer not null references example(id) on delete cascade,
  -- Answered by the owner as well, neither seeing the other's answer.
  overlap integer not null,
  primary key (handout_id, example_id)
) strict, without rowid;
create index handout_example_example on handout_example (example_id);
create table merged_bundle (
  id integer primary key,
  public_id text not null unique,
  annotator_id integer not null references annotator(id),
  sha256 text not null,
  sequence integer not null,
  counts text not null,
  merged_at_ms integer not null,
  withdrawn_at_ms integer
) strict;

-- A ruling made while labelling, with the example that called for it.
create table rule (
  id integer primary key,
  public_id text not null unique,
  body text not null,
  example_id integer references example(id) on delete set null,
  -- JSON: public ids of the labels it is about; empty for all.
  label_ids text not null default '[]',
  annotator_id integer not null references annotator(id),
  made_at_ms integer not null,
  changed_at_ms integer not null,
  -- Rows are made removed and put in force within their step, so that undo removes them again.
  removed_at_ms integer
) strict;

-- An answer to look at once more: because a rule changed, or to see whether the same person answers the same.
create table revisit (
  id integer primary key,
  example_id integer not null references example(id) on delete cascade,
  annotator_id integer not null references annotator(id),
  reason text not null check (reason in ('rule','consistency')),
  rule_id integer references rule(id) on delete cascade,
  first_annotation_id integer not null references annotation(id) on delete cascade,
  second_annotation_id integer references annotation(id) on delete cascade,
  -- Not served before answers beyond this one were given, nor before this moment.
  due_after_annotation_id integer not null default 0,
  due_at_ms integer not null,
  done_at_ms integer
) strict;
create index revisit_open on revisit (annotator_id, due_at_ms) where done_at_ms is null;
create index revisit_example on revisit (example_id);

-- What a machine proposes, and what the order of the queue goes by; made anew as it learns, never an answer.
create table suggestion (
  example_id integer primary key references example(id) on delete cascade,
  -- Null where nothing is proposed: the example then only has its place in an order.
  value text,
  confidence real,
  -- 0 certain … 1 could be anything.
  uncertainty real,
  -- 0 first: examples that are unlike all before them come early.
  diversity_rank integer,
  source text not null,
  made_at_ms integer not null
) strict;
create index suggestion_uncertainty on suggestion (uncertainty desc, example_id);
create index suggestion_diversity on suggestion (diversity_rank, example_id);
-- What was proposed when an answer was given, and whether it was on the screen: shows how far proposals sway.
create table suggestion_use (
  annotation_id integer primary key references annotation(id) on delete cascade,
  example_id integer not null references example(id) on delete cascade,
  value text not null,
  source text not null,
  shown integer not null
) strict;
create index suggestion_use_example on suggestion_use (example_id);
`,
};
