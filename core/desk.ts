import type { Desk, OperationName } from './contract.ts'
import { objectionsToNumbering } from './backup/continuing-numbers.ts'
import { objectionsToCancellation } from './cancellation/rules.ts'
import { audits } from './desk/audits.ts'
import { backup } from './desk/backup.ts'
import { cancellations } from './desk/cancellations.ts'
import { carryouts } from './desk/carryouts.ts'
import { city } from './desk/city.ts'
import { cityOffice } from './desk/city-office.ts'
import { consultations } from './desk/consultations.ts'
import { contracts } from './desk/contracts.ts'
import { copies } from './desk/copies.ts'
import { documents } from './desk/documents.ts'
import { evidence } from './desk/evidence.ts'
import { faxes } from './desk/faxes.ts'
import { handovers } from './desk/handovers.ts'
import { home } from './desk/home.ts'
import { incidents } from './desk/incidents.ts'
import { ledgers } from './desk/ledgers.ts'
import { mailings } from './desk/mailings.ts'
import { mails } from './desk/mails.ts'
import { media } from './desk/media.ts'
import { packages } from './desk/packages.ts'
import { people } from './desk/people.ts'
import { provisions } from './desk/provisions.ts'
import { staffing } from './desk/staffing.ts'
import { subcontracts } from './desk/subcontracts.ts'
import { vault } from './desk/vault.ts'
import { wipes } from './desk/wipes.ts'
import { workplace } from './desk/workplace.ts'
import { objectionsToFreeze } from './incidents/freeze.ts'
import { refuseIfAny } from './refusal.ts'
import { objectionsToOwing } from './vault/owed.ts'
import type { Session } from './vault/vault.ts'
import { worldOfWhoeverBegan } from './vault/whoever-began.ts'
import { isForAnyone, objectionsToCaller } from './who-may.ts'
import { isGuarded, objectionsToWorkplace } from './workplace/gate.ts'
import type { World } from './world.ts'

/** The office with everything in it. Whoever asks is looked at first (`who-may.ts`), whatever wire they come by; what they began nobody else signs. */
export function openDesk(world: World): Desk {
  const groups = Object.entries(deskIn(world) as unknown as Record<string, Record<string, AnyOperation>>)
  return Object.fromEntries(groups.map(([group, operations]) => [
    group,
    Object.fromEntries(Object.keys(operations).map((operation) => [operation, async (input: unknown, how?: unknown) => {
      const name = `${group}.${operation}` as OperationName
      const began = await mayAsk(world, name, input)
      const desk = deskIn(began && !AT_THE_DOOR.has(name) ? worldOfWhoeverBegan(world, began) : world)
      return (desk as unknown as Record<string, Record<string, AnyOperation>>)[group]![operation]!(input, how)
    }])),
  ])) as unknown as Desk
}

type AnyOperation = (input: unknown, how?: unknown) => Promise<unknown>

/** Whoever asks for these is somebody else afterwards, or nobody. */
const AT_THE_DOOR: ReadonlySet<OperationName> = new Set<OperationName>(['vault.create', 'vault.unlock', 'vault.lock', 'vault.recover'])

const deskIn = (world: World): Desk => ({
  ...vault(world), ...home(world), ...contracts(world), ...people(world), ...staffing(world), ...workplace(world),
  ...media(world), ...handovers(world), ...wipes(world), ...packages(world), ...mailings(world), ...mails(world),
  ...carryouts(world), ...incidents(world), ...subcontracts(world), ...copies(world), ...faxes(world), ...provisions(world), ...consultations(world),
  ...documents(world), ...city(world), ...cityOffice(world), ...ledgers(world), ...evidence(world), ...backup(world), ...audits(world), ...cancellations(world),
})

/** Who asks, whether information may be handled here and now, and whether its evidence is kept: everything that stands against it, at once. Who it was, else. */
async function mayAsk(world: World, name: OperationName, order: unknown): Promise<Session | null> {
  const session = world.vault.session()
  const reading = session ? (await world.ledger.read()).reading : null
  const now = world.now()
  const toCaller = objectionsToCaller(name, session, reading, now)
  if (session && reading && toCaller.length === 0 && !isForAnyone(name)) refuseIfAny(objectionsToOwing(name, reading, session))
  // Whoever has no business here need not hear what the office lacks.
  if (!session || !reading || toCaller.some(({ rule }) => rule === null)) {
    refuseIfAny(toCaller)
    return session
  }
  const frozen = [...objectionsToFreeze(name, order, reading), ...objectionsToCancellation(name, order, reading, now), ...objectionsToNumbering(name, reading)]
  const toWorkplace = isGuarded(name, reading) ? objectionsToWorkplace(name, order, reading, { session, machine: await world.workstation.identity(), now }) : []
  refuseIfAny([...toCaller, ...frozen, ...toWorkplace])
  return session
}
