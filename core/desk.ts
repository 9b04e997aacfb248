import type { Desk, OperationName } from './contract.ts'
import { backup } from './desk/backup.ts'
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
import { isForAnyone, objectionsToCaller } from './who-may.ts'
import { isGuarded, objectionsToWorkplace } from './workplace/gate.ts'
import type { World } from './world.ts'

/** The office with everything in it. Whoever asks is looked at first (`who-may.ts`), whatever wire they come by. */
export function openDesk(world: World): Desk {
  return guarded(world, {
    ...vault(world), ...home(world), ...contracts(world), ...people(world), ...staffing(world), ...workplace(world),
    ...media(world), ...handovers(world), ...wipes(world), ...packages(world), ...mailings(world), ...mails(world),
    ...carryouts(world), ...incidents(world), ...subcontracts(world), ...copies(world), ...faxes(world), ...provisions(world), ...consultations(world),
    ...documents(world), ...city(world), ...cityOffice(world), ...ledgers(world), ...evidence(world), ...backup(world),
  })
}

type AnyOperation = (input: unknown, how?: unknown) => Promise<unknown>

/** Puts the look at the caller before every operation of the desk. */
function guarded(world: World, desk: Desk): Desk {
  const groups = Object.entries(desk as unknown as Record<string, Record<string, AnyOperation>>)
  return Object.fromEntries(groups.map(([group, operations]) => [
    group,
    Object.fromEntries(Object.entries(operations).map(([name, run]) => [name, async (input: unknown, how?: unknown) => {
      await mayAsk(world, `${group}.${name}` as OperationName, input)
      return run(input, how)
    }])),
  ])) as unknown as Desk
}

/** Who asks, whether information may be handled here and now, and whether its evidence is kept: everything that stands against it, at once. */
async function mayAsk(world: World, name: OperationName, order: unknown): Promise<void> {
  const session = world.vault.session()
  const reading = session ? (await world.ledger.read()).reading : null
  const now = world.now()
  const toCaller = objectionsToCaller(name, session, reading, now)
  if (session && reading && toCaller.length === 0 && !isForAnyone(name)) refuseIfAny(objectionsToOwing(name, reading, session))
  // Whoever has no business here need not hear what the office lacks.
  if (!session || !reading || toCaller.some(({ rule }) => rule === null)) return refuseIfAny(toCaller)
  const frozen = objectionsToFreeze(name, order, reading)
  if (!isGuarded(name, reading)) return refuseIfAny([...toCaller, ...frozen])
  refuseIfAny([...toCaller, ...frozen, ...objectionsToWorkplace(name, order, reading, { session, machine: await world.workstation.identity(), now })])
}
