package dk.borgerkontakt.contract;

/**
 * A row of an element table and what of the contract it stands for.
 *
 * @param place the parameter or property; of a root row its {@code x-input} or {@code x-output}
 * @param schema the schema of its value, or of one item where the row is a list; references
 *     resolved
 * @param schemaName the name of that schema, empty when it has none
 */
public record ElementRow(
    Element cells, Place place, Place schema, String schemaName, boolean isRequired) {}
