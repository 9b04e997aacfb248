import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import type { Package } from '../packages/package.ts'
import type { Objection } from '../refusal.ts'

/** Cells shorter than this stand in any letter and prove nothing; Japanese names begin at three characters. */
const TELLING = 3

/**
 * R-19 (Art. 11(7)): information belongs into the attachment. We look for what letters do not hold and records do:
 * rows of a table, long numbers, and (`entrusted`: texts of the sealed items) the very cells that the
 * city entrusted. `known` are words that any letter may hold: the city's name, the recipient's, the contract's title.
 */
export function objectionsToBody(subject: string, note: string, entrusted: readonly string[], known: readonly string[] = []): Objection[] {
  const what = tableIn(note) ?? longNumberIn(`${subject}\n${note}`) ?? cellIn(`${subject}\n${note}`, entrusted, known)
  return what === null ? [] : [{ code: 'information-in-body', article: '11(7)', rule: 'R-19', facts: { what } }]
}

/** R-22 (Art. 11(7)): only addresses of the contract's list, or with the city's consent. */
export function objectionsToAddresses(contract: ContractOfWork, to: readonly string[]): Objection[] {
  const allowed = new Set(contract.recipients.map(({ email }) => email.toLowerCase()))
  return to.filter((address) => !allowed.has(address.toLowerCase())).map((address) => ({ code: 'recipient-not-allowed', article: '11(7)', rule: 'R-22', facts: { address } }))
}

/** A mail has one sealed attachment; volumes are for media. */
export const objectionsToAttaching = ({ no, volumes }: Package): Objection[] => (volumes.length > 0 ? [{ code: 'package-in-volumes', article: '11(7)', rule: 'R-20', facts: { no } }] : [])

function tableIn(note: string): string | null {
  const rows = note.split('\n').filter((line) => (line.match(/[,\t，]/g) ?? []).length >= 3)
  return rows.length >= 2 ? '表の形をした行' : null
}

/** Eight digits in a row are an address number, an account, a My Number, also behind a hyphen; dates and telephone numbers have none. */
function longNumberIn(text: string): string | null {
  return /\d{8,}/.test(text.normalize('NFKC')) ? '8桁以上の数字' : null
}

function cellIn(text: string, entrusted: readonly string[], known: readonly string[]): string | null {
  const innocent = known.map(squeeze)
  const said = squeeze(text)
  for (const source of entrusted) {
    const rows = source.split(/\r?\n/).map((row) => row.split(/[,\t]/).map(squeeze))
    // A first row with digits in it is no heading.
    const headings = new Set(rows[0]?.some((cell) => /\d/.test(cell)) ? [] : rows[0])
    for (const cell of rows.flat()) {
      if (isTelling(cell) && !headings.has(cell) && said.includes(cell) && !innocent.some((words) => words.includes(cell))) return '預かった情報と同じ文字列'
    }
  }
  return null
}

/** A name, an address, a number; not a year and not a couple of letters. */
const isTelling = (cell: string) => [...cell].length >= TELLING && !/^\d{1,4}$|^[\x20-\x7e]{1,4}$/.test(cell)

const squeeze = (s: string) => s.normalize('NFKC').replace(/["\s]/g, '')
