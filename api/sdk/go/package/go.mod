module borgerkontakt.dk/client

go 1.19
