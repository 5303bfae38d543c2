import graphql from "@graphql-eslint/eslint-plugin";

const { configs, parser, rules } = graphql;
const graphQLConfig = { schema: "schema.graphql", documents: "docs/examples/*.graphql" };

/** The rules of some configs over files, with their options. */
const lint = (files, configs, options = {}) => ({
  files: [files],
  languageOptions: { parser, parserOptions: { graphQLConfig } },
  plugins: { "@graphql-eslint": { rules } },
  rules: Object.assign({}, ...configs.map((config) => config.rules), options),
});

/** Objects that are parts of others and cannot be asked for by themselves. All others must have an id. */
const values = [
  "Bounds", "Coverage", "DateInterval", "DecimalInterval", "EntityName", "Identifier", "IndirectStake", "Money", "Ownership", "OwnershipControl",
  "Comment", "DocumentDate", "OwnershipControlStep", "OwnershipCycle", "OwnershipGap", "OwnershipPath", "OwnershipPaths", "OwnershipStake", "PageInfo", "PartialDate", "Participation", "Period",
  "PrintedDate", "Quantity", "Rule", "SearchMatch", "SearchSuggestion", "Share", "ShareRange", "TextSpan",
];

export default [
  lint("**/schema.graphql", [configs["flat/schema-recommended"], configs["flat/schema-relay"]], {
    "@graphql-eslint/strict-id-in-types": ["error", { exceptions: { types: values, suffixes: ["Connection", "Edge", "Aggregate", "Group", "GroupKey", "Grouping"] } }],
    // Lists of values, and `nodes` beside `edges`, are no connections and need no cursors.
    "@graphql-eslint/relay-edge-types": ["error", { withEdgeSuffix: true, shouldImplementNode: true, listTypeCanWrapOnlyEdgeType: false }],
  }),
  lint("**/docs/examples/*.graphql", [configs["flat/operations-recommended"]]),
];
