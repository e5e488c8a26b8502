-- From where one signs in: networks by post. A post without a row signs in from anywhere. No address of a person is kept.

create table sign_in_networks (
  id uuid primary key,
  post_code text not null,
  network cidr not null,
  note text not null check (note <> ''),
  added_at timestamptz not null,
  added_by uuid not null,
  unique (post_code, network)
);
call guard('sign_in_networks');
grant select, insert, delete on sign_in_networks to {{app}};
create policy app_signs_in on sign_in_networks to {{app}} using (true) with check (true);
