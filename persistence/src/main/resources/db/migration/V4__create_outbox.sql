-- Messages that are to be sent. tilstand: 0 queued, 1 sent, 2 dropped.
--
-- indhold is encrypted, and erased when the message is finished. The reference is emptied when
-- the code's row is purged: a message outlives its code only as a finished one.

create table outbox (
  id uuid primary key,
  verifikationskode_id bigint references verifikationskode (id) on delete set null,
  kanal varchar(4) not null check (kanal in ('SMS', 'MAIL')),
  indhold bytea,
  oprettet timestamp with time zone not null,
  udloeber timestamp with time zone not null,
  naeste_forsoeg timestamp with time zone not null,
  forsoeg int default 0 not null,
  tilstand smallint default 0 not null check (tilstand in (0, 1, 2)),
  afsluttet timestamp with time zone,
  check ((tilstand = 0) = (indhold is not null)),
  check ((tilstand = 0) = (afsluttet is null))
);

create index outbox_queue on outbox (tilstand, naeste_forsoeg);
create index outbox_verifikationskode on outbox (verifikationskode_id);
