import { desktop } from '../core/desktop.ts'
import { connect } from '../core/wire/connect.ts'
import type { Wire } from '../core/wire/message.ts'

declare global {
  interface Window {
    readonly wire: Wire
    /** The path of something that was dropped on the page; '' when it lies nowhere. */
    readonly pathOf: (file: File) => string
  }
}

/** What the window may ask of the machine it stands on, beside the desk: pickers and the system's own viewers. */
export const shell = connect(desktop, window.wire).shell
export const pathOf = (file: File): string => window.pathOf(file)
