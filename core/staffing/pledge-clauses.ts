import type { Reading } from '../ledger/shelf.ts'
import type { Pledge } from '../people/person.ts'

/** The clauses of the text that was signed, without the numbers that paper gives them again; of a text that is on paper alone, that it is. */
export function signedClauses(reading: Reading, pledge: Pledge): string[] {
  const body = reading.get('pledge-text', pledge.textVersion)?.body
  if (body === undefined) return [`署名した書面（${pledge.textVersion}）のとおり。`]
  const lines = body.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const clauses = lines.filter((line) => NUMBERED.test(line))
  return clauses.length === 0 ? lines : clauses.map((line) => line.replace(NUMBERED, ''))
}

const NUMBERED = /^[(（]?[0-9０-９]{1,2}[)）]?[.．、\s　]+/u
