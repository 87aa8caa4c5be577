/** How settings are given, read and told when they are faulty, whatever they mean. */
@NullMarked
package dk.borgerkontakt.server.config.source;

import org.jspecify.annotations.NullMarked;
