import type { Objection } from '../core/refusal.ts'
import { sayInJapanese } from '../core/words/ja.ts'
import { asSeen, escapedInJson } from '../core/words/unseen.ts'

/** With `--json` one object on standard output; without, something to read. Bytes become base64, and what nobody sees is escaped: a name of a file must not move the terminal's hand. */
export function print(json: boolean, value: unknown): void {
  const plain = (_key: string, v: unknown) => (v instanceof Uint8Array ? Buffer.from(v).toString('base64') : v)
  process.stdout.write(`${escapedInJson(JSON.stringify(value ?? null, plain, json ? undefined : 2))}\n`)
}

/** Every objection with its sentence and article. */
export function printRefusal(json: boolean, objections: readonly Objection[]): void {
  const told = objections.map((o) => ({ ...o, message: sayInJapanese(o) }))
  printError(json, { refused: told }, told.map(({ message }) => message).join('\n'))
}

export function printError(json: boolean, value: unknown, words: string): void {
  if (json) process.stdout.write(`${escapedInJson(JSON.stringify(value))}\n`)
  else process.stderr.write(`${asSeen(words)}\n`)
}

/** Progress for whoever watches: one line, written over; nothing when nobody does. */
export function watcher(): (progress: unknown) => void {
  if (!process.stderr.isTTY) return () => {}
  return (progress) => {
    const { phase = '', bytesDone, bytesTotal, done, total } = progress as { phase?: string; bytesDone?: number; bytesTotal?: number; done?: number; total?: number }
    const [now, all] = [bytesDone ?? done ?? 0, bytesTotal ?? total ?? 0]
    process.stderr.write(`\r${phase} ${all > 0 ? Math.floor((100 * now) / all) : 0}%   `)
  }
}
