import type { Office } from '../launch.ts'
import { inMain } from './in-main.ts'

/** The clock of the desk and of its page go on by so many milliseconds, and the desk looks at what is due, as when a machine wakes. */
export async function passTime({ app, page }: Office, milliseconds: number): Promise<void> {
  await inMain(app, ({ powerMonitor }, more) => {
    const before = Date.now.bind(Date)
    Date.now = () => before() + more
    powerMonitor.emit('resume')
  }, milliseconds)
  await page.evaluate((more) => {
    const before = Date.now.bind(Date)
    Date.now = () => before() + more
  }, milliseconds)
}
