/**
 * What the service reads of its contract: operations, access matrix, errors, code lists, schemas.
 */
@NullMarked
package dk.borgerkontakt.server.contract;

import org.jspecify.annotations.NullMarked;
