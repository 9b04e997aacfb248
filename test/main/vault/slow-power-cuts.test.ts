import { test } from 'vitest'
import { sized } from '../../campaign.ts'
import { offices } from './office.ts'
import { appendUntilPowerCut, takeUntilPowerCut } from './power-cut.ts'

const { office } = offices()

test.each([['appending', appendUntilPowerCut], ['taking', takeUntilPowerCut]])('a vault of which the power was cut while %s is as good as before, cut after cut', async (_while, untilPowerCut) => {
  const { home } = office()
  for (let cut = 0; cut < sized(4, 100); cut++) await untilPowerCut(home)
})
