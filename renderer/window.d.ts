import type { Wire } from '../core/wire/message.ts'

declare global {
  interface Window {
    /** The way to the desk; `preload/` puts it here. */
    readonly wire: Wire
    /** Where a dropped or chosen file lies on this machine; '' when it lies nowhere. */
    pathOf(file: File): string
  }
}
