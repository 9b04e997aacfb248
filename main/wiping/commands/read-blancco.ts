import type { WipeLog } from '../../../core/wipes/drive-commands.ts'

/** An element of the little XML that these reports use: names, attributes, text. */
interface Element { tag: string; name: string; text: string; inside: Element[] }

/** Blancco Drive Eraser's XML report: one answer for each erasure in it. Its signature is not ours to check. */
export function readBlancco(text: string): WipeLog[] | null {
  const root = parse(text)
  const erased = root === null ? undefined : find(root, (each) => each.tag === 'blancco_erasure_report')
  if (root === null || erased === undefined) return null
  const description = find(root, (each) => each.tag === 'description')
  const version = description && find(description, (each) => each.tag === 'product_version')?.text
  const logs: WipeLog[] = []
  for (const erasure of all(erased, (each) => each.name === 'erasure')) {
    const own = (name: string) => erasure.inside.find((each) => each.name === name)?.text.trim() || null
    const target = erasure.inside.find((each) => each.name === 'target')
    const of = (name: string) => target?.inside.find((each) => each.name === name)?.text.trim() || null
    const result = resultOf(own('state'))
    if (result === null || target === undefined) return null
    const errors = ['failed_sectors', 'total_errors', 'exceptions'].flatMap((name) => {
      const value = own(name)
      return value === null || value === '0' ? [] : [`${name} ${value}`]
    })
    logs.push({
      tool: 'Blancco', version: version?.trim() || null, serial: of('serial'), model: of('model'), device: null, method: own('erasure_standard_name'),
      started: own('start_time'), ended: own('end_time') ?? own('timestamp'), result: result === 'erased' && errors.length > 0 ? 'erased-with-exceptions' : result, errors,
    })
  }
  return logs.length === 0 ? null : logs
}

function resultOf(state: string | null): WipeLog['result'] | null {
  switch (state?.toLowerCase()) {
    case 'successful': case 'erased': return 'erased'
    case 'successful with exceptions': case 'erased with exceptions': return 'erased-with-exceptions'
    case 'failed': case 'unsuccessful': case 'not erased': return 'failed'
    case 'cancelled': case 'canceled': case 'aborted': return 'aborted'
    default: return null
  }
}

/** Elements, attributes and text; no document type, no entities but the five, nothing left open. Null for anything else. */
function parse(text: string): Element | null {
  const root: Element = { tag: '', name: '', text: '', inside: [] }
  const open = [root]
  const token = /<\?[^>]*\?>|<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z_][\w.-]*)((?:\s+[\w:.-]+\s*=\s*"[^"<]*")*)\s*(\/?)>|([^<]+)/y
  while (token.lastIndex < text.length) {
    const found = token.exec(text)
    const inner = open.at(-1)
    if (found === null || inner === undefined) return null
    const [, literal, closing, tag, attributes, selfClosing, plain] = found
    if (literal !== undefined) inner.text += literal
    else if (plain !== undefined) inner.text += plain.replace(/&(lt|gt|amp|quot|apos);/g, (_, entity: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"', apos: '\'' })[entity] ?? '')
    else if (tag !== undefined && closing === '/') {
      if (open.length < 2 || open.pop()?.tag !== tag) return null
    } else if (tag !== undefined) {
      const element = { tag, name: /\sname\s*=\s*"([^"]*)"/.exec(attributes ?? '')?.[1] ?? tag, text: '', inside: [] }
      inner.inside.push(element)
      if (selfClosing !== '/') open.push(element)
      if (open.length > 100) return null
    }
  }
  return open.length === 1 && root.inside.length === 1 ? root : null
}

const find = (from: Element, is: (each: Element) => boolean): Element | undefined => all(from, is)[0]
const all = (from: Element, is: (each: Element) => boolean): Element[] => from.inside.flatMap((each) => [...(is(each) ? [each] : []), ...all(each, is)])
