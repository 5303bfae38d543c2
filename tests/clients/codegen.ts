import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "../../schema.graphql",
  documents: ["../../docs/examples/*.graphql", "use.ts"],
  emitLegacyCommonJSImports: false,
  generates: {
    "generated/": {
      preset: "client",
      config: {
        strictScalars: true,
        scalars: { Date: "string", LocalDateTime: "string", DateTime: "string", Decimal: { input: "string | number", output: "string" } },
        enumsAsTypes: true,
        useTypeImports: true,
      },
    },
  },
};

export default config;
