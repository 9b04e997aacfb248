import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import type { ImportanceClass } from '../handovers/item.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Objection } from '../refusal.ts'
import { DEFAULT_DAYS, serviceClasses, serviceOf, type Service, type ServiceClass, type ServiceFacts } from './carriers.ts'
import { isCarriersPage } from './carrier-pages.ts'
import type { DraftMailing } from './mailing.ts'
import { serviceKey, type ServiceLine } from './service.ts'

/** The service as this contract has it: laid down for it, or as the usual table says; undefined when nobody knows it. */
export function serviceFor(reading: Reading, contractId: string, carrier: string, service: string): ServiceLine | undefined {
  const laidDown = reading.get('service', serviceKey(contractId, carrier, service))
  const usual = serviceOf(carrier, service)
  return laidDown ?? (usual && lineOf(usual))
}

export const lineOf = ({ days = DEFAULT_DAYS, ...usual }: Service): ServiceLine => ({ ...usual, days, page: null })

type Ordered = Pick<DraftMailing, 'carrier' | 'service' | 'isShinsho' | 'documentNos'>

/**
 * R-12 and R-15 (Art. 11(4), Postal Act 4): the service must be of registered-mail class, and may it carry letters? Our own
 * documents (receipts, certificates, reports) are 信書, whatever was ticked. 最重要情報 does not go with a carrier who answers for nothing.
 */
export function objectionsToService(contract: ContractOfWork, known: ServiceLine | undefined, { carrier, service, isShinsho, documentNos }: Ordered, importance: ImportanceClass): Objection[] {
  if (!known) return [{ code: 'service-unknown', article: '11(4)', rule: 'R-12', facts: { carrier, service } }]
  const agreed = contract.agreedServices.some((a) => a.service === service)
  const objections: Objection[] = []
  if (known.class === 'never') objections.push({ code: 'service-not-registered-class', article: '11(4)', rule: 'R-12', facts: { carrier, service } })
  else if (known.class === 'by exception' || (known.class === 'by agreement' && !agreed)) objections.push({ code: 'service-needs-city', article: '11(4)', rule: 'R-12', facts: { carrier, service } })
  else if (importance === '最重要情報' && !known.facts.liable) objections.push({ code: 'critical-without-liability', article: '11(4)', rule: 'R-12', facts: { carrier, service } })
  if ((isShinsho || documentNos.length > 0) && !known.letters) objections.push({ code: 'shinsho-by-parcel', article: '11(4)', rule: 'R-15', facts: { service } })
  return objections
}

/** What the city's number, a reason and a second person get over. */
export const isExcusable = ({ code }: Objection): boolean => code === 'service-needs-city' || code === 'critical-without-liability'

/**
 * how far a contract may change the table. What ends in a letter box, and what the usual table refuses, becomes an
 * exception for each parcel and no more; what lacks another sign needs the city's consent; 信書 is the law's, not the city's.
 */
export function objectionsToLayingDown(line: ServiceLine): Objection[] {
  const { carrier, service } = line
  const usual = serviceOf(carrier, service)
  const best = bestClass(line.facts, usual)
  const objections: Objection[] = []
  if (rank(line.class) < rank(best)) objections.push({ code: 'service-class-too-good', article: '11(4)', rule: 'R-12', facts: { service, best } })
  if (line.letters && usual && !usual.letters) objections.push({ code: 'letters-not-by-agreement', article: '11(4)', rule: 'R-15', facts: { service } })
  if (line.number === 'none' && line.class !== 'never' && line.class !== 'by exception') objections.push({ code: 'service-class-too-good', article: '11(4)', rule: 'R-12', facts: { service, best: 'by exception' } })
  if (line.page !== null && !isCarriersPage(line.page.replaceAll('{n}', '0'))) objections.push({ code: 'page-of-no-carrier', article: null, rule: null, facts: { page: line.page } })
  return objections
}

function bestClass({ accepted, traced, byHand, liable }: ServiceFacts, usual: Service | undefined): ServiceClass {
  if (usual?.class === 'never' || !byHand) return 'by exception'
  return accepted && traced && liable ? 'registered' : 'by agreement'
}

const rank = (one: ServiceClass): number => serviceClasses.indexOf(one)
