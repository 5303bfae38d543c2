// Ways to spoil a document, by its text, its tokens or its tree.
import { Kind, Lexer, Source, TokenKind, parse, parseType, parseValue, print, visit } from 'graphql'

const STRAY = ['{', '}', '(', ')', '[', ']', ':', '=', '!', '$', '@', '...', '|', '&', '"', '"""', '\\', '-', '.', '1', '01', '1.', '1e', 'on', 'fragment', 'query', 'subscription', 'null', 'type', 'extend', '#', '?', '"\\u{110000}"', '"\\ud83d"', '\u0007', '"\\q"', '1a', '"""a']

export class Damager {
  #random
  #names
  #types

  constructor(schema, random) {
    this.#random = random
    const types = Object.values(schema.getTypeMap())
    const members = types.flatMap((t) => (t.getFields ? Object.values(t.getFields()) : []))
    this.#types = types.map((t) => t.name)
    this.#names = [...new Set([...this.#types, ...members.flatMap((m) => [m.name, ...(m.args ?? []).map((a) => a.name)]), 'CALM', 'skip', 'hint', 'once', 'unknown', 'if', 'v0', 'v1', 'F0', 'x1', 'on'])]
  }

  spoil(text) {
    const luck = this.#random.below(10)
    if (luck < 1) return this.#byCharacter(text)
    if (luck < 4) return this.#byToken(text)
    return this.#byTree(text)
  }

  #byCharacter(text) {
    const at = this.#random.below(text.length + 1)
    const odd = this.#random.of(STRAY)
    return this.#random.of([text.slice(0, at) + text.slice(at + 1), text.slice(0, at) + odd + text.slice(at), text.slice(0, at), text.slice(0, at) + odd + text.slice(at + 1)])
  }

  #byToken(text) {
    const random = this.#random
    const tokens = []
    const lexer = new Lexer(new Source(text))
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) tokens.push(token)
    const at = random.of(tokens)
    const other = random.of(tokens)
    const of = (token) => text.slice(token.start, token.end)
    if (at.kind === TokenKind.NAME && random.chance(60)) return this.#replace(text, at, random.of(this.#names))
    switch (random.below(4)) {
      case 0: return this.#replace(text, at, '')
      case 1: return this.#replace(text, at, `${of(at)} ${of(other)}`)
      case 2: return this.#replace(text, at, of(other))
      default: return this.#replace(text, at, random.of(STRAY))
    }
  }

  #replace(text, token, by) {
    return text.slice(0, token.start) + by + text.slice(token.end)
  }

  #byTree(text) {
    const document = parse(text)
    const random = this.#random
    const value = () => parseValue(random.of(['null', '1', '"s"', 'true', 'CALM', '[1]', '[[null]]', '{a: 1}', '{}', '$v0', '$nobody', '1.5', '-99999999999', '{id: 1, name: "a"}', '{row: 1}', '{living: true, and: [{living: null}]}', '"2024-02-30"']))
    const ways = [
      () => this.#edit(document, Kind.FIELD, (node) => ({ ...node, selectionSet: node.selectionSet ? undefined : parse('{ id }').definitions[0].selectionSet })),
      () => this.#edit(document, Kind.FIELD, (node) => ({ ...node, alias: { kind: Kind.NAME, value: random.of(['id', 'name', 'x1', 'x2', 'twin']) } })),
      () => this.#edit(document, Kind.FIELD, (node) => ({ ...node, name: { kind: Kind.NAME, value: random.of(this.#names) } })),
      () => this.#edit(document, Kind.FIELD, (node) => ({ ...node, arguments: [...(node.arguments ?? []), { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: random.of(['by', 'first', 'unknown', 'mood', 'where']) }, value: value() }] })),
      () => this.#edit(document, Kind.ARGUMENT, (node) => ({ ...node, value: value() })),
      () => this.#edit(document, Kind.ARGUMENT, () => null),
      () => this.#edit(document, Kind.OBJECT_FIELD, (node) => ({ ...node, value: value() })),
      () => this.#edit(document, Kind.OBJECT_FIELD, (node) => ({ ...node, name: { kind: Kind.NAME, value: random.of(this.#names) } })),
      () => this.#edit(document, Kind.OBJECT, (node) => ({ ...node, fields: [...node.fields, ...node.fields.slice(0, 1)] })),
      () => this.#edit(document, Kind.OBJECT, (node) => ({ ...node, fields: node.fields.slice(1) })),
      () => this.#edit(document, Kind.VARIABLE_DEFINITION, (node) => ({ ...node, type: parseType(random.of([...this.#types, 'Int!', '[Int]', '[[Int!]]', 'Boolean', 'Robot!', 'Nothing', '[String!]!'])) })),
      () => this.#edit(document, Kind.VARIABLE_DEFINITION, (node) => ({ ...node, defaultValue: parseValue(random.of(['null', '1', '"s"', 'true', 'CALM', '[]', '{}'])) })),
      () => this.#edit(document, Kind.VARIABLE_DEFINITION, () => null),
      () => this.#edit(document, Kind.VARIABLE, () => ({ kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: random.of(['v0', 'v1', 'v2', 'nobody']) } })),
      () => this.#edit(document, Kind.OPERATION_DEFINITION, (node) => ({ ...node, operation: random.of(['query', 'mutation', 'subscription']) })),
      () => this.#edit(document, Kind.OPERATION_DEFINITION, (node) => ({ ...node, variableDefinitions: [...(node.variableDefinitions ?? []), ...parse(`query (${random.of(['$unused: Int', '$v0: Int', '$v1: Nothing', '$v2: Robot'])}) { a }`).definitions[0].variableDefinitions] })),
      () => this.#edit(document, Kind.INLINE_FRAGMENT, (node) => ({ ...node, typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: random.of(this.#types) } } })),
      () => this.#edit(document, Kind.FRAGMENT_DEFINITION, (node) => ({ ...node, typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: random.of(this.#types) } } })),
      () => this.#edit(document, Kind.FRAGMENT_DEFINITION, () => null),
      () => this.#edit(document, Kind.FRAGMENT_SPREAD, (node) => ({ ...node, name: { kind: Kind.NAME, value: random.of(['F0', 'F1', 'F2', 'Nobody']) } })),
      () => this.#edit(document, Kind.SELECTION_SET, (node) => ({ ...node, selections: [...node.selections, ...parse(random.of(['{ ...F0 }', '{ ...F1 @skip(if: $v0) }', '{ ... on Dust { grams } }', '{ id: name }', '{ name @once @once }', '{ twin { id } twin { id: __typename } }', '{ a: around(place: {row: 1}) { id } a: around { id } }', '{ ... on Mouse { a: born } ... on Clock { a: hours } }', '{ id @include }'])).definitions[0].selectionSet.selections] })),
      () => this.#edit(document, Kind.FIELD, (node) => ({ ...node, directives: [...(node.directives ?? []), ...parse(`{ a ${random.of(['@skip', '@skip(if: null)', '@skip(if: "a")', '@nobody', '@once @once', '@hint(level: null)', '@deprecated', '@include(if: true, if: false)', '@include(if: $nobody)', '@hint(tags: [1])'])} }`).definitions[0].selectionSet.selections[0].directives] })),
      () => ({ ...document, definitions: [...document.definitions, ...document.definitions.slice(0, 1)] }),
      () => ({ ...document, definitions: [...document.definitions, ...parse(random.of(['{ __typename }', 'fragment F0 on Thing { id }', 'query Op0 { __typename }', 'type A { b: Int }', 'extend type Robot { b: Int }', 'fragment Loop on Thing { twin { ...Loop } }', 'subscription S { a }', 'schema { query: Robot }'])).definitions] }),
    ]
    return print(random.of(ways)())
  }

  /** Changes one node of a kind, if there is one. */
  #edit(document, kind, change) {
    let count = 0
    visit(document, { [kind]: () => void count++ })
    if (count === 0) return document
    let left = this.#random.below(count)
    return visit(document, { [kind]: { leave: (node) => (left-- === 0 ? change(node) : undefined) } })
  }
}
