import type { Desk } from '../../core/contract.ts'
import type { PersonId } from '../../core/people/person.ts'

/** What an administrator writes on the slip that goes with a new ID. */
export const ON_THE_SLIP = 'hajimete-no-kippu-31'

/** An ID for somebody, who signs in with the password on the slip and chooses their own (Art. 11(10)ア); then whoever gave it is back at the desk. */
export async function giveId(desk: Desk, { personId, loginId, password }: { personId: PersonId; loginId: string; password: string }, back: { loginId: string; password: string }): Promise<void> {
  await desk.people.giveAccount({ personId, loginId, password: ON_THE_SLIP })
  await desk.vault.unlock({ loginId, password: ON_THE_SLIP })
  await desk.vault.changePassword({ current: ON_THE_SLIP, next: password })
  await desk.vault.unlock(back)
}
