// How a typed client reads answers: what this file takes for granted of the contract, it would not compile without.
import { graphql } from "./generated/index.js";
import type { ResultOf } from "@graphql-typed-document-node/core";

const stakes = graphql(`
  query StakesForClient($slug: String!, $on: Date!) {
    company(by: { slug: $slug }) {
      id
      name
      shareholders(asOf: { validOn: $on }, first: 10) {
        totalCount
        nodes {
          id
          wording
          status
          share {
            lower
            upper
          }
          owner {
            __typename
            id
            name
          }
        }
      }
    }
  }
`);

/** One line a stake: "Orange (Company): 44.35 to 44.45 %". */
export function lines(answer: ResultOf<typeof stakes>): string[] {
  const company = answer.company;
  if (!company) return [];
  return company.shareholders.nodes.map(({ owner, share }) => {
    const stated: string = share ? `${share.lower ?? "0"} to ${share.upper ?? "100"} %` : "size not stated";
    return `${owner.name} (${owner.__typename}): ${stated}`;
  });
}

/** A look-up takes exactly one of the ways an object is known by. */
export const variables: { slug: string; on: string } = { slug: "cloudwatt", on: "2013-06-01" };
