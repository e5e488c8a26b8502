-- A paper that stands on an authority waits for one: while an investigation or an inspection is halted, its conclusion or act is not signed.
alter table documents drop constraint documents_held_check;
alter table documents add constraint documents_held_check
  check (held in ('result', 'hearing', 'investigation', 'inspection'));
