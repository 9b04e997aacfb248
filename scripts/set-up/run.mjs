import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

/**
 * Runs a program in the tree, its output going to the terminal.
 * @param {string} program @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean, cwd?: string, timeout?: number }} [options] `quiet` keeps the output for the answer
 * @returns {Promise<{ code: number, output: string }>} the exit code (128 + n when a signal ended it)
 */
export function run(program, args, { env = {}, quiet = false, cwd = root, timeout } = {}) {
  return new Promise((settle, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      ...(timeout === undefined ? {} : { timeout }),
    })
    let output = ''
    child.stdout?.on('data', (text) => (output += text))
    child.stderr?.on('data', (text) => (output += text))
    child.once('error', reject)
    child.once('close', (code) => settle({ code: code ?? 128, output }))
  })
}

/** Runs one of our own scripts' or a dependency's JavaScript files with this Node. @param {string} file @param {readonly string[]} args @param {Parameters<typeof run>[2]} [options] */
export function runNode(file, args, options) {
  return run(process.execPath, [resolve(root, file), ...args], options)
}

/** npm itself, the one that started us when there is one. @param {readonly string[]} args @param {Parameters<typeof run>[2]} [options] */
export function runNpm(args, options) {
  const npm = process.env['npm_execpath']
  return npm?.endsWith('.js') ? run(process.execPath, [npm, ...args], options) : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options)
}

/** Where a program of that name lies, or undefined when it is out of reach. @param {string} program */
export function findProgram(program) {
  return (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, program)).find((path) => existsSync(path))
}

/** What a quick program prints, or undefined when it fails. @param {string} program @param {readonly string[]} args */
export function printedBy(program, args) {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}
