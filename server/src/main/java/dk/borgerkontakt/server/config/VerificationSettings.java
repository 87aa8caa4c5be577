package dk.borgerkontakt.server.config;

import java.time.Duration;

/** The limits of verification codes: all positive; {@code codesPerDay} counts 24 hours back. */
public record VerificationSettings(
    Duration codeLifetimeSms,
    Duration codeLifetimeMail,
    int attempts,
    Duration coolDown,
    int codesPerDay) {}
