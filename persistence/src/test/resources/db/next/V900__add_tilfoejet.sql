-- What a next version may do to a table that is in use.
alter table borger add column tilfoejet varchar(20);
