import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OperationName } from '../../core/contract.ts'
import type { StoppedOperation } from '../../core/incidents/freeze.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Organisation, Session } from '../../core/vault/vault.ts'
import { permissions } from '../../core/who-may.ts'
import { questions } from '../asking/questions.ts'
import { type Reason, useFrozen } from './frozen.ts'

interface Office { organisation: Organisation; session: Session; contracts: readonly ContractOfWork[]; contract: ContractOfWork | null; takeUp: (contractId: string) => void }

const OfficeContext = createContext<Office | null>(null)

/** Who is at the desk, for which office, and which contract they have in hand. */
export function InHand({ organisation, session, children }: { organisation: Organisation; session: Session; children: ReactNode }) {
  const { data: contracts } = useQuery(questions.contracts)
  const [chosen, takeUp] = useState<string | null>(null)
  const office = useMemo(() => {
    const list = contracts ?? []
    const contract = list.find(({ id }) => id === chosen) ?? list.find(({ state }) => state === 'active') ?? list[0] ?? null
    return { organisation, session, contracts: list, contract, takeUp }
  }, [organisation, session, contracts, chosen])
  return <OfficeContext value={office}>{children}</OfficeContext>
}

export function useOffice(): Office {
  const office = useContext(OfficeContext)
  if (!office) throw new Error('outside of the office')
  return office
}

/**
 * Why an operation may not be asked for, for its button: this person's roles, or evidence that is kept of the contract that it would touch (the one in
 * hand unless another is named; null: the whole office's). Null when it may. The desk asks the same tables.
 */
export function useWhyNot(operation: Exclude<OperationName, StoppedOperation>): string | null
export function useWhyNot(operation: OperationName, contractId?: string | null): Reason | null
export function useWhyNot(operation: OperationName, contractId?: string | null): Reason | null {
  const { t } = useTranslation('frame')
  const { organisation, session, contract } = useOffice()
  const of = contractId === undefined ? contract?.id : contractId
  const frozen = useFrozen(operation, of === undefined || of === null ? [] : [of], organisation.kind === 'contractor')
  const { roles } = permissions[operation]
  if (typeof roles === 'string' || session.roles.some((role) => roles.includes(role))) return frozen
  return t('needRole', { roles: roles.map((role) => t(`roles.${role}`)).join('・') })
}
