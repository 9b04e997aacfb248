import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { contract } from '../core/contract.ts'
import type { JobOptions } from '../core/wire/operation.ts'
import type { Call } from './arguments.ts'
import { atTheDesk } from './at-the-desk.ts'
import { type Exit, Usage } from './exit.ts'
import { watcher } from './print.ts'
import { withSecrets } from './secrets.ts'

const PATH_FIELDS = new Set(['into', 'path', 'paths', 'slip', 'mediumFolder', 'folder', 'materialPath'])

type Run = (input: unknown, options: JobOptions<unknown>) => Promise<unknown>

/** `azukari contracts open '{…}'` or `azukari contracts.open '{…}'`: any operation of the contract. */
export async function operation(command: string, call: Call): Promise<Exit> {
  const [group = '', name = '', words] = named(command, call.words)
  const operations = Object.hasOwn(contract, group) ? (contract as Record<string, Record<string, unknown>>)[group] : undefined
  if (!operations || !Object.hasOwn(operations, name)) throw new Usage(`there is no operation ${group}.${name}`)
  if (words.length > 1) throw new Usage('one JSON input at most')

  const input = await readInput(words[0])
  return atTheDesk(call, async (desk) => {
    const run = (desk as unknown as Record<string, Record<string, Run>>)[group]?.[name]
    if (!run) throw new Usage(`there is no operation ${group}.${name}`)
    return { answer: await run(input, { signal: call.signal, onProgress: watcher() }) }
  })
}

function named(command: string, words: readonly string[]): [string, string, readonly string[]] {
  const [group = '', name] = command.split('.')
  return name === undefined ? [group, words[0] ?? '', words.slice(1)] : [group, name, words]
}

async function readInput(word: string | undefined): Promise<unknown> {
  if (word === undefined) return undefined
  const fromArgument = word !== '-'
  const json = fromArgument ? word : await text(process.stdin)
  let parsed: unknown
  try {
    parsed = JSON.parse(json)
  } catch {
    throw new Usage('the input is not JSON')
  }
  return withSecrets(fromHere(parsed), fromArgument)
}

/** Paths as one types them: relative to where one stands, and not to where the desk will look for them tomorrow. */
function fromHere(input: unknown, field = ''): unknown {
  if (typeof input === 'string') return PATH_FIELDS.has(field) && input !== '' ? resolve(input) : input
  if (Array.isArray(input)) return input.map((each) => fromHere(each, field))
  if (typeof input !== 'object' || input === null) return input
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, fromHere(value, key)]))
}
