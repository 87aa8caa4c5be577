-- The x-requestId values that each client has used.

create table request_id (
  client_id varchar(100) not null,
  request_id varchar(46) not null,
  modtaget timestamp with time zone not null,
  primary key (client_id, request_id)
);

create index request_id_modtaget on request_id (modtaget);
