import { spawn } from 'node:child_process'
import { SetUpFailure } from './set-up/say.mjs'

/** Whether a window can be opened as things are. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/**
 * Starts an X server without a screen, which chooses a free number itself, so that two runs do not meet.
 * @returns {Promise<{ display: string, stop: () => void }>} the display's name for DISPLAY
 */
export async function startXvfb() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const stop = () => { server.kill() }
  process.once('exit', stop)
  const number = await new Promise((settle, reject) => {
    server.once('error', () => reject(new SetUpFailure('Xvfb could not be started.', 'apt-get install -y xvfb')))
    server.once('exit', () => reject(new SetUpFailure('Xvfb ended before it had a display.')))
    server.stdio[3]?.once('data', (text) => settle(String(text).trim()))
  })
  server.unref()
  return { display: `:${number}`, stop }
}
