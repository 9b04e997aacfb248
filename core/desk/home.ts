import { settle } from '../home/settle.ts'
import { today } from '../home/today.ts'
import type { home as asked } from '../contract/home.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const home = (world: World): DeskOf<typeof asked> => ({
  home: { today: () => today(world), settle: (order) => settle(world, order) },
})
