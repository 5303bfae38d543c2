// Writes what graphql-js makes of many documents, one JSON line each: node reference.mjs SDL SEED COUNT REGRESSIONS OUT
// The documents kept in the folder REGRESSIONS come first. Of the COUNT generated ones half are spoilt.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, execute, parse, specifiedRules, validate } from 'graphql'
import { animate, drawField } from './draw.mjs'
import { Damager } from './damage.mjs'
import { Generator } from './generate.mjs'
import { Random } from './random.mjs'

const [sdlFile, seed, count, regressions, out] = process.argv.slice(2)
const schema = animate(buildSchema(readFileSync(sdlFile, 'utf8')))
// Not a rule of the specification.
const rules = specifiedRules.filter((rule) => rule.name !== 'MaxIntrospectionDepthRule')
const lines = []

const locations = (error) => (error.locations ?? []).map(({ line, column }) => [line, column])

function judge({ query, operationName, variables }) {
  let document
  try {
    document = parse(query)
  } catch (error) {
    return { kind: 'syntax', errors: [{ locations: locations(error) }], message: error.message }
  }
  const faults = validate(schema, document, rules)
  if (faults.length > 0) return { kind: 'invalid', errors: faults.map((error) => ({ locations: locations(error) })), message: faults[0].message }
  const result = execute({ schema, document, operationName, variableValues: variables, contextValue: { total: 0 }, fieldResolver: drawField })
  const errors = (result.errors ?? []).map((error) => ({ locations: locations(error), path: error.path }))
  return 'data' in result
    ? { kind: 'executed', data: result.data, errors, message: result.errors?.[0].message }
    : { kind: 'refused', errors, message: result.errors[0].message }
}

function add(name, request) {
  lines.push(JSON.stringify({ name, ...request, expected: judge(request) }))
}

// A kept document may begin with comments `# operationName: Name` and `# variables: {...}`.
for (const file of readdirSync(regressions).filter((name) => name.endsWith('.graphql')).sort()) {
  const query = readFileSync(join(regressions, file), 'utf8')
  const variables = /^# variables: (.*)$/m.exec(query)?.[1]
  add(file, { query, operationName: /^# operationName: (.*)$/m.exec(query)?.[1], variables: variables && JSON.parse(variables) })
}

const random = new Random(Number(seed))
const generator = new Generator(schema, random)
const damager = new Damager(schema, random)
for (let i = 0; i < Number(count); i++) {
  const request = generator.document()
  if (i % 2 === 1) {
    request.query = damager.spoil(request.query)
    if (random.chance(15)) {
      try {
        request.query = damager.spoil(request.query)
      } catch {
        // What no longer parses cannot be spoilt by its tree.
      }
    }
  }
  add(`seed ${seed}, document ${i}`, request)
}

writeFileSync(out, lines.join('\n') + '\n')
