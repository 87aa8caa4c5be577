package dk.borgerkontakt.server.testing;

import java.util.List;
import java.util.Map;

/**
 * A request and what came of it.
 *
 * @param path the raw path, without a query
 * @param body the request's body; empty when it had none
 */
public record Exchange(
    String method, String path, Map<String, List<String>> headers, byte[] body, Answer answer) {}
