import type { Page } from '@playwright/test'
import { contract, type Desk } from '../../../core/contract.ts'
import { connect } from '../../../core/wire/connect.ts'
import type {} from '../../../renderer/shell.ts'

/** The desk of an open window, by the page's own wire: for what a test needs to be so, and is not about. The page is to be reloaded afterwards. */
export function deskBehind(page: Page): Desk {
  return connect(contract, {
    call(name, input, hear) {
      const answer = page.evaluate(([name, input]) => new Promise((settle) => {
        window.wire.call(name, input, (message) => { if (!('progress' in (message as object))) settle(message) })
      }), [name, input] as const)
      void answer.then(hear, (error: Error) => hear({ broken: { incident: error.message } }))
      return () => {}
    },
  })
}
