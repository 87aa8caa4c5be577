package dk.borgerkontakt.server.contract;

/**
 * One row of the error catalogue.
 *
 * @param kode the agency's number, or one from 90001 on that is the service's own
 * @param tekst the published text, to the letter
 * @param beskrivelse the published description, to the letter
 * @param status the HTTP status that carries the code
 */
public record ErrorEntry(int kode, String tekst, String beskrivelse, int status) {}
