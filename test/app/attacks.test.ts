import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { hikari, mizuno } from '../../cli/demo/people.ts'
import { contract } from '../../core/contract.ts'
import { desktop } from '../../core/desktop.ts'
import type { Operation } from '../../core/wire/operation.ts'
import type {} from '../../renderer/shell.ts'
import { expect, test, type Office } from './launch.ts'
import { deskBehind } from './parts/behind-the-page.ts'
import { inMain } from './parts/in-main.ts'

const operations: [string, Operation][] = Object.entries({ ...contract, ...desktop }).flatMap(([group, names]) => Object.entries(names as Record<string, Operation>).map(([name, operation]): [string, Operation] => [`${group}.${name}`, operation]))
const names = operations.map(([name]) => name)

type Told = Record<string, number>

/** Everything of the wire is called as the page calls it, with values that no page of ours would send; counts what came of it. */
function callEverything(page: Page, most = 100): Promise<{ told: Told; unanswered: string[]; done: string[] }> {
  return page.evaluate(async ([names, most]) => {
    const polluting = JSON.parse('{"__proto__":{"into":"/tmp"},"constructor":{"prototype":{"isAdmin":true}},"then":1}') as object
    let deep: unknown = 'core'
    for (let level = 0; level < 10_000; level++) deep = [deep]
    const circle: unknown[] = []
    circle.push(circle)
    const getter = Object.defineProperty({}, 'into', { enumerable: true, get: () => { throw new Error('got') } })
    const values = [{}, null, NaN, -0, 1n, 'x'.repeat(300_000), [], polluting, Object.assign(Object.create(null), { into: '../..' }), circle, deep, new Date(NaN), new Map([['a', 1]]), new Uint8Array(9), '\ud800\u202e\0', getter].slice(0, most) as unknown[]
    const told: Record<string, number> = {}
    const unanswered: string[] = []
    const done: string[] = []
    const count = (what: string): void => { told[what] = (told[what] ?? 0) + 1 }
    for (const name of names) {
      await Promise.all(values.map((value, no) => new Promise<void>((settle) => {
        const late = setTimeout(() => { unanswered.push(`${name} ${no}`); settle() }, 120_000)
        const end = (what: string): void => { count(what); clearTimeout(late); settle() }
        try {
          window.wire.call(name, value, (message) => {
            const heard = message as Record<string, unknown>
            if ('progress' in heard) return
            if ('done' in heard) done.push(`${name} ${no}`)
            end(Array.isArray(heard['refused']) ? (heard['refused'][0] as { code: string }).code : Object.keys(heard)[0] ?? 'nothing')
          })
        } catch {
          end('not sent')
        }
      })))
    }
    return { told, unanswered, done }
  }, [names, most] as const)
}

const entered = async (page: Page): Promise<number> => (await deskBehind(page).ledger.entries({ from: 0, count: 1 })).size
const incidentsOf = (home: string): { error: string }[] => (existsSync(join(home, 'log/incidents.jsonl')) ? readFileSync(join(home, 'log/incidents.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { error: string }) : [])
/** What is really held: without a sweep the heap tells how long ago the last one was. */
const heapOf = (office: Office): Promise<number> => inMain(office.app, () => {
  process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc')
  const sweep = process.getBuiltinModule('node:vm').runInNewContext('gc') as () => void
  sweep()
  return process.memoryUsage().heapUsed
})

/** No dialog waits for anybody, and no browser opens. */
async function quieten(office: Office): Promise<void> {
  await office.answerFileDialog()
  await inMain(office.app, ({ shell }) => {
    shell.openExternal = () => Promise.resolve()
    shell.showItemInFolder = () => {}
  })
}

test('a page that has been taken over gets nothing by the wire, and nothing stops', async ({ office, page, home }) => {
  const desk = deskBehind(page)
  await quieten(office)

  await test.step('whatever the page calls, with whatever value, is answered once and does nothing', async () => {
    const locked = await callEverything(page, 3)
    expect(locked.unanswered).toEqual([])

    await desk.vault.create({ organisation: hikari, administrator: mizuno })
    const before = await entered(page)
    const heap = await heapOf(office)
    const open = await callEverything(page)

    expect(open.unanswered).toEqual([])
    expect(await entered(page)).toBe(before)
    // Nothing but what takes an empty narrowing, or asks for nothing and leaves what is there as it is.
    expect(new Set(open.done.map((call) => call.split(' ')[0])).size).toBeLessThan(20)
    expect(open.told['input-not-understood']).toBeGreaterThan(names.length * 8)
    expect(await heapOf(office) - heap).toBeLessThan(150_000_000)
    expect(incidentsOf(home).filter(({ error }) => error !== 'RangeError')).toEqual([])
    expect((await desk.vault.status()).state).toBe('open')
  })

  await test.step('what a page that has been taken over could post past its preload is answered once, or closed, and does nothing', async () => {
    const before = await entered(page)
    const told = await inMain(office.app, async ({ BrowserWindow, ipcMain, MessageChannelMain }) => {
      const [window] = BrowserWindow.getAllWindows()
      const senderFrame = window!.webContents.mainFrame
      const told: Record<string, number> = {}
      const count = (what: string): void => { told[what] = (told[what] ?? 0) + 1 }
      const post = (posted: unknown, { frame = senderFrame as unknown, ports = 1, closedAt = 'never' as 'never' | 'once' | 'later', cancels = 0 } = {}): Promise<void> => new Promise((settle) => {
        const pairs = Array.from({ length: ports }, () => new MessageChannelMain())
        let [finals, ended] = [0, 0]
        // Once each of its ports has been answered or closed, and a moment for a second answer that must not come.
        const end = (what: string): void => {
          count(what)
          if (++ended === ports) setTimeout(settle, 20)
        }
        for (const { port1 } of pairs) {
          port1.on('message', ({ data }) => {
            const heard = data as Record<string, unknown>
            if ('progress' in heard) return
            if (++finals > 1) count('said twice')
            // Whether the answer was there before the port was closed is nobody's business.
            if (closedAt !== 'never') return
            const [what = 'nothing'] = Object.keys(heard)
            end(what)
          })
          port1.on('close', () => { if (finals === 0 && closedAt === 'never') end('closed') })
          port1.start()
        }
        ipcMain.emit('desk', { senderFrame: frame, sender: window!.webContents, ports: pairs.map(({ port2 }) => port2) }, posted)
        for (let cancel = 0; cancel < cancels; cancel++) for (const { port1 } of pairs) port1.postMessage('call off')
        if (closedAt === 'once') for (const { port1 } of pairs) port1.close()
        if (closedAt === 'later') setTimeout(() => { for (const { port1 } of pairs) port1.close() })
        if (closedAt !== 'never' || ports === 0) setTimeout(settle, 50)
      })

      let deep: unknown = 'core'
      for (let level = 0; level < 10_000; level++) deep = { into: deep }
      const circle: Record<string, unknown> = {}
      circle['self'] = circle
      const shapes: unknown[] = [undefined, null, 7, 'desk', [], ['contracts.list'], [7, 1], ['contracts.list', undefined, 1], { 0: 'contracts.list', length: 2 }, ['__proto__.toString', {}], ['constructor', {}], ['x'.repeat(1e6), 1], ['vault.lock.lock', undefined], [['vault.lock'], undefined]]
      const inputs: unknown[] = [deep, circle, Array.from({ length: 1_500_000 }, () => 0), 'x'.repeat(34_000_000), new Map([[{}, circle]]), 10n ** 10_000n, new Uint8Array(40_000_000)]
      for (const posted of [...shapes, ...inputs.map((input) => ['handovers.look', input])]) await post(posted)
      const wellFormed = ['contracts.list', undefined]
      const other = new BrowserWindow({ show: false })
      for (const frame of [null, undefined, other.webContents.mainFrame, { url: 'app://azukari/', origin: 'app://azukari' }, { get url(): string { throw new Error('disposed') } }]) await post(wellFormed, { frame: frame ?? null })
      other.destroy()
      for (const ports of [0, 2, 5]) await post(wellFormed, { ports })
      for (const closedAt of ['once', 'later'] as const) for (const call of [wellFormed, ['ledger.verify', undefined], ['documents.verify', { paths: ['/usr'], trust: [] }], ['nowhere', 1]]) await post(call, { closedAt })
      for (const call of [wellFormed, ['ledger.verify', undefined], ['documents.verify', { paths: ['/usr/share'], trust: [] }]]) await post(call, { cancels: 1000 })
      count(`then ${window!.isDestroyed() ? 'gone' : 'there'}`)
      return told
    })
    // Of a thousand words that call the same work off, one is enough.
    expect(told['said twice']).toBeUndefined()
    expect(told).toMatchObject({ 'broken': 20, 'closed': 5 + 2 + 5, 'then there': 1 })
    // A verification may have ended before it was called off.
    expect((told['refused'] ?? 0) + (told['done'] ?? 0)).toBe(4)
    expect(await entered(page)).toBe(before)
    expect(new Set(incidentsOf(home).map(({ error }) => error))).toEqual(new Set(['ZodError', 'RangeError', 'TypeError']))
    await expect(page.getByRole('heading').first()).toBeVisible()
  })

  await test.step('ten thousand calls at once are each answered, most of them with a refusal, and the next one is answered as ever', async () => {
    const told = await page.evaluate(async () => {
      const told: Record<string, number> = {}
      await Promise.all(Array.from({ length: 10_000 }, () => new Promise<void>((settle) => {
        window.wire.call('vault.status', undefined, (message) => {
          const what = Object.keys(message as object)[0] ?? ''
          told[what] = (told[what] ?? 0) + 1
          settle()
        })
      })))
      return told
    })
    expect((told['done'] ?? 0) + (told['refused'] ?? 0)).toBe(10_000)
    expect(told['done']).toBeGreaterThanOrEqual(1000)
    expect(await desk.vault.status()).toMatchObject({ state: 'open' })
    expect(await heapOf(office)).toBeLessThan(600_000_000)
    expect(office.complaints).toEqual([])
  })

  await test.step('work that is called off before, while and after it goes on, a thousand times each, ends once', async () => {
    const ends = await page.evaluate(async () => {
      const ends: string[] = []
      const storm = (when: 'before' | 'during' | 'after'): Promise<void> => new Promise((settle) => {
        let finals = 0
        const callOff = window.wire.call('documents.verify', { paths: ['/usr/share/doc'], trust: [] }, (message) => {
          const heard = message as object
          if ('progress' in heard) { if (when === 'during') again(); return }
          finals++
          if (when === 'after') again()
          setTimeout(() => { ends.push(`${when} ${finals} ${Object.keys(heard)[0]}`); settle() }, 100)
        })
        const again = (): void => { for (let time = 0; time < 1000; time++) callOff() }
        if (when !== 'during') again()
      })
      for (const when of ['before', 'during', 'after'] as const) await storm(when)
      return ends
    })
    expect(ends.map((end) => end.split(' ').slice(0, 2).join(' '))).toEqual(['before 1', 'during 1', 'after 1'])
  })

  await test.step('no path leads to a device, a pipe, the system or the vault, and none is waited for', async () => {
    const beside = join(dirname(home), 'beside')
    mkdirSync(join(beside, 'out'), { recursive: true })
    spawnSync('mkfifo', [join(beside, 'pipe')])
    symlinkSync(home, join(beside, 'way-in'))
    symlinkSync('/dev/zero', join(beside, 'zero'))
    const vault = join(home, 'vault')
    const kept = readdirSync(vault).toSorted()
    const before = await entered(page)

    const files = ['/dev/zero', '/dev/random', '/dev/tty', '/proc/self/mem', '/proc/kcore', '/proc/kmsg', '/proc/self/environ', join(beside, 'pipe'), join(beside, 'zero'), beside, 'relative.pdf', '../up.pdf', '~', '\\\\.\\PhysicalDrive0', '\\\\?\\C:\\', 'C:', '',
      join(vault, 'keyring.json'), `${beside}/../${home.split('/').at(-1)}/vault/vault.db`, join(beside, 'way-in/vault/secrets.json'), '/no/such/file', `/${'x'.repeat(300)}`, `${beside}/\0`, `${beside}/\ud800`]
    for (const path of files) {
      await expect(desk.contracts.hashFile({ path }), path).rejects.toMatchObject({ name: 'Refusal' })
      const looked = await desk.handovers.look({ paths: [path] }).catch((error: Error) => error.name)
      expect(typeof looked === 'string' ? looked : looked.files.length === 0 || path === beside, path).toBeTruthy()
    }
    const folders = ['/dev', '/proc/self', '/dev/null', join(beside, 'pipe'), 'relative', '..', home, vault, join(vault, 'blobs'), join(beside, 'way-in'), join(beside, 'way-in/vault'), '/no/such/folder', '\\\\.\\C:\\', '']
    for (const into of folders.filter((folder) => folder !== '/dev')) {
      await expect(desk.vault.saveKeyNotice({ into }), into).rejects.toThrow()
      await expect(desk.ledger.export({ into }), into).rejects.toThrow()
    }
    expect(readdirSync(vault).toSorted()).toEqual(kept)
    // Taking a ledger or a key notice out is written down; none was taken out.
    expect(await entered(page)).toBe(before)
    expect(await heapOf(office)).toBeLessThan(600_000_000)
  })

  await test.step('a link that is turned round while it is written through never harms what the vault holds', async () => {
    const beside = join(dirname(home), 'turning')
    mkdirSync(join(beside, 'out'), { recursive: true })
    const vault = join(home, 'vault')
    const [keyring, names] = [readFileSync(join(vault, 'keyring.json')), readdirSync(vault).toSorted()]
    symlinkSync(join(beside, 'out'), join(beside, 'into'))
    // Another program, since this one waits for answers: it turns the link some ten thousand times a second.
    const turning = spawn(process.execPath, ['-e', `const { symlinkSync, renameSync } = require('node:fs')
      for (let turn = 0; ; turn++) { symlinkSync(turn % 2 ? ${JSON.stringify(join(beside, 'out'))} : ${JSON.stringify(vault)}, ${JSON.stringify(join(beside, 'next'))}); renameSync(${JSON.stringify(join(beside, 'next'))}, ${JSON.stringify(join(beside, 'into'))}) }`])
    const ends = new Set<string>()
    for (let tries = 0; tries < 40; tries++) await desk.vault.saveKeyNotice({ into: join(beside, 'into') }).then(() => ends.add('saved'), (error: Error) => ends.add(error.name))
    turning.kill('SIGKILL')

    expect(readFileSync(join(vault, 'keyring.json')).equals(keyring)).toBe(true)
    for (const name of names) expect(existsSync(join(vault, name)), name).toBe(true)
    expect((await desk.ledger.verify()).problems).toEqual([])
    // A folder that becomes another in the middle of a writing is nothing that anybody plans for: it may be an incident, and does no harm.
    expect([...ends].filter((end) => !['saved', 'Refusal', 'Broken'].includes(end))).toEqual([])
  })
})
