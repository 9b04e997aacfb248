import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import { DEFAULT_PATTERN } from '../forms/numbering.ts'
import type { Reading } from '../ledger/shelf.ts'

/** Which series a number belongs to, and how many of it had been given when it was. */
export interface Given { readonly series: string; readonly last: number }

/** Numbers that begin so and then name a contract: `A-R8-017-002`. */
export const seriesOfContract: Readonly<Record<string, readonly string[]>> = {
  A: ['F-25'], N: ['F-28'], E: ['F-30'], P: ['package'], S: ['mailing'], M: ['mail'], T: ['carry-out'], TP: ['provision'], FX: ['fax'], K: ['consultation'], B: ['handback'], D: ['disposal'],
  I: ['incident'], H: ['audit-freeze'], KS: ['audit'], SC: ['self-check', 'subcontract'],
}
/** Numbers of the office that count within a year: `MED-2026-0003`. */
export const seriesOfYear: Readonly<Record<string, string>> = { MED: 'media', S: 'stock-take', T: 'training' }

/**
 * The series of this office that a number was given in; none for a number that this office would never give. Two where two rooms number alike
 * (SC-: checks of staff and subcontracts): both go on behind it.
 */
export function seriesGiven(reading: Pick<Reading, 'get' | 'list'>, number: string): Given[] {
  const contracts = reading.list('contract')
  return [...new Set([number, number.normalize('NFKC').trim()])].flatMap((no) => [...ofContract(reading, contracts, no), ...ofOffice(contracts, no), ...ofLetters(reading, contracts, no)])
    .filter((one, i, all) => all.findIndex(({ series }) => series === one.series) === i)
}

/** The last number of each series that goes out of the house, by what this ledger holds: what somebody compares with the papers on the table. */
export function lastNumbers(reading: Pick<Reading, 'get' | 'list'>): string[] {
  const ofContracts = reading.list('contract').flatMap(({ id, shortNo }) => {
    const issued = reading.list('issued', id).filter(({ form, revision }) => !form.startsWith('C-') && form !== 'K-01' && revision === 1).map(({ docNo }) => docNo)
    const counted = ['P', 'S', 'M', 'T'].flatMap((letter) => (seriesOfContract[letter] ?? []).map((room) => ({ letter, last: countOf(reading, `${room}:${id}`) })))
    return [...highest(issued), ...counted.filter(({ last }) => last > 0).map(({ letter, last }) => `${letter}-${shortNo}-${String(last).padStart(3, '0')}`)]
  })
  return [...ofContracts, ...highest(reading.list('medium').map(({ no }) => no))]
}

function ofContract(reading: Pick<Reading, 'get'>, contracts: readonly ContractOfWork[], no: string): Given[] {
  const [, prefix = '', shortNo = '', digits = ''] = /^([A-Z]{1,2})-(.+)-(\d{1,6})$/.exec(no) ?? []
  const rooms = seriesOfContract[prefix] ?? []
  return contracts.filter((contract) => contract.shortNo === shortNo).flatMap(({ id }) => rooms.map((room) => ({
    // Certificates of two forms share one series, and each form is counted for itself.
    series: `${room}:${id}`, last: Number(digits) - (room === 'F-30' ? countOf(reading, `F-31:${id}`) : 0),
  })))
}

function ofOffice(contracts: readonly ContractOfWork[], no: string): Given[] {
  const [, prefix = '', digits = ''] = /^([A-Z]{1,3})-\d{4}-(\d{1,6})$/.exec(no) ?? []
  const series = seriesOfYear[prefix]
  const [, copied] = /^C-(\d{3})$/.exec(no) ?? []
  const [, checked] = /^C-(\d{4,6})$/.exec(no) ?? []
  return [
    ...(series === undefined ? [] : [{ series, last: Number(digits) }]),
    // A working copy's number does not name its contract.
    ...(copied === undefined ? [] : contracts.map(({ id }) => ({ series: `copy:${id}`, last: Number(copied) }))),
    ...(checked === undefined ? [] : [{ series: 'device-check', last: Number(checked) }]),
  ]
}

/** Letters are numbered by the pattern of their contract, of whatever year. */
function ofLetters(reading: Pick<Reading, 'get'>, contracts: readonly ContractOfWork[], no: string): Given[] {
  const prefix = reading.get('office', 'office')?.organisation.docPrefix ?? ''
  return contracts.flatMap(({ id, shortNo }) => {
    const digits = readBy(reading.get('numbering', id)?.pattern ?? DEFAULT_PATTERN, { prefix, contract: shortNo }).exec(no)?.[1]
    return digits === undefined ? [] : [{ series: `no:${no.replace(/\d+(?=\D*$)/, '#')}`, last: Number(digits) }]
  })
}

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

function readBy(pattern: string, words: Readonly<Record<string, string>>): RegExp {
  const parts = pattern.split(/(\{[a-zA-Z]+(?::[1-6])?\})/).map((part) => {
    if (part.startsWith('{seq:')) return String.raw`(\d{1,6})`
    if (!part.startsWith('{')) return literally(part)
    return words[part.slice(1, -1)] === undefined ? '[^-]+?' : literally(words[part.slice(1, -1)] ?? '')
  })
  return new RegExp(`^${parts.join('')}$`, 'u')
}

/** Of numbers that differ in what is counted only, the highest. */
function highest(numbers: readonly string[]): string[] {
  const last = new Map<string, string>()
  const counted = (no: string): number => Number(/(\d+)\D*$/.exec(no)?.[1] ?? 0)
  for (const no of numbers) {
    const series = no.replace(/\d+(?=\D*$)/, '#')
    if (counted(no) >= counted(last.get(series) ?? '')) last.set(series, no)
  }
  return [...last.values()]
}

const countOf = (reading: Pick<Reading, 'get'>, series: string): number => reading.get('series', series)?.last ?? 0
