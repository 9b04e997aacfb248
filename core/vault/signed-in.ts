import type { PersonId } from '../people/person.ts'
import { refusal } from '../refusal.ts'
import type { World } from '../world.ts'

/** The session of an open vault; the desk's guard has looked already. */
export function signedIn(world: World): { loginId: string; personId: PersonId; passwordGiven?: boolean | undefined } {
  const session = world.vault.session()
  if (!session) throw refusal('vault-locked', null, null, {})
  return session
}
