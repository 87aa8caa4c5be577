-- One row for each citizen and type of contact information.
--
-- soegenoegle is kontaktdata in lower case, for look-ups that ignore case; it is wider, because
-- lower case can be longer. fra_tjenesten: last changed by the service, not by the import.

create table kontaktinformation (
  borger_id bigint not null references borger (id) on delete restrict,
  kontaktdata_type smallint not null,
  kontaktdata varchar(254) not null,
  soegenoegle varchar(508) not null,
  kontaktdatastatus smallint not null,
  aendret timestamp with time zone not null,
  fra_tjenesten boolean not null,
  primary key (borger_id, kontaktdata_type)
);

create index kontaktinformation_soegenoegle on kontaktinformation (kontaktdata_type, soegenoegle);

-- Contact information that was deleted through the service: the import does not bring it back.
-- The row stays when the citizen registers anew, since the import leaves that alone too.
create table slettet_kontaktinformation (
  borger_id bigint not null references borger (id) on delete restrict,
  kontaktdata_type smallint not null,
  slettet timestamp with time zone not null,
  primary key (borger_id, kontaktdata_type)
);
