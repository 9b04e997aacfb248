// Makes a vault, says so, and waits to be killed.
import { openWorld } from '../../../../main/world.ts'
import { cost, nine, opening, organisation, password } from '../hanako.ts'
import { home, say } from './home.ts'

const { vault } = await openWorld({ home, now: () => nine, cost })
say('begun')
await vault.create({ organisation, loginId: 'hanako', password }, opening(nine))
say('made')
setInterval(() => {}, 1000)
