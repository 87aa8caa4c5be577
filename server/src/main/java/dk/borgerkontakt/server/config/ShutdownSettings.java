package dk.borgerkontakt.server.config;

import java.time.Duration;

/**
 * How the service ends when it is told to.
 *
 * @param delay how long it serves on as not ready, for a balancer to take it out
 * @param grace how long running requests may take after that
 */
public record ShutdownSettings(Duration delay, Duration grace) {}
