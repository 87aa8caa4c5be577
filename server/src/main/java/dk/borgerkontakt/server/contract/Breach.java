package dk.borgerkontakt.server.contract;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One place where a JSON value breaks its schema.
 *
 * @param place JSON pointer (RFC 6901) of the value at fault, or of the property that is missing
 * @param keyword the keyword that is broken
 * @param schema the schema object that the keyword stands in, extensions included
 */
public record Breach(String place, String keyword, JsonNode schema) {}
