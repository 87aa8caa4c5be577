-- Messages, and what became of each. tilstand: 0 queued, 1 sent (the gateway has it), 2 dropped (it
-- would have arrived dead), 3 delivered, 4 failed for good.
--
-- indhold is encrypted, and erased when the message leaves the queue at afsluttet; kvitteret is when
-- the gateway told what became of what it had taken. gateway_id is its name for the message,
-- gateway_kode its reason for a failure. adresse_hmac tells whether the citizen still has the address
-- that the message went to. The code's reference is emptied when its row is purged: a message
-- outlives its code only as a finished one. The citizen of a row that an older version wrote is null.
--
-- Built anew and not altered, because the checks of the first table have no name to drop them by.

create table outbox_v7 (
  id uuid not null,
  borger_id bigint,
  kontaktdata_type smallint,
  adresse_hmac bytea,
  verifikationskode_id bigint,
  kanal varchar(4) not null,
  indhold bytea,
  oprettet timestamp with time zone not null,
  udloeber timestamp with time zone not null,
  naeste_forsoeg timestamp with time zone not null,
  forsoeg int default 0 not null,
  tilstand smallint default 0 not null,
  afsluttet timestamp with time zone,
  kvitteret timestamp with time zone,
  gateway_id varchar(100),
  gateway_kode varchar(40),
  constraint outbox_key primary key (id),
  constraint outbox_of_borger foreign key (borger_id) references borger (id) on delete restrict,
  constraint outbox_of_verifikationskode foreign key (verifikationskode_id)
    references verifikationskode (id) on delete set null,
  constraint outbox_kanal check (kanal in ('SMS', 'MAIL')),
  constraint outbox_tilstand check (tilstand between 0 and 4),
  constraint outbox_indhold check ((tilstand = 0) = (indhold is not null)),
  constraint outbox_afsluttet check ((tilstand = 0) = (afsluttet is null))
);

insert into outbox_v7 (id, verifikationskode_id, kanal, indhold, oprettet, udloeber, naeste_forsoeg,
  forsoeg, tilstand, afsluttet)
select id, verifikationskode_id, kanal, indhold, oprettet, udloeber, naeste_forsoeg, forsoeg,
  tilstand, afsluttet
from outbox;

drop table outbox;
alter table outbox_v7 rename to outbox;

create index outbox_queue on outbox (tilstand, kanal, naeste_forsoeg);
create index outbox_finished on outbox (afsluttet);
create index outbox_gateway on outbox (gateway_id);
create index outbox_borger on outbox (borger_id, oprettet);
create index outbox_verifikationskode on outbox (verifikationskode_id);
