import { readdirSync, readFileSync } from 'node:fs'
import { join, normalize, resolve } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** Who may look into whom, and which packages of npm each room may use. A room always sees itself; what is not listed is a wall. */
const doors: Record<string, { rooms: readonly string[]; packages: readonly string[] }> = {
  'core': { rooms: [], packages: ['zod'] },
  'crypto': { rooms: [], packages: ['node:crypto', 'node:zlib', 'node:buffer', 'node:util', 'canonicalize', '@scure/bip39', 'iconv-lite'] },
  'main': { rooms: ['core', 'crypto'], packages: ['node:', 'zod', 'better-sqlite3-multiple-ciphers', 'pdfkit', 'qrcode', 'nodemailer', 'iconv-lite', '@scure/bip39', 'fontkit', 'zxing-wasm'] },
  'main/app': { rooms: ['core', 'crypto', 'main'], packages: ['node:', 'zod', 'electron'] },
  'preload': { rooms: ['core/wire'], packages: ['electron'] },
  'renderer': { rooms: ['core'], packages: ['react', 'react-dom', '@mantine', '@tanstack', '@tabler/icons-react', '@digital-go-jp/design-tokens', '@fontsource-variable/noto-sans-jp', 'i18next', 'react-i18next', 'dayjs', 'get-nonce', 'zod'] },
  'cli': { rooms: ['core', 'main'], packages: ['node:', 'zod'] },
}

const rooms = Object.keys(doors).sort((a, b) => b.length - a.length)
const roomOf = (path: string) => rooms.find((room) => path === room || path.startsWith(`${room}/`))

/** Time and chance come from the world; a clock or a die in the core would make its answers unrepeatable. */
const clocksAndDice = /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|\bperformance\.now\b|\bsetTimeout\b|\bsetInterval\b|\bTemporal\.Now\b/

function breaches(path: string, text: string): string[] {
  const room = roomOf(path)
  if (room === undefined) return [`${path} is in no room`]
  const { targets, code } = read(path, text)
  const looks = targets.filter((target) => !maySee(room, target)).map((target) => `${path} looks into ${target}; ${room} may not`)
  const chance = room === 'core' ? clocksAndDice.exec(code) : null
  return chance ? [...looks, `${path} uses ${chance[0]}; the world has the clock and the dice`] : looks
}

function maySee(room: string, target: string): boolean {
  const { rooms: open, packages } = doors[room] ?? { rooms: [], packages: [] }
  if (target.startsWith('../')) return false
  const there = roomOf(target)
  // `main` does not open `main/app`: a door into a room opens that room, and not the rooms inside it.
  if (isOurs(target)) return there === room || open.some((door) => (there === door || roomOf(door) !== door) && isWithin(target, door))
  return packages.some((name) => (name.endsWith(':') ? target.startsWith(name) : isWithin(target, name)))
}

const isWithin = (target: string, door: string) => target === door || target.startsWith(`${door}/`)

/** A file of this tree rather than a package: relative targets were made relative to the root, and keep their ending. */
const isOurs = (target: string) => /\.(tsx?|m?js|json|css|svg)$/.test(target) && !/^(@|node:)/.test(target) && (roomOf(target) !== undefined || target.startsWith('test/') || target.startsWith('scripts/'))

/** Everything that a file names to be brought in (`import`, `export … from`, `import()`, types too, and `require`), and its text without comments. */
function read(path: string, text: string): { targets: string[]; code: string } {
  const { module, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const named = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? [])),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start, end).replace(/^['"`]|['"`]$/g, '')),
  ]
  const code = comments.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
  // The parser's record of a module leaves out `require` and the type `import('…').Name`.
  const called = [...code.matchAll(/\b(?:require|import)\s*\(\s*['"`]([^'"`]+)/g)].flatMap((match) => match[1] ?? [])
  return { targets: [...new Set([...named, ...called])].map((target) => (target.startsWith('.') ? normalize(join(path, '..', target)) : target)), code }
}

describe('the walls between rooms', () => {
  const outer = Object.keys(doors).filter((room) => !room.includes('/'))
  const sources = outer.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|mts|js|jsx|mjs|cjs)$/.test(name))
      .map((name) => `${room}/${name.replaceAll('\\', '/')}`))

  test('hold', () => {
    expect(sources.length).toBeGreaterThan(50)
    expect(sources.flatMap((path) => breaches(path, readFileSync(join(root, path), 'utf8')))).toEqual([])
  })

  // The guard is guarded: each of these must be seen, or the test above proves nothing.
  test.each([
    ['core/a.ts', "import { readFileSync } from 'node:fs'"],
    ['core/a.ts', "import { seal } from '../crypto/zip/seal.ts'"],
    ['core/a.ts', "import type { Ledger } from '../main/ledger/sqlite.ts'"],
    ['core/a.ts', "export * from '../main/world.ts'"],
    ['core/a.ts', "const at = Date.now()"],
    ['core/a.ts', "const at = new Date()"],
    ['core/a.ts', "const id = crypto.randomUUID()"],
    ['core/a.ts', "const n = Math.random()"],
    ['core/a.ts', "setTimeout(then, 5)"],
    ['core/a.ts', "import z from 'zod-to-something'"],
    ['core/contracts/a.ts', "import { x } from '../../../elsewhere.ts'"],
    ['crypto/a.ts', "import { articles } from '../core/articles.ts'"],
    ['crypto/a.ts', "import { readFile } from 'node:fs/promises'"],
    ['main/a.ts', "import { app } from 'electron'"],
    ['main/a.ts', "import { shell } from './app/shell.ts'"],
    ['main/ledger/a.ts', "const { app } = await import('electron')"],
    ['main/ledger/a.ts', 'const { app } = require("electron")'],
    ['main/app/a.ts', "import { root } from '../../renderer/main.tsx'"],
    ['preload/a.ts', "import { contract } from '../core/contract.ts'"],
    ['preload/a.ts', "import { readFile } from 'node:fs'"],
    ['renderer/a.tsx', "import { openRealDesk } from '../main/desk.ts'"],
    ['renderer/a.tsx', "import { seal } from '../crypto/zip/seal.ts'"],
    ['renderer/a.tsx', "import { ipcRenderer } from 'electron'"],
    ['renderer/a.tsx', "import 'node:fs'"],
    ['cli/a.ts', "import { shell } from '../main/app/shell.ts'"],
    ['cli/a.ts', "import { seal } from '../crypto/zip/seal.ts'"],
    ['renderer/a.tsx', "export type World = import('../main/world.ts').World"],
    ['renderer/a.tsx', "const name = 'main'\nconst world = await import(`../${name}/world.ts`)"],
    ['main/a.ts', "import { world } from '../test/world.ts'"],
    ['attic/a.ts', "export const a = 1"],
  ])('stop %s with %s', (path, text) => {
    expect(breaches(path, text)).toHaveLength(1)
  })

  test.each([
    ['core/a.ts', "import * as z from 'zod'\nimport { refusal } from './refusal.ts'"],
    ['core/a.ts', "/** Never `new Date()` here. */ // nor Math.random\nconst day = new Date(instant)"],
    ['core/a.ts', "const key = Buffer.from('electron')\nconst from = 'node:fs'"],
    ['core/wire/a.ts', "import type { Objection } from '../refusal.ts'"],
    ['crypto/zip/a.ts', "import { createHash } from 'node:crypto'"],
    ['main/a.ts', "import { seal } from '../crypto/zip/seal.ts'\nimport { join } from 'node:path'"],
    ['main/app/a.ts', "import { app } from 'electron'\nimport { incidentLog } from '../incidents.ts'"],
    ['preload/a.ts', "import { ipcRenderer } from 'electron'\nimport type { Wire } from '../core/wire/message.ts'"],
    ['renderer/a.tsx', "import { Button } from '@mantine/core'\nimport '@mantine/core/styles.css'\nimport './look/page.css'\nimport { contract } from '../core/contract.ts'"],
    ['cli/a.ts', "import { openRealDesk } from '../main/desk.ts'"],
  ])('let %s through with %s', (path, text) => {
    expect(breaches(path, text)).toEqual([])
  })
})
