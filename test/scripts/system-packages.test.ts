import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const scripts = resolve(import.meta.dirname, '../../scripts/set-up')
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'azukari-apt-'))
  chmodSync(folder, 0o755)
  // The tree may lie where only root can read.
  cpSync(scripts, join(folder, 'scripts/set-up'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A system on which these packages are installed, and whose apt offers these; it writes down what it is asked to install. */
function system({ installed, offered }: { installed: string[]; offered: string[] }): void {
  program('dpkg', `printf '%b' '${installed.map((name) => `${name}:amd64\\t\\tinstall\\n`).join('')}'`)
  program('apt-cache', `case ' ${offered.join(' ')} ' in *" $2 "*) echo "  Candidate: 1.0";; *) echo "  Candidate: (none)";; esac`)
  program('apt-get', `echo "$@" >> '${folder}/asked'`)
}

function program(name: string, body: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 })
}

function install(purpose: string, user?: string): { status: number | null; said: string; asked: string } {
  const code = `import(${JSON.stringify(join(folder, 'scripts/set-up/system.mjs'))}).then((m) => m.installSystemPackages([${JSON.stringify(purpose)}])).catch((e) => { console.log(e.message); process.exit(1) })`
  const command = [...(user ? ['setpriv', `--reuid=${user}`, '--clear-groups'] : []), process.execPath, '-e', code]
  const { status, stdout } = spawnSync(command[0] ?? '', command.slice(1), { env: { PATH: `${folder}:${process.env['PATH'] ?? ''}` }, encoding: 'utf8' })
  return { status, said: stdout, asked: spawnSync('cat', [join(folder, 'asked')], { encoding: 'utf8' }).stdout }
}

const isRoot = process.getuid?.() === 0
const isApt = process.platform === 'linux' && spawnSync('apt-get', ['--version']).status === 0

describe.runIf(isRoot && isApt)('as root on an apt system', () => {
  test('what is there is not installed again', () => {
    system({ installed: ['gcc', 'g++', 'libc6-dev'], offered: [] })
    expect(install('compiler')).toEqual({ status: 0, said: '', asked: '' })
  })

  test('what is missing is installed, and said', () => {
    system({ installed: ['gcc'], offered: ['g++', 'libc6-dev'] })
    const { status, said, asked } = install('compiler')
    expect(status).toBe(0)
    expect(said).toContain('installing system packages: g++ libc6-dev')
    expect(asked).toMatch(/update\n.*install -y --no-install-recommends g\+\+ libc6-dev\n$/)
  })

  test('of a package with two names, the one this system has', () => {
    system({ installed: ['libnss3', 'libgbm1', 'libasound2t64'], offered: ['libgtk-3-0t64'] })
    expect(install('window').asked).toMatch(/recommends libgtk-3-0t64\n$/)
    system({ installed: ['libnss3', 'libgbm1', 'libasound2'], offered: ['libgtk-3-0'] })
    expect(install('window').asked).toMatch(/recommends libgtk-3-0\n$/)
  })

  test('an apt that fails is one sentence and the command', () => {
    system({ installed: [], offered: ['7zip'] })
    program('apt-get', 'exit 100')
    const { status, said } = install('packing')
    expect(status).toBe(1)
    expect(said).toContain('Run: apt-get install -y 7zip')
  })
})

describe.runIf(isRoot && isApt)('as anybody else', () => {
  test('what is missing is told as one command, and nothing is tried', () => {
    system({ installed: [], offered: ['7zip'] })
    writeFileSync(join(folder, 'asked'), '')
    chmodSync(join(folder, 'asked'), 0o666)
    const { status, said } = install('packing', '65534')
    expect(status).toBe(1)
    expect(said).toContain('Run: sudo apt-get install -y 7zip')
    expect(readFileSync(join(folder, 'asked'), 'utf8')).toBe('')
  })
})
