-- The register of citizens and organisations, as the import loads it.
--
-- Nothing here is deleted on the way of another row ("restrict"): a citizen's row goes only when
-- its number changes to that of a known citizen, and then everything is moved before.
-- Attachments, guest accesses and delegations do not point at organisation: the register's files
-- come from different sources at different times, and an unknown organisation cannot call anyway.

create table organisation (
  type smallint not null,
  kode varchar(20) not null,
  navn varchar(200) not null,
  primary key (type, kode)
);

create table borger (
  id bigint generated always as identity primary key,
  cpr varchar(10) not null unique,
  doed boolean not null
);

-- Numbers that a citizen had before the one in borger.
create table tidligere_cpr (
  cpr varchar(10) primary key,
  borger_id bigint not null references borger (id) on delete restrict
);

create index tidligere_cpr_borger on tidligere_cpr (borger_id);

-- The days fra and til are inclusive; til is null while the attachment has no known end.
create table tilknytning (
  borger_id bigint not null references borger (id) on delete restrict,
  organisationstype smallint not null,
  kode varchar(20) not null,
  fra date not null,
  til date,
  primary key (borger_id, organisationstype, kode, fra),
  check (til is null or til >= fra)
);

-- udloeber is the last day of the access; null: it does not expire.
create table gaesteadgang (
  borger_id bigint not null references borger (id) on delete restrict,
  organisationstype smallint not null,
  kode varchar(20) not null,
  udloeber date,
  primary key (borger_id, organisationstype, kode)
);

-- A job centre lets another actor act for it.
create table delegering (
  cvr varchar(20) not null,
  jobcenterkode varchar(20) not null,
  fra date not null,
  til date,
  primary key (cvr, jobcenterkode, fra),
  check (til is null or til >= fra)
);

create table huskeserviceabonnement (
  borger_id bigint not null references borger (id) on delete restrict,
  kanal varchar(4) not null check (kanal in ('SMS', 'MAIL')),
  primary key (borger_id, kanal)
);
