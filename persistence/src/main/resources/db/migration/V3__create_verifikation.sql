-- Verification codes of the last day, live and finished, for the daily limits.
--
-- A code is live while afsluttet is null and udloeber lies ahead. The code itself is not stored.
-- bundet_til is the citizen's id that kode_hmac was made for; it stays when the row moves to
-- another citizen after a change of CPR number, so that a live code can still be checked.

create table verifikationskode (
  id bigint generated always as identity primary key,
  borger_id bigint not null references borger (id) on delete restrict,
  bundet_til bigint not null,
  kontaktdata_type smallint not null,
  kode_hmac bytea not null,
  oprettet timestamp with time zone not null,
  udloeber timestamp with time zone not null,
  forsoeg int default 0 not null,
  sidste_forsoeg timestamp with time zone,
  afsluttet timestamp with time zone
);

create index verifikationskode_borger on verifikationskode (borger_id, kontaktdata_type, oprettet);
create index verifikationskode_oprettet on verifikationskode (oprettet);

-- When a code was last sent to an address, whoever's it is.
create table kontaktpause (
  adresse_hmac bytea primary key,
  seneste timestamp with time zone not null
);

create index kontaktpause_seneste on kontaktpause (seneste);
