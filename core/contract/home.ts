import * as z from 'zod'
import { Today } from '../home/home.ts'
import { ask } from '../wire/operation.ts'
import { Nothing } from './orders.ts'

/** 今日. */
export const home = {
  home: {
    today: ask(Nothing, Today),
    /** What an interruption left begun is written down as abandoned. */
    settle: ask(z.object({ id: z.string().min(1).max(64) }), Today),
  },
}
