import fc from 'fast-check'
import * as z from 'zod'
import type { Schema } from '../../core/wire/operation.ts'

/** Text as somebody has it who means harm, or whose keyboard fell down the stairs. */
export const hostileTexts = [
  '', ' ', '\0', 'a\0b', '\n', '<img src=x onerror="window.ran=1">', '"><script>window.ran=1</script>', 'javascript:alert(1)', '{{7*7}}', '${7*7}', '%s%n', "' OR 1=1 --", '=cmd|\'/C calc\'!A0',
  '\u202egpj.exe', 'a\u200bb', '\ufeff', '\ud800', '\udfff\ud800', 'e' + '\u0301'.repeat(500), '𠮷', '../../../etc/passwd', '..\\..\\boot.ini', '/dev/zero', '/proc/self/mem', '\\\\.\\PhysicalDrive0', '\\\\host\\share', 'file:///etc/passwd',
  '__proto__', 'constructor', 'toString', 'null', 'NaN', '-0', '9'.repeat(400), '2026-13-45', '0000-00-00', 'x'.repeat(5000),
] as const

const numbers = [0, -0, -1, 1, 0.5, NaN, Infinity, -Infinity, 2 ** 31, 2 ** 53, Number.MAX_VALUE, 1e-320] as const

/** Values that no schema of ours asks for. */
export function strangers(): unknown[] {
  const polluting = JSON.parse('{"__proto__":{"isAdmin":true,"into":"/tmp"},"constructor":{"prototype":{"isAdmin":true}},"toString":1,"hasOwnProperty":null,"then":1}') as object
  const circle: Record<string, unknown> = {}
  circle['self'] = circle
  return [
    null, true, NaN, -0, 1n, 'x'.repeat(1_000_000), [], [[[[[]]]]], {}, Object.create(null), polluting, [polluting], circle, new Date(NaN), new Map([['__proto__', polluting]]), new Set([1]),
    new Uint8Array(10), new BigUint64Array(2), new Error('error'), /(a+)+$/, Array.from({ length: 1000 }, () => polluting), { length: 1e9 }, { 0: 'a', length: 1 },
  ]
}

interface Form { type?: string; const?: unknown; enum?: unknown[]; anyOf?: Form[]; oneOf?: Form[]; allOf?: Form[]; properties?: Record<string, Form>; required?: string[]; items?: Form; prefixItems?: Form[]; additionalProperties?: Form | boolean; minLength?: number; pattern?: string; minimum?: number }

/** What a schema describes, filled with what somebody would fill in who means harm: often of the right shape, never of good will. */
export function hostileTo(schema: Schema): fc.Arbitrary<unknown> {
  return fromForm(z.toJSONSchema(schema as unknown as z.ZodType, { io: 'input', unrepresentable: 'any' }) as Form)
}

function fromForm(form: Form): fc.Arbitrary<unknown> {
  if (form.const !== undefined) return mostly(fc.constant(form.const), text)
  if (form.enum) return mostly(fc.constantFrom(...form.enum), text)
  const choices = form.anyOf ?? form.oneOf
  if (choices) return fc.oneof(...choices.map(fromForm))
  switch (form.type) {
    case 'string': return mostly(form.pattern === undefined ? text : fc.oneof(text, lookingRight), anything)
    case 'number': case 'integer': return mostly(fc.constantFrom(...numbers), anything)
    case 'boolean': return mostly(fc.boolean(), anything)
    case 'null': return fc.constant(null)
    case 'array': return mostly(form.prefixItems ? fc.tuple(...form.prefixItems.map(fromForm)) : fc.array(form.items ? fromForm(form.items) : text, { maxLength: 3 }), anything)
    case 'object': return mostly(record(form), anything)
    default: return anything
  }
}

const text = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...hostileTexts) }, fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('id-1', '/out', '/out/new', 'mizuno', 'X'))
const lookingRight = fc.constantFrom('2026-12-07', '0001-01-01', '9999-12-31', '2026-12-07T10:00:00+09:00', '0'.repeat(64), 'f'.repeat(64), 'MED-2026-0001', 'a@b.example')
const anything = fc.oneof(text, fc.constantFrom(...numbers), fc.boolean(), fc.constant(null), fc.constant(undefined), fc.constant({}), fc.constant([]), fc.constant(new Map()))

/** Once in eight times something else altogether, so that what lies deeper is reached as well. */
function mostly(right: fc.Arbitrary<unknown>, wrong: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 15, arbitrary: right }, { weight: 1, arbitrary: wrong })
}

function record({ properties = {}, required = [], additionalProperties }: Form): fc.Arbitrary<unknown> {
  if (Object.keys(properties).length === 0 && typeof additionalProperties === 'object') return fc.dictionary(text as fc.Arbitrary<string>, fromForm(additionalProperties), { maxKeys: 3 })
  const known = fc.record(Object.fromEntries(Object.entries(properties).map(([key, form]) => [key, fromForm(form)])), { requiredKeys: required.filter((key) => key in properties) })
  return fc.tuple(known, fc.constantFrom({}, {}, {}, JSON.parse('{"__proto__":{"id":"id-1"}}') as object)).map(([object, more]) => Object.assign(Object.create(null) as object, object, more))
}
