package dk.borgerkontakt.server.sandbox;

import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of the sandbox's OAuth2 clients, and the organisation that it calls for. */
record SandboxClient(
    String id,
    OrganisationTypeCodelList organisationType,
    @Nullable String organisationCode,
    Set<String> scopes) {}
