import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import type { Objection } from '../refusal.ts'

/** Words this short stand in any letter and prove nothing. */
const TELLING = 4

/**
 * R-19 (Art. 11(7)): information belongs into the attachment. We look for what letters do not hold and records do:
 * rows of a table, long numbers, and (`entrusted`: texts of the sealed items) the very cells that the city entrusted.
 */
export function objectionsToBody(subject: string, note: string, entrusted: readonly string[]): Objection[] {
  const what = tableIn(note) ?? longNumberIn(`${subject}\n${note}`) ?? cellIn(`${subject}\n${note}`, entrusted)
  return what === null ? [] : [{ code: 'information-in-body', article: '11(7)', rule: 'R-19', facts: { what } }]
}

/** R-22 (Art. 11(7)): only addresses of the contract's list, or with the city's consent. */
export function objectionsToAddresses(contract: ContractOfWork, to: readonly string[], excused: boolean): Objection[] {
  if (excused) return []
  const allowed = new Set(contract.recipients.map(({ email }) => email.toLowerCase()))
  return to.filter((address) => !allowed.has(address.toLowerCase())).map((address) => ({ code: 'recipient-not-allowed', article: '11(7)', rule: 'R-22', facts: { address } }))
}

function tableIn(note: string): string | null {
  const rows = note.split('\n').filter((line) => (line.match(/[,\t，]/g) ?? []).length >= 3)
  return rows.length >= 2 ? '表の形をした行' : null
}

/** Eight digits in a row are an address number, an account, a My Number; dates and telephone numbers are written with marks. */
function longNumberIn(text: string): string | null {
  return /(?<![\d-])\d{8,}(?![\d-])/.test(text.normalize('NFKC')) ? '8桁以上の数字' : null
}

function cellIn(text: string, entrusted: readonly string[]): string | null {
  const said = squeeze(text)
  for (const source of entrusted) {
    const [header = '', ...rows] = source.split(/\r?\n/)
    const headings = new Set(header.split(/[,\t]/).map(squeeze))
    for (const row of rows) {
      for (const cell of row.split(/[,\t]/).map(squeeze)) {
        if ([...cell].length >= TELLING && !headings.has(cell) && said.includes(cell)) return '預かった情報と同じ文字列'
      }
    }
  }
  return null
}

const squeeze = (s: string) => s.normalize('NFKC').replace(/["\s]/g, '')
