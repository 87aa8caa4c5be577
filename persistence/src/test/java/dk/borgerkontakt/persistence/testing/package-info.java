/** PostgreSQL clusters for the tests of every module. */
package dk.borgerkontakt.persistence.testing;
