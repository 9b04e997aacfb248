import { useQueries } from '@tanstack/react-query'
import { useEffect } from 'react'
import { questions } from '../asking/questions.ts'
import { useOffice } from './in-hand.tsx'

type Owned = 'handovers' | 'mailings' | 'mails' | 'plans' | 'carryOuts' | 'incidents' | 'audits' | 'subcontracts' | 'copies' | 'faxes' | 'provisions'

/** A card may lead to a thing of another contract than the one in hand: takes that contract up. */
export function useTakeUp(kind: Owned, id: string): void {
  const { contracts, contract, takeUp } = useOffice()
  const answers = useQueries({
    queries: contracts.map((one) => ({ ...(questions[kind](one.id) as ReturnType<typeof questions.handovers>) })),
  })
  const owner = contracts.find((_, index) => answers[index]?.data?.some((one) => (one.id as string) === id))?.id
  useEffect(() => {
    if (owner !== undefined && owner !== contract?.id) takeUp(owner)
    // Only when the page comes to belong to another contract; the switcher stays free afterwards.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [owner])
}
