import { useQuery } from '@tanstack/react-query'
import type { ContractId } from '../../core/contracts/contract-of-work.ts'
import { questions } from '../asking/questions.ts'

/** Whether any of these packages has a passphrase that somebody has to tell: one in a key letter has none. Until the packages are known, it is taken to have. */
export function useKeysToTell(contractId: ContractId, packages: readonly string[]): boolean {
  const known = useQuery(questions.packages(contractId)).data ?? []
  return packages.some((id) => !known.find((one) => (one.id as string) === id)?.lock.envelope)
}
