// Draws the values of the odd schema, as tests/OddServer/Drawing does in C#: each follows from a number and a type alone.
import { isAbstractType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, getNullableType, valueFromASTUntyped } from 'graphql'

const ROOT = 2025
const TEXTS = ['', 'plain', 'two words', '"quoted"', 'back\\slash', 'line\nfeed', 'tab\t', 'nul\u0000', 'é', '日本', '\u{1F41D}', '\u2028', '</script>', '\u007F']
const REALS = [0, -0.5, 1e21, 1.5e-7, 123456.789, 1e300, 3, NaN, Infinity, 5e-324, -1e-5, 0.1]
const NOTES = [[1, [true, null]], [], 'x', 0.5, -0.25, [[1], 'd'], false]
const DAY = 86_400_000

/** The number that follows from a number and a text. */
export function mix(key, text) {
  let hash = key ^ 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
  return (hash ^ (hash >>> 16)) >>> 0
}

function value(schema, type, key) {
  if (isNonNullType(type)) {
    const luck = mix(key, '!') % 200
    return luck === 0 ? new Error('Drawn.') : luck === 1 ? null : notNull(schema, type.ofType, key)
  }
  const luck = mix(key, '?') % 50
  return luck === 0 ? new Error('Drawn.') : luck < 5 ? null : notNull(schema, type, key)
}

function notNull(schema, type, key) {
  if (isListType(type)) return list(schema, type, key)
  if (isEnumType(type)) {
    const values = type.getValues()
    return mix(key, 'bad') % 60 === 0 ? 'UNSPEAKABLE' : values[mix(key, 'enum') % values.length].value
  }
  if (isAbstractType(type) || isObjectType(type)) return object(schema, type, key)
  return scalar(type.name, key)
}

function list(schema, type, key) {
  if (mix(key, 'bad') % 80 === 0) return 7
  if (mix(key, 'cut') % 60 === 0) return unreadable()
  return Array.from({ length: mix(key, 'count') % 4 }, (_, i) => value(schema, type.ofType, mix(key, `[${i}]`)))
}

function* unreadable() {
  throw new Error('The list cannot be read.')
}

function object(schema, type, key) {
  if (isAbstractType(type) && mix(key, 'bad') % 60 === 0) return { __typename: 'Stranger' }
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type).map((t) => t.name).sort() : [type.name]
  return { __typename: possible[mix(key, 'type') % possible.length], key }
}

function scalar(name, key) {
  switch (name) {
    case 'Int': return mix(key, 'far') % 20 === 0 ? -2147483648 : (key % 2001) - 1000
    case 'Float': return mix(key, 'far') % 4 === 0 ? REALS[mix(key, 'real') % REALS.length] : ((key % 4001) - 2000) / 8
    case 'Boolean': return key % 2 === 0
    case 'String': return TEXTS[key % TEXTS.length]
    case 'ID': return `id-${key % 1000}`
    case 'Date': return new Date(Date.UTC(2000, 0, 1) + (key % 20000) * DAY).toISOString().slice(0, 10)
    case 'Tint': return `#${(key & 0xffffff).toString(16).padStart(6, '0')}`
    default: return NOTES[key % NOTES.length]
  }
}

// Coerced arguments as one text, the same for the same values.
function canonicalArguments(field, values) {
  return `(${field.args.filter((a) => Object.hasOwn(values, a.name)).map((a) => `${a.name}:${canonical(a.type, values[a.name])},`).join('')})`
}

function canonical(type, given) {
  const inner = getNullableType(type)
  if (given === null || given === undefined) return 'null'
  if (isListType(inner)) return `[${given.map((item) => `${canonical(inner.ofType, item)},`).join('')}]`
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields()).filter((f) => Object.hasOwn(given, f.name))
    return `{${fields.map((f) => `${f.name}:${canonical(f.type, given[f.name])},`).join('')}}`
  }
  switch (inner.name) {
    case 'Float': return real(given)
    case 'String': case 'ID': return text(given)
    case 'Anything': return anything(given)
    case 'Int': return String(given)
    default: return String(given)
  }
}

function anything(given) {
  if (given === null) return 'null'
  if (typeof given === 'number') return real(given)
  if (typeof given === 'string') return text(given)
  if (Array.isArray(given)) return `[${given.map((item) => `${anything(item)},`).join('')}]`
  if (typeof given === 'object') return `{${Object.entries(given).map(([name, inner]) => `${text(name)}=${anything(inner)},`).join('')}}`
  return String(given)
}

function real(given) {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, given)
  return view.getBigUint64(0).toString(16).padStart(16, '0')
}

const text = (given) => `${given.length}:${given}`

/** Puts the scalars and resolvers of the odd schema into a schema that was built from its SDL. */
export function animate(schema) {
  const tint = schema.getType('Tint')
  const toTint = (given) => {
    if (typeof given !== 'string' || !/^#[0-9a-f]{6}$/.test(given)) throw new Error('no tint')
    return given
  }
  tint.parseValue = tint.coerceInputValue = toTint
  tint.parseLiteral = tint.coerceInputLiteral = (node) => toTint(node.kind === 'StringValue' ? node.value : null)
  const date = schema.getType('Date')
  const toDate = (given) => {
    if (typeof given !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(given)) throw new Error('no date')
    const time = new Date(`${given}T00:00:00Z`)
    if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== given || given.startsWith('0000')) throw new Error('no date')
    return given
  }
  date.parseValue = date.coerceInputValue = toDate
  date.parseLiteral = date.coerceInputLiteral = (node) => toDate(node.kind === 'StringValue' ? node.value : null)

  schema.getType('Anything').coerceInputLiteral = (node) => valueFromASTUntyped(node)

  const mutation = schema.getMutationType().getFields()
  const count = (ledger, by) => {
    ledger.total = (ledger.total + by) % 1000
    return { __typename: 'Tally', by }
  }
  mutation.add.resolve = (_, { by }, ledger) => count(ledger, by)
  mutation.addAll.resolve = (_, { by }, ledger) => by.map((each) => count(ledger, each))
  mutation.fail.resolve = (_, { by }, ledger) => {
    count(ledger, by)
    throw new Error('It failed.')
  }
  mutation.failHard.resolve = () => {
    throw new Error('It failed hard.')
  }
  mutation.total.resolve = (_, __, ledger) => ledger.total
  const tally = schema.getType('Tally').getFields()
  tally.total.resolve = (_, __, ledger) => ledger.total
  tally.again.resolve = (source) => source
  return schema
}

/** The resolver of every other field. */
export function drawField(source, args, ledger, info) {
  const field = info.parentType.getFields()[info.fieldName]
  if (info.parentType.name === 'Tally') return source[info.fieldName]
  if (info.fieldName === 'broken') throw new Error('The whole batch failed.')
  return value(info.schema, field.type, mix(source?.key ?? ROOT, info.fieldName + canonicalArguments(field, args)))
}
