import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import type { ImportanceClass } from '../handovers/item.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Package } from '../packages/package.ts'
import type { ApplyCarryOut, CarryOut, Encryption } from './carry-out.ts'

const CLASSES: readonly ImportanceClass[] = ['その他', '重要情報', '最重要情報']

/**
 * What is carried out, as the ledger knows it from the packages' items. Whatever was not entrusted item by item (papers, finished
 * products) counts with the contract's own class. What the applicant says can only add to it.
 */
export function contentsOf(reading: Reading, contract: ContractOfWork, packages: readonly Package[], said: Pick<ApplyCarryOut, 'records' | 'personalInfo' | 'myNumber'>): Pick<CarryOut, 'importanceClass' | 'personalInfo' | 'myNumber' | 'items' | 'records' | 'encryption'> {
  const ids = new Set(packages.flatMap(({ itemIds }) => itemIds))
  const items = [...ids].flatMap((id) => reading.get('item', id) ?? [])
  const hasOthers = packages.length === 0 || packages.some(({ itemIds, fileCount }) => fileCount > itemIds.length)
  const classes = [...items.map(({ importanceClass }) => importanceClass), ...(hasOthers ? [contract.importanceClass] : [])]
  const counts = items.map(({ count }) => count)
  const counted = hasOthers || counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)
  return {
    importanceClass: CLASSES[Math.max(...classes.map((one) => CLASSES.indexOf(one)))] ?? contract.importanceClass,
    personalInfo: said.personalInfo || items.some((item) => item.personalInfo), myNumber: said.myNumber || items.some((item) => item.myNumber),
    items: items.length, records: counted ?? said.records, encryption: packages.map(encryptionOf),
  }
}

const encryptionOf = ({ no, lock: { container, keyBits, kdf, envelope } }: Package): Encryption => ({ packageNo: no, container, keyBits, kdf, envelope: envelope !== null })
