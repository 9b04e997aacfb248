import { startWork } from '../../../cli/demo/workplace.ts'
import type { Office } from '../launch.ts'
import { deskBehind } from './behind-the-page.ts'
import { today } from './founded.ts'

/** Work on the only contract is started behind the page, by whoever is signed in: for tests whose subject lies after the start. */
export async function startBehind({ page }: Office): Promise<void> {
  const desk = deskBehind(page)
  const [contract] = await desk.contracts.list()
  if (!contract) throw new Error('there is no contract yet')
  await startWork(desk, contract, today)
  await page.reload()
}
