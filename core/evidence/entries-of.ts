import type { Entry } from '../ledger/entry.ts'

/** Which entries of an office's ledger belong to the evidence of one contract, and how many were left out because they speak of another as well. */
export interface EntriesOf { seqs: number[]; shared: number }

/**
 * Walks a ledger once, from its beginning, and remembers which ids each contract brought into the world: an entry belongs to the contracts
 * that it names, by their own id or by that of something of theirs. What belongs to this contract is taken; what belongs to no contract is taken
 * when it is about the office as such (`ofOffice`); what also speaks of another contract is left out and counted, since this evidence goes to one city.
 */
export async function entriesOf(contractId: string, entries: AsyncIterable<Entry>): Promise<EntriesOf> {
  const owners = new Map<string, Set<string>>()
  const seqs: number[] = []
  let shared = 0
  for await (const { seq, type, data } of entries) {
    if (type === 'contract-opened') owners.set(data.contract.id, new Set([data.contract.id]))
    const { mentioned, born } = idsIn(data)
    const of = new Set(mentioned.flatMap((id) => [...owners.get(id) ?? []]))
    if (of.size > 0) for (const id of born) if (!owners.has(id)) owners.set(id, of)
    if (of.has(contractId) && of.size === 1) seqs.push(seq)
    else if (of.has(contractId)) shared++
    else if (of.size === 0 && ofOffice.has(type)) seqs.push(seq)
  }
  return { seqs, shared }
}

/** The office, its people, media and machines: what an auditor asks of any contract (Art. 5, 7, 8, 11(5), 11(10)), and what no contract may be without. */
const ofOffice: ReadonlySet<string> = new Set<Entry['type']>([
  'office-opened', 'signed-in', 'signed-out', 'sign-in-locked', 'account-given', 'account-suspended', 'account-revoked', 'roles-changed', 'clock-went-back',
  'person-registered', 'person-revised', 'person-released', 'duty-stopped', 'duty-resumed', 'training-recorded', 'training-held', 'test-sat', 'pledge-signed', 'pledge-ended',
  'medium-registered', 'medium-back', 'medium-returned', 'medium-lost', 'medium-found', 'medium-broken', 'stock-taken', 'virus-scan-recorded', 'unregistered-medium-refused',
  'device-registered', 'device-checked', 'device-moved', 'device-recognised', 'device-retired',
])

/** Every text in what an entry says (ids are among them), and those that stand under `id`: what the entry brings into the world. */
function idsIn(data: unknown): { mentioned: string[]; born: string[] } {
  const mentioned: string[] = []
  const born: string[] = []
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (value.length > 64) return
      mentioned.push(value)
      if (key === 'id') born.push(value)
    } else if (Array.isArray(value)) for (const one of value) walk(one, key)
    else if (typeof value === 'object' && value !== null) for (const [name, one] of Object.entries(value)) walk(one, name)
  }
  walk(data, '')
  return { mentioned, born }
}
