// `query` prints the whole introspection query; `compare SDL ANSWER` fails if the answer to it tells another schema than the SDL.
import { readFileSync } from 'node:fs'
import { buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema, validateSchema } from 'graphql'

const [task, sdl, answer] = process.argv.slice(2)
if (task === 'query') {
  process.stdout.write(getIntrospectionQuery({ specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true }))
} else {
  const told = buildClientSchema(JSON.parse(readFileSync(answer, 'utf8')).data)
  const faults = validateSchema(told)
  const [found, expected] = [told, buildSchema(readFileSync(sdl, 'utf8'))].map((schema) => printSchema(lexicographicSortSchema(schema)).split('\n'))
  const first = expected.findIndex((line, i) => line !== found[i])
  if (faults.length > 0) console.error(faults.map(String).join('\n'))
  if (first >= 0 || found.length !== expected.length) console.error(`line ${first}: expected ${expected[first]}, found ${found[first]}`)
  process.exitCode = faults.length > 0 || first >= 0 || found.length !== expected.length ? 1 : 0
}
