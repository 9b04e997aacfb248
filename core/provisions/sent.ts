import type { Recipient } from '../contracts/contract-of-work.ts'
import type { Reading } from '../ledger/shelf.ts'
import { sameWords } from '../text.ts'
import type { Instant } from '../time.ts'

export interface SentAway { id: string; no: string; contractId: string; organisation: string; at: Instant }

/** Parcels and mails that went to somebody on the list by the city's consent, and stand in no record of provision yet. */
export function sentToThirdParties(reading: Reading, contractId: string): SentAway[] {
  const contract = reading.get('contract', contractId)
  if (!contract) return []
  const recorded = new Set(reading.list('provision', contractId).map(({ provided }) => provided?.sentBy?.id))
  const third = (recipient: Recipient | undefined): recipient is Recipient => recipient !== undefined && recipient.exception !== null && !sameWords(recipient.organisation, contract.city.name)
  const parcels = reading.open('mailing').flatMap(({ id, no, recipient, dispatchedAt, ...m }): SentAway[] =>
    m.contractId === contractId && dispatchedAt !== null && third(recipient) ? [{ id, no, contractId, organisation: recipient.organisation, at: dispatchedAt }] : [])
  const mails = !contract.recipients.some(third) ? [] : reading.list('mail', contractId).flatMap(({ id, no, to, sentAt }): SentAway[] => {
    const recipient = contract.recipients.find((one) => third(one) && to.some((address) => address.toLowerCase() === one.email.toLowerCase()))
    return sentAt !== null && recipient ? [{ id, no, contractId, organisation: recipient.organisation, at: sentAt }] : []
  })
  return [...parcels, ...mails].filter(({ id }) => !recorded.has(id))
}
