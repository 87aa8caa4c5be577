-- Who did or asked what, about whom, and what came of it. resultat: 0 is OK, else the error code.
--
-- borger_id is no foreign key: an audit row never stands in the way of the register, nor goes with
-- it. Where no citizen is known, spurgt_hash is a keyed hash of the number that was asked about.

create table audit (
  id bigint generated always as identity primary key,
  tidspunkt timestamp with time zone not null,
  borger_id bigint,
  spurgt_hash bytea,
  organisationstype smallint,
  organisationskode varchar(20),
  client_id varchar(100) not null,
  bruger_id varchar(100),
  bruger_type smallint,
  vegne_type varchar(20),
  vegne_kode varchar(40),
  operation varchar(60) not null,
  resultat int not null,
  check (borger_id is null or spurgt_hash is null)
);

create index audit_borger on audit (borger_id);
create index audit_spurgt_hash on audit (spurgt_hash);
