import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OperationName } from '../../core/contract.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Organisation, Session } from '../../core/vault/vault.ts'
import { permissions } from '../../core/who-may.ts'
import { questions } from '../asking/questions.ts'

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

/** Why this person may not ask for an operation, as a sentence for its button; null when they may. The desk asks the same table. */
export function useWhyNot(operation: OperationName): string | null {
  const { t } = useTranslation('frame')
  const { session } = useOffice()
  const { roles } = permissions[operation]
  if (typeof roles === 'string' || session.roles.some((role) => roles.includes(role))) return null
  return t('needRole', { roles: roles.map((role) => t(`roles.${role}`)).join('・') })
}
