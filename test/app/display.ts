import { hasDisplay, startXvfb } from '../../scripts/display.mjs'

/** Before the first window: where there is no display, one that nobody sees, for this run alone. Returns what ends it. */
export default async function display(): Promise<() => void> {
  if (hasDisplay()) return () => {}
  const screen = await startXvfb()
  process.env['DISPLAY'] = screen.display
  return screen.stop
}
