// Prints what graphql-js says of requests, a JSON list of messages each: node messages.mjs SDL REQUESTS
import { readFileSync } from 'node:fs'
import { buildSchema, execute, parse, validate } from 'graphql'

const [sdlFile, requestsFile] = process.argv.slice(2)
const schema = buildSchema(readFileSync(sdlFile, 'utf8'))
for (const { query, variables } of JSON.parse(readFileSync(requestsFile, 'utf8'))) {
  const document = parse(query)
  const faults = validate(schema, document)
  const errors = faults.length > 0 ? faults : (execute({ schema, document, variableValues: variables, rootValue: {} }).errors ?? [])
  console.log(JSON.stringify(errors.map((error) => error.message)))
}
