import { contract } from '../../core/contract.ts'
import type { Message, Wire } from '../../core/wire/message.ts'
import type { Operation } from '../../core/wire/operation.ts'
import { paperDesk, type Scene } from './paper-desk.ts'

const MARKUP = '<img src=x onerror="window.ran=1">"><script>window.ran=2</script>{{ran}}$t(ran)javascript:ran'
/** What somebody appends to a name who means harm. The first that the contract lets such a text be is taken. */
const POISONS = [`${MARKUP}\u202ecod.exe\u200b`, MARKUP, '<b>'] as const

/** The desk of paper, and every text that it tells is poisoned as far as the contract lets it be: names, places, remarks, files, letters, rows. */
export const poisonedDesk = (scene: Scene): Wire => {
  const wire = paperDesk(scene)
  return { call: (name, input, hear) => wire.call(name, input, (message) => hear('done' in (message as Message) ? { done: poison(name, (message as { done: unknown }).done) } : message)) }
}

const chosen = new Map<string, number>()

function poison(name: string, told: unknown): unknown {
  const [group = '', operation = ''] = name.split('.')
  const output = (contract as Record<string, Record<string, Operation>>)[group]?.[operation]?.output
  const allows = (answer: unknown): boolean => output?.safeParse(answer).success ?? true
  const poisoned = structuredClone(told)
  // A desk of paper is not always true to the contract; then nothing can be learned from it.
  const isTrue = allows(poisoned)
  const texts = textsIn({ answer: poisoned }, name)
  for (const { holder, key, text, way } of texts) {
    if (!chosen.has(way)) chosen.set(way, POISONS.findIndex((each) => { holder[key] = text + each; return !isTrue || allows(poisoned) }))
    const which = chosen.get(way) ?? -1
    holder[key] = which < 0 ? text : text + POISONS[which]
  }
  return poisoned
}

interface Place { holder: Record<string, unknown>; key: string; text: string; way: string }

/** Texts of people. A word of the program (a state, an id, a day) is told by its letters: with those poisoned, the page would only say that it knows no such word. */
function* textsIn(holder: Record<string, unknown>, way: string): Generator<Place> {
  for (const [key, value] of Object.entries(holder)) {
    const here = `${way}.${/^\d+$/.test(key) ? '#' : key}`
    if (typeof value === 'string') { if (/[^\x20-\x7e]|[ /@]|\.[a-z]/.test(value) && value !== 'app') yield { holder, key, text: value, way: here } }
    else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) yield* textsIn(value as Record<string, unknown>, here)
  }
}

Object.assign(globalThis, { poisonedDesk })
