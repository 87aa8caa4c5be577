/** One field of a type. */
export interface Field {
  type: string;
  list?: true;
  required?: true;
  nullable?: true;
}

/** The contract's types by name: a code list's JSON type, or the fields. */
export type Shapes = Record<string, string | Record<string, Field>>;

/**
 * The place where a value is not what the type says, as a JSON pointer and what is missed; undefined when it is.
 * Fields that the type does not have pass. No value is ever quoted: it may be personal.
 */
export function fault(shapes: Shapes, type: string, value: unknown, place = ''): string | undefined {
  const shape = shapes[type] ?? type;
  const whole = place || 'the whole';
  if (typeof shape === 'string') {
    const fits = shape === 'integer' ? Number.isInteger(value) : typeof value === shape;
    return fits ? undefined : `${whole} is no ${shape}`;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return `${whole} is no ${type}`;
  }
  for (const [name, field] of Object.entries(shape)) {
    const found = fieldFault(shapes, field, (value as Record<string, unknown>)[name], `${place}/${name}`);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function fieldFault(shapes: Shapes, field: Field, value: unknown, place: string): string | undefined {
  if (value === undefined) {
    return field.required ? `${place} is missing` : undefined;
  }
  if (value === null && field.nullable) {
    return undefined;
  }
  if (!field.list) {
    return fault(shapes, field.type, value, place);
  }
  if (!Array.isArray(value)) {
    return `${place} is no list`;
  }
  return value.map((item, i) => fault(shapes, field.type, item, `${place}/${i}`)).find((f) => f !== undefined);
}
