-- How many codes each day has had, by what a budget is kept of: an organisation, or the numbers
-- that begin alike. dag is a calendar day of the service's time zone. Of citizens it holds nothing.

create table beskedbudget (
  dag date not null,
  noegle varchar(40) not null,
  antal int not null check (antal > 0),
  primary key (dag, noegle)
);
