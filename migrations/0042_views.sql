-- Named views belong to a person and a list, whichever list it is.

alter table appeal_views rename to list_views;
alter table list_views add column list text not null default 'appeals.list';
alter table list_views alter column list drop default;
alter table list_views drop constraint appeal_views_owner_id_title_key;
alter table list_views add unique (owner_id, list, title);
