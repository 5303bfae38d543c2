// What changed in the contract since the release before, by graphql-inspector. A change that breaks clients stands in the table "Changed for clients" of
// the changelog's newest section: its old name in backticks, in full (`Company.owners`) or with stars (`*GroupKey`). PREVIOUS=REF names another release.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";

const root = new URL("../../", import.meta.url);
const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "ignore"] }).trim();
const newest = readFileSync(new URL("CHANGELOG.md", root), "utf8").split(/^## /m)[1];

/** The commit of the release before, which the section names in a comment. */
const previous = process.env.PREVIOUS ?? newest.match(/<!-- before: (\w+) -->/)?.[1] ?? "HEAD";

/** The old names of the table's rows, as patterns. */
function announced() {
  const table = newest.split(/^### Changed for clients$/m)[1]?.split(/^##/m)[0] ?? "";
  const cells = table.split("\n").filter((line) => line.startsWith("|")).map((line) => line.split("|")[1]);
  const names = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]));
  return names.map((name) => new RegExp(`^${name.replaceAll(".", "\\.").replaceAll("*", "[^.]*")}(\\..*)?$`));
}

let before;
try {
  before = git("show", `${previous}:schema.graphql`);
} catch {
  console.log("The history of this clone does not reach back to the release before: nothing is compared.");
  process.exit(0);
}

const changes = await diff(buildSchema(before), buildSchema(readFileSync(new URL("schema.graphql", root), "utf8")));
const breaking = changes.filter((change) => change.criticality.level === CriticalityLevel.Breaking);
const patterns = announced();
const silent = breaking.filter((change) => !patterns.some((pattern) => pattern.test(change.path)));
for (const change of silent) console.error(`${change.path}: ${change.message}`);
console.log(`${changes.length} changes since ${previous.slice(0, 12)}: ${breaking.length} break clients, ${silent.length} of these are not in the changelog`);
process.exit(silent.length ? 1 : 0);
