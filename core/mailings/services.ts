import { activeContract, contractNamed } from '../contracts/use.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { personNamed } from '../people/use.ts'
import { refuseIfAny } from '../refusal.ts'
import { excuse } from '../vault/co-sign.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import { services } from './carriers.ts'
import { serviceKey, type ContractService, type LayDownService, type ListedService } from './service.ts'
import { lineOf, objectionsToLayingDown } from './service-rules.ts'

/** The table of services as it counts for a contract: the usual one, with what was laid down for this contract instead or beside it. */
export const listServices = (world: World, contractId: string): Promise<ListedService[]> => look(world, (reading) => servicesOf(reading, contractId))

/**
 * 運送サービスの追加・変更 (Art. 11(4), R-12): with the number of the city's agreement, the reason and a second person. Refuses to make a service
 * better than its signs are; the ledger keeps every version.
 */
export async function layDownService(world: World, { contractId, service, exception }: LayDownService): Promise<ListedService> {
  const { personId } = signedIn(world)
  const actor = await look(world, (reading) => {
    activeContract(reading, contractId)
    return personNamed(reading, personId)
  })
  refuseIfAny(objectionsToLayingDown(service))
  const consent = await excuse(world, exception, { operation: 'mailings.draft', contractId, act: 'confirm-service', article: '11(4)', rule: 'R-12', actor })
  return record(world, (reading) => {
    activeContract(reading, contractId)
    const laidDown: ContractService = { ...service, contractId, exception: consent, by: personId, at: world.now() }
    return { entries: [{ type: 'service-laid-down', data: { service: laidDown } }], answer: (after) => listed(after, laidDown) }
  })
}

function servicesOf(reading: Reading, contractId: string): ListedService[] {
  const { id } = contractNamed(reading, contractId)
  const own = new Map(reading.list('service', id).map((one) => [serviceKey(id, one.carrier, one.service), one]))
  const usual = services.map((one) => {
    const key = serviceKey(id, one.carrier, one.service)
    const instead = own.get(key)
    own.delete(key)
    return listed(reading, instead ?? { ...lineOf(one), contractId: id })
  })
  return [...usual, ...[...own.values()].map((one) => listed(reading, one))]
}

function listed(reading: Reading, one: ContractService | Omit<ContractService, 'exception' | 'by' | 'at'>): ListedService {
  const { contractId, ...rest } = one
  const { exception = null, by: _by, at = null, ...line } = rest as typeof rest & Partial<ContractService>
  const agreed = contractNamed(reading, contractId).agreedServices.find(({ service }) => service === one.service)
  return { ...line, laidDown: exception && at !== null ? { cityRef: exception.cityRef, reason: exception.reason, at } : null, agreedRef: agreed?.cityRef ?? null }
}
