// Random documents for a schema: most of them valid, with the variables they need.
import {
  GraphQLNonNull, getNamedType, getNullableType, isCompositeType, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType,
  isObjectType, doTypesOverlap,
} from 'graphql'

const MAX_DEPTH = 4
const STRINGS = ['"a"', '""', '"é\\n\\u00e9\\u{1F41D}"', '"""\n  block\n    string\n"""', '"\\"quoted\\""', '"""a \\""" b"""']
const JSON_STRINGS = ['a', '', 'é\n', '\u{1F41D}', '"']
const SYSTEM = [
  '__schema { description queryType { name kind } mutationType { fields { name type { name } } } subscriptionType { name } }',
  '__type(name: "Robot") { name fields(includeDeprecated: true) { name args { name defaultValue } type { kind name ofType { kind name } } } interfaces { name } }',
  '__type(name: "Nothing") { name }',
  '__type(name: "ThingByInput") { isOneOf inputFields { name type { name } defaultValue isDeprecated } }',
  '__type(name: "Curio") { possibleTypes { name } enumValues { name } fields { name } }',
]

export class Generator {
  #schema
  #random
  #fragments = []
  #variables = new Map()
  #names = 0

  constructor(schema, random) {
    this.#schema = schema
    this.#random = random
  }

  /** One document, an operation of it to run, and values for its variables. */
  document() {
    this.#fragments = []
    this.#variables = new Map()
    this.#names = 0
    const random = this.#random
    const composites = Object.values(this.#schema.getTypeMap()).filter((t) => isCompositeType(t) && !t.name.startsWith('__') && t !== this.#schema.getMutationType())
    for (let i = random.chance(60) ? random.below(4) : 0; i > 0; i--) {
      const type = random.of(composites)
      const uses = new Set()
      const name = this.#fresh('F')
      const head = `fragment ${name} on ${type.name}${this.#directives('FRAGMENT_DEFINITION', uses)}`
      const text = `${this.#description()}${head} ${this.#selection(type, 2 + random.below(2), uses)}`
      this.#fragments.push({ name, type, uses, text })
    }
    const operations = []
    const count = random.chance(15) ? 2 : 1
    for (let i = 0; i < count; i++) operations.push(this.#operation(count > 1))
    const parts = [...operations.map((o) => o.text), ...this.#fragments.filter((f) => f.isSpread || random.chance(3)).map((f) => f.text)]
    if (random.chance(30)) parts.reverse()
    const chosen = random.of(operations)
    const operationName = count > 1 ? (random.chance(90) ? chosen.name : random.chance(50) ? 'Nobody' : undefined) : undefined
    return { query: parts.join(random.of(['\n', '\n\n', ' ', '\r\n'])), operationName, variables: this.#values(chosen.uses) }
  }

  #operation(isNamed) {
    const random = this.#random
    const isMutation = random.chance(12)
    const type = isMutation ? this.#schema.getMutationType() : this.#schema.getQueryType()
    const uses = new Set()
    const name = isNamed || random.chance(30) ? this.#fresh('Op') : undefined
    const directives = this.#directives(isMutation ? 'MUTATION' : 'QUERY', uses)
    const selection = this.#selection(type, MAX_DEPTH - random.below(3), uses)
    const definitions = [...uses].map((each) => this.#definition(each))
    const variables = definitions.length > 0 ? `(${definitions.join(this.#gap())})` : ''
    const isShort = !isMutation && name === undefined && directives === '' && variables === '' && random.chance(70)
    const head = isShort ? '' : `${this.#description()}${isMutation ? 'mutation' : 'query'} ${name ?? ''}${variables}${directives} `
    return { name, uses, text: head + selection }
  }

  #description() {
    return this.#random.chance(4) ? '"about this" ' : ''
  }

  #definition(name) {
    const { type, defaultText } = this.#variables.get(name)
    const directives = this.#random.chance(4) ? ' @hint(level: 2)' : ''
    return `$${name}: ${type}${defaultText === undefined ? '' : ` = ${defaultText}`}${directives}`
  }

  #selection(type, depth, uses) {
    const random = this.#random
    const written = []
    for (let i = 1 + random.below(4); i > 0; i--) {
      const luck = random.below(100)
      if (luck < 12 && depth > 0) written.push({ text: this.#inline(type, depth, uses) })
      else if (luck < 22 && this.#fragments.length > 0) written.push({ text: this.#spread(type, uses) })
      else if (luck < 30 && written.some((w) => w.head)) written.push(this.#again(random.of(written.filter((w) => w.head)), depth, uses))
      else written.push(this.#field(type, depth, uses))
    }
    const items = written.map((w) => w.text).filter((text) => text !== '')
    return `{${this.#gap()}${(items.length > 0 ? items : ['__typename']).join(this.#gap())}${this.#gap()}}`
  }

  #inline(type, depth, uses) {
    const random = this.#random
    const fitting = Object.values(this.#schema.getTypeMap()).filter((t) => isCompositeType(t) && doTypesOverlap(this.#schema, t, type))
    const condition = random.chance(15) ? undefined : random.of(fitting)
    return `...${condition ? ` on ${condition.name}` : ''}${this.#directives('INLINE_FRAGMENT', uses)} ${this.#selection(condition ?? type, depth - 1, uses)}`
  }

  #spread(type, uses) {
    const fitting = this.#fragments.filter((f) => doTypesOverlap(this.#schema, f.type, type))
    if (fitting.length === 0) return ''
    const fragment = this.#random.of(fitting)
    fragment.isSpread = true
    for (const name of fragment.uses) uses.add(name)
    return `...${fragment.name}${this.#directives('FRAGMENT_SPREAD', uses)}`
  }

  /** A field that is there already, to be merged. */
  #again(field, depth, uses) {
    return { ...field, text: field.head + this.#directives('FIELD', uses) + (field.type ? ` ${this.#selection(field.type, depth - 1, uses)}` : '') }
  }

  #field(type, depth, uses) {
    const random = this.#random
    const fields = isObjectType(type) || type.getFields ? Object.values(type.getFields()) : []
    const possible = depth > 0 ? fields : fields.filter((f) => isLeafType(getNamedType(f.type)))
    if (type === this.#schema.getQueryType() && random.chance(4)) return { text: `${this.#fresh('s')}: ${random.of(SYSTEM)}` }
    if (possible.length === 0 || random.chance(8)) return { text: `${random.chance(30) ? `${this.#fresh('t')}: ` : ''}__typename` }
    // Fields with something below are what makes a document interesting.
    let field = random.of(possible)
    if (depth > 1 && isLeafType(getNamedType(field.type))) field = random.of(possible)
    const args = field.args.filter((a) => (isNonNullType(a.type) && a.defaultValue === undefined && a.default === undefined) || random.chance(45))
    if (random.chance(20)) args.reverse()
    const given = args.map((a) => `${a.name}: ${this.#value(a.type, uses, { hasDefault: a.default !== undefined || a.defaultValue !== undefined })}`)
    const isAliased = given.length > 0 ? random.chance(96) : random.chance(30)
    const alias = isAliased ? `${random.chance(6) ? random.of(['a', 'b', 'id', 'name']) : this.#fresh('x')}: ` : ''
    const head = `${alias}${field.name}${given.length > 0 ? `(${given.join(this.#gap())})` : ''}`
    const named = getNamedType(field.type)
    const below = isCompositeType(named) ? named : undefined
    return { head, type: below, text: head + this.#directives('FIELD', uses) + (below ? ` ${this.#selection(below, depth - 1, uses)}` : '') }
  }

  #directives(location, uses) {
    const random = this.#random
    let text = ''
    const isCondition = location === 'FIELD' || location === 'FRAGMENT_SPREAD' || location === 'INLINE_FRAGMENT'
    if (isCondition && random.chance(9)) text += ` @${random.of(['skip', 'include'])}(if: ${this.#condition(uses)})`
    while (random.chance(4)) text += random.chance(50) ? ' @hint' : ` @hint(tags: ${this.#value(this.#schema.getDirective('hint').args[1].type, uses)})`
    if ((location === 'FIELD' || location === 'QUERY') && random.chance(2)) text += ' @once'
    return text
  }

  #condition(uses) {
    if (this.#random.chance(50)) return this.#random.of(['true', 'false'])
    return `$${this.#variable(new GraphQLNonNull(this.#schema.getType('Boolean')), uses)}`
  }

  #variable(type, uses) {
    const random = this.#random
    const known = [...this.#variables].filter(([, each]) => String(each.type) === String(type))
    if (known.length > 0 && random.chance(40)) {
      const [name] = random.of(known)
      uses.add(name)
      return name
    }
    const name = this.#fresh('v')
    // A default holds no variables; it is written by its own little rule.
    const defaultText = random.chance(25) ? this.#value(type, null) : undefined
    this.#variables.set(name, { type, defaultText })
    uses.add(name)
    return name
  }

  /** A literal of a type; without a set of used variables, a constant one. */
  #value(type, uses, { hasDefault = false } = {}) {
    const random = this.#random
    if (uses && random.chance(22)) {
      const nullable = getNullableType(type)
      if (isNonNullType(type)) return `$${this.#variable(hasDefault && random.chance(50) ? nullable : type, uses)}`
      return `$${this.#variable(random.chance(20) ? new GraphQLNonNull(nullable) : type, uses)}`
    }
    if (isNonNullType(type)) return this.#notNull(type.ofType, uses)
    return random.chance(8) ? 'null' : this.#notNull(type, uses)
  }

  #notNull(type, uses) {
    const random = this.#random
    if (isListType(type)) {
      if (random.chance(12)) return this.#value(new GraphQLNonNull(getNullableType(type.ofType)), null)
      const items = Array.from({ length: random.below(4) }, () => this.#value(type.ofType, uses))
      return `[${items.join(random.of([', ', ' ', ',']))}]`
    }
    if (isInputObjectType(type)) return this.#object(type, uses)
    if (isEnumType(type)) return random.of(type.getValues()).name
    switch (type.name) {
      case 'Int': return random.of(['0', '-1', '7', '2147483647', '-2147483648', '-0'])
      case 'Float': return random.of(['1', '1.5', '-2e3', '0.0', '-0.0', '1E-2', '123456789012'])
      case 'Boolean': return random.of(['true', 'false'])
      case 'ID': return random.of(['"x"', '12', '"12"', '-3', '9007199254740993'])
      case 'Date': return random.of(['"2024-02-29"', '"0001-01-01"', '"9999-12-31"'])
      case 'Tint': return random.of(['"#00ff7f"', '"#000000"'])
      case 'Anything': return this.#anything(uses, 2)
      default: return random.of(STRINGS)
    }
  }

  #object(type, uses) {
    const random = this.#random
    const all = Object.values(type.getFields())
    let fields = all.filter((f) => (isNonNullType(f.type) && f.default === undefined && f.defaultValue === undefined) || random.chance(25))
    if (type.isOneOf) fields = [random.of(all)]
    if (random.chance(30)) fields.reverse()
    const asType = (f) => (type.isOneOf ? new GraphQLNonNull(f.type) : f.type)
    return `{${fields.map((f) => `${f.name}: ${this.#value(asType(f), uses, { hasDefault: f.default !== undefined || f.defaultValue !== undefined })}`).join(random.of([', ', ' ']))}}`
  }

  #anything(uses, depth) {
    const random = this.#random
    if (uses && depth < 2 && random.chance(30)) return `$${this.#variable(this.#schema.getType(random.of(['Int', 'String', 'Boolean', 'Float', 'Mood', 'Date', 'Tint', 'Anything', 'PlaceInput', 'ThingByInput'])), uses)}`
    const luck = random.below(depth > 0 ? 9 : 6)
    if (luck === 6 || luck === 8) return `[${Array.from({ length: random.below(3) }, () => this.#anything(uses, depth - 1)).join(' ')}]`
    if (luck === 7) return `{${['b', 'a'].slice(random.below(3)).map((name) => `${name}: ${this.#anything(uses, depth - 1)}`).join(', ')}}`
    return ['1', '2.5', '"text"', 'true', 'A_NAME', '-0.0'][luck]
  }

  #values(uses) {
    const random = this.#random
    const values = {}
    for (const name of uses) {
      const { type, defaultText } = this.#variables.get(name)
      const isOptional = !isNonNullType(type) || defaultText !== undefined
      if (isOptional && random.chance(40)) continue
      values[name] = this.#json(type)
    }
    if (random.chance(5)) values.unused = 1
    return Object.keys(values).length > 0 || random.chance(10) ? values : undefined
  }

  #json(type) {
    const random = this.#random
    if (random.chance(1)) return random.of([null, 'wrong', -1, 1.5, true, [], {}, [[null]], { a: 1 }, 1e20])
    if (!isNonNullType(type) && random.chance(6)) return null
    return this.#jsonOf(getNullableType(type))
  }

  #jsonOf(type) {
    const random = this.#random
    if (isListType(type)) {
      if (random.chance(12)) return this.#json(getNullableType(type.ofType))
      return Array.from({ length: random.below(4) }, () => this.#json(type.ofType))
    }
    if (isInputObjectType(type)) {
      const all = Object.values(type.getFields())
      const fields = type.isOneOf ? [random.of(all)] : all.filter((f) => (isNonNullType(f.type) && f.default === undefined && f.defaultValue === undefined) || random.chance(25))
      return Object.fromEntries(fields.map((f) => [f.name, this.#json(type.isOneOf ? new GraphQLNonNull(f.type) : f.type)]))
    }
    if (isEnumType(type)) return random.of(type.getValues()).name
    switch (type.name) {
      case 'Int': return random.of([0, -1, 7, 2147483647, -2147483648])
      case 'Float': return random.of([1, 1.5, -2e3, 1e-7, 1e21])
      case 'Boolean': return random.chance(50)
      case 'ID': return random.of(['x', 12, '12', -3])
      case 'Date': return random.of(['2024-02-29', '0001-01-01'])
      case 'Tint': return '#00ff7f'
      case 'Anything': return random.of([1, 'text', [1, 'a', null], { a: { b: [] } }, true, 0.5])
      default: return random.of(JSON_STRINGS)
    }
  }

  #fresh(prefix) {
    return `${prefix}${this.#names++}`
  }

  #gap() {
    return this.#random.of([' ', ' ', '\n', '\n  ', ', ', ' ,\n', '\r\n\t', ' # note\n'])
  }
}
