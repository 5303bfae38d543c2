// No two kinds of an interface or a union have a field of one name and different types: one selection may ask for the fields of all kinds at once.
import { readFileSync } from "node:fs";
import { buildSchema, getNamedType, isAbstractType, isLeafType, isRequiredArgument, isUnionType, OverlappingFieldsCanBeMergedRule, parse, validate } from "graphql";

const schema = buildSchema(readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8"));
const abstract = Object.values(schema.getTypeMap()).filter((type) => isAbstractType(type) && !type.name.startsWith("__"));
const node = schema.getType("Node");
const isNode = (type) => type === node || ("getInterfaces" in type && type.getInterfaces().includes(node)) || isUnionType(type);

/** A field that needs no argument. Of a value all is asked for, of an object that can be asked for by itself, and of a list of such, its name alone. */
const field = (within) => ({ name, type, args }) => {
  const named = getNamedType(type);
  if (args.some(isRequiredArgument)) return [];
  if (isLeafType(named)) return [name];
  const opens = !isNode(named) && !named.name.endsWith("Connection") && !within.includes(named);
  return [`${name} { ${opens ? fields(named, within) : "__typename"} }`];
};
const fields = (type, within = []) => Object.values(type.getFields()).flatMap(field([...within, type])).join(" ");
const kind = (type) => `... on ${type.name} { ${fields(type)} }`;

let failed = 0;
for (const type of abstract) {
  const kinds = schema.getPossibleTypes(type).map(kind).join("\n");
  const document = parse(`{ it { ${kinds} } }`);
  // The rule needs no valid root field: the fields of the kinds are all it looks at.
  const errors = validate(schema, document, [OverlappingFieldsCanBeMergedRule]);
  for (const error of errors) console.error(`${type.name}: ${error.message}`);
  failed += errors.length;
}

if (abstract.length === 0) throw new Error("The schema has no interface and no union: nothing was judged.");
console.log(`${abstract.map((type) => `${type.name} (${schema.getPossibleTypes(type).length} kinds)`).join(", ")}: ${failed} conflicts`);
process.exit(failed ? 1 : 0);
