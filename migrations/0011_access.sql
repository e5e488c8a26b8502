-- Sign-in: accounts, passkeys, sessions, and the count of failed attempts. No password, code, key or token stands here readable:
-- passwords as Argon2id, session tokens as hashes, the secret of a code generator under a key kept outside the database.

create table accounts (
  employee_id uuid primary key references employees,
  version int not null default 1,
  login text not null check (login ~ '^[A-Za-z0-9._-]{2,60}$'),
  password_hash text not null,
  must_change boolean not null,
  changed_at timestamptz not null,
  totp_secret bytea,
  totp_since timestamptz,
  -- The last time step whose code was accepted; a code is never accepted twice.
  totp_step bigint,
  totp_pending bytea,
  check ((totp_secret is null) = (totp_since is null))
);
create unique index on accounts (lower(login));

create table passkeys (
  id uuid primary key,
  version int not null default 1,
  employee_id uuid not null references accounts,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  added_at timestamptz not null,
  used_at timestamptz
);
create index on passkeys (employee_id);

create table sessions (
  id uuid primary key,
  version int not null default 1,
  -- Nobody yet, where a passkey alone will say who it is.
  employee_id uuid references accounts,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  -- 'open' is a session; the others are a sign-in that still waits for its next step.
  stage text not null check (stage in ('open', 'totp', 'passkey', 'change')),
  challenge text,
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  stepped_up_at timestamptz,
  ended_at timestamptz,
  ended_why text check (ended_why in ('signed-out', 'replaced', 'revoked', 'password', 'passed')),
  check ((ended_at is null) = (ended_why is null)),
  check (stage <> 'open' or employee_id is not null)
);
-- One session a person, whatever two sign-ins at once may try.
create unique index one_session on sessions (employee_id) where stage = 'open' and ended_at is null;
create index on sessions (expires_at);

-- By a keyed hash of the sign-in name, so that a name that does not exist is counted like one that does and is not kept.
create table sign_in_failures (
  key bytea primary key check (octet_length(key) = 32),
  failures int not null,
  last_at timestamptz not null
);
create index on sign_in_failures (last_at);

call guard('accounts');
call guard('passkeys');
call guard('sessions');
call guard('sign_in_failures');

-- Sign-in finds an account before anybody is known, so the app's role sees all four tables; the portal's role sees none.
grant select, insert, update on accounts, sessions, sign_in_failures to {{app}};
grant select, insert, update, delete on passkeys to {{app}};
grant delete on sessions, sign_in_failures to {{app}};
create policy app_signs_in on accounts to {{app}} using (true) with check (true);
create policy app_signs_in on passkeys to {{app}} using (true) with check (true);
create policy app_signs_in on sessions to {{app}} using (true) with check (true);
create policy app_signs_in on sign_in_failures to {{app}} using (true) with check (true);

-- The very first administrator is entered by somebody whom the house does not know yet, once.
create function no_account_yet() returns boolean language sql stable as
$$ select app_operation() = 'access.setUp' and not exists (select from accounts) $$;
create policy first_administrator on employees for insert to {{app}} with check ((select no_account_yet()));
create policy first_administrator on appointments for insert to {{app}} with check ((select no_account_yet()));
