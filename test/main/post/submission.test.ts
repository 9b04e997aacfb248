import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Instant } from '../../../core/time.ts'
import { realPost } from '../../../main/post/post.ts'
import { certified, ownServer, type Certified, type OwnServer } from './own-server.ts'

// Nobody here is silent for long: a server on this machine that is late is a machine that is busy.
const patience = { connect: 120_000, greeting: 120_000, answer: 120_000 }
const post = realPost({ now: () => Date.UTC(2026, 11, 7, 1, 40) as Instant, patience })
const content = randomBytes(300_000)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
let here: string
let good: Certified
let stranger: Certified
let running: OwnServer[] = []

beforeAll(() => {
  here = mkdtempSync(join(tmpdir(), 'azukari-smtp-'))
  writeFileSync(join(here, 'P-R8-017-001.zip'), content)
  good = certified(here, 'localhost', 'DNS:localhost,IP:127.0.0.1')
  stranger = certified(here, 'other', 'DNS:mail.example.com')
})
afterEach(async () => { await Promise.all(running.map((one) => one.close())); running = [] })
afterAll(() => rmSync(here, { recursive: true, force: true }))

const serve = async (...of: Parameters<typeof ownServer>): Promise<OwnServer> => { const one = await ownServer(...of); running.push(one); return one }
const letter = (server: OwnServer, more: object = {}) => ({
  server: server.access, from: { name: '株式会社ひかり　𠮷田 美咲', address: 'noreply@hikari.example' }, replyTo: 'yoshida@hikari.example', to: ['morikawa@city.aobano.example', 'zeimu@city.aobano.example'],
  subject: '校正データの送付', note: 'お世話になっております。\n.\n以上', attachment: { path: join(here, 'P-R8-017-001.zip'), name: 'P-R8-017-001.zip', sha256: sha256(content) }, letter: null, messageId: '<a1.m1@hikari.example>', ...more,
})
const how = (signal = new AbortController().signal) => { const phases: string[] = []; return { signal, onProgress: ({ phase }: { phase: string }) => { phases.push(phase) }, phases } }

describe.each(['tls', 'starttls'] as const)('over %s', (security) => {
  test('the mail arrives whole, at exactly those recipients, with the password only inside the encryption', async () => {
    const server = await serve(good, security)
    const watched = how()
    expect(await post.send(letter(server), watched)).toMatchObject({ outcome: 'sent', accepted: ['morikawa@city.aobano.example', 'zeimu@city.aobano.example'], rejected: [], answer: '250 OK: queued as 4F2A', certificate: { subject: 'localhost, Hikari', fingerprint: good.fingerprint } })
    expect(watched.phases).toEqual(['connecting', 'sending'])
    expect(server.taken).toHaveLength(1)
    const [{ from, to, bytes }] = server.taken as [typeof server.taken[0]]
    expect([from, to]).toEqual(['noreply@hikari.example', ['morikawa@city.aobano.example', 'zeimu@city.aobano.example']])
    const text = bytes.toString('latin1')
    expect(text).toMatch(/^Message-ID: <a1\.m1@hikari\.example>/im)
    expect(text).toMatch(/^Reply-To: yoshida@hikari\.example/im)
    expect(text).not.toMatch(/X-Unsent/i)
    const [, zip = ''] = /filename=P-R8-017-001\.zip\r\n(?:.*\r\n)*?\r\n([A-Za-z0-9+/=\r\n]+)/.exec(text) ?? []
    expect(sha256(Buffer.from(zip, 'base64'))).toBe(sha256(content))
  })

  test('a certificate that nobody vouches for is not believed, and neither password nor mail is told', async () => {
    const server = await serve(good, security)
    server.access.caPem = null
    expect(await post.send(letter(server), how())).toMatchObject({ outcome: 'refused', stage: 'certificate' })
    expect([server.taken, server.logins]).toEqual([[], []])
    expect(await post.tryServer(server.access)).toMatchObject({ outcome: 'refused', stage: 'certificate' })
  })

  test('a certificate for another name is not believed', async () => {
    const server = await serve(stranger, security)
    expect(await post.send(letter(server), how())).toMatchObject({ outcome: 'refused', stage: 'certificate' })
    expect(server.logins).toEqual([])
  })

  test('a fingerprint that was agreed has to be there besides', async () => {
    const server = await serve(good, security)
    server.access.fingerprint = stranger.fingerprint
    expect(await post.send(letter(server), how())).toMatchObject({ outcome: 'refused', stage: 'certificate' })
    expect(server.logins).toEqual([])
    server.access.fingerprint = good.fingerprint
    expect(await post.tryServer(server.access)).toMatchObject({ outcome: 'ready', certificate: { fingerprint: good.fingerprint } })
  })

  test('a wrong password sends nothing, and is not repeated in the answer', async () => {
    const server = await serve(good, security)
    server.access.password = 'himitsu-no-aikotoba'
    const outcome = await post.send(letter(server), how())
    expect(outcome).toMatchObject({ outcome: 'refused', stage: 'login' })
    expect(JSON.stringify(outcome)).toContain('535')
    expect(JSON.stringify(outcome)).not.toContain('himitsu-no-aikotoba')
    expect(server.taken).toEqual([])
    expect(await post.tryServer(server.access)).toMatchObject({ outcome: 'refused', stage: 'login' })
  })

  test('trying a server logs in and sends nothing', async () => {
    const server = await serve(good, security)
    expect(await post.tryServer(server.access)).toMatchObject({ outcome: 'ready', certificate: { issuer: 'localhost, Hikari' } })
    expect([server.logins, server.taken]).toEqual([['azukari'], []])
  })

  test('a recipient whom the server does not take is named, and the others have their mail', async () => {
    const server = await serve(good, security, { onRcptTo: ({ address }, _session, callback) => callback(address.startsWith('zeimu') ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null) })
    expect(await post.send(letter(server), how())).toMatchObject({ outcome: 'sent', accepted: ['morikawa@city.aobano.example'], rejected: [{ address: 'zeimu@city.aobano.example', answer: expect.stringContaining('550 no such user') as string }] })
    expect(server.taken[0]?.to).toEqual(['morikawa@city.aobano.example'])
  })

  test('when no recipient is taken, nothing is sent', async () => {
    const server = await serve(good, security, { onRcptTo: (_address, _session, callback) => callback(Object.assign(new Error('relaying denied'), { responseCode: 554 })) })
    expect(await post.send(letter(server), how())).toMatchObject({ outcome: 'refused', stage: 'recipients', answer: expect.stringContaining('relaying denied') as string })
    expect(server.taken).toEqual([])
  })

  test('a sender whom the server does not take sends nothing', async () => {
    const server = await serve(good, security, { onMailFrom: (_address, _session, callback) => callback(Object.assign(new Error('not your address'), { responseCode: 553 })) })
    expect(await post.send(letter(server), how())).toMatchObject({ outcome: 'refused', stage: 'sender' })
  })

  test('a mail that is larger than the server takes is not begun', async () => {
    const server = await serve(good, security, { size: 1000 })
    expect(await post.send(letter(server), how())).toMatchObject({ outcome: 'refused', stage: 'too-large' })
  })

  test('a message that the server reads and refuses was not sent', async () => {
    const server = await serve(good, security, { onData: (stream, _session, callback) => { stream.resume(); stream.on('end', () => callback(Object.assign(new Error('looks like spam'), { responseCode: 554 }))) } })
    expect(await post.send(letter(server), how())).toMatchObject({ outcome: 'refused', stage: 'message', answer: expect.stringContaining('looks like spam') as string })
  })

  test('a connection that is cut in the middle of the message leaves a question', async () => {
    const server = await serve(good, security, { onData: (stream) => { stream.once('data', () => server.cut()) } })
    expect(await post.send(letter(server), how())).toMatchObject({ outcome: 'unknown' })
  })

  test('a server that takes the whole message and falls silent leaves a question, too: it may well deliver it', async () => {
    const server = await serve(good, security, { dropsAfterData: true })
    expect(await post.send(letter(server), how())).toMatchObject({ outcome: 'unknown' })
    expect(server.taken).toHaveLength(1)
  })

  test('called off before anything left, nothing leaves', async () => {
    const server = await serve(good, security)
    const off = new AbortController()
    const sending = post.send(letter(server), { signal: off.signal, onProgress: () => off.abort() })
    expect(await sending).toEqual({ outcome: 'abandoned' })
    expect(server.taken).toEqual([])
  })
})

test('a server that offers no encryption gets neither password nor mail', async () => {
  const server = await serve(good, 'starttls', { disabledCommands: ['STARTTLS'], allowInsecureAuth: true })
  expect(await post.send(letter(server), how())).toMatchObject({ outcome: 'refused', stage: 'tls' })
  expect([server.logins, server.taken]).toEqual([[], []])
})

test('a server that speaks in the clear where encryption was agreed gets nothing', async () => {
  const server = await serve(good, 'starttls')
  server.access.security = 'tls'
  expect(await post.send(letter(server), how())).toMatchObject({ outcome: 'refused', stage: 'tls' })
  expect(server.logins).toEqual([])
})

test('what is no mail server, or nobody, is said so', async () => {
  const other = createServer((socket) => { socket.on('error', () => {}); socket.end('HTTP/1.1 400 Bad Request\r\n\r\n') })
  await new Promise<void>((resolve) => { other.listen(0, '127.0.0.1', resolve) })
  onTestFinished(() => { other.close() })
  const { port } = other.address() as AddressInfo
  const access = { host: '127.0.0.1', port, security: 'starttls' as const, user: '', password: null, caPem: null, fingerprint: null }
  expect(await post.tryServer(access)).toMatchObject({ outcome: 'refused', stage: 'greeting' })
  expect(await post.tryServer({ ...access, port: 1 })).toMatchObject({ outcome: 'refused', stage: 'connect' })
})

test('a package that is no longer the one that was verified does not leave, and the server is not even asked', async () => {
  const server = await serve(good, 'tls')
  expect(await post.send(letter(server, { attachment: { path: join(here, 'P-R8-017-001.zip'), name: 'P.zip', sha256: '0'.repeat(64) } }), how())).toMatchObject({ outcome: 'attachment-changed' })
  expect(server.connections).toBe(0)
})

test('a subject cannot bring recipients of its own', async () => {
  const server = await serve(good, 'tls')
  await post.send(letter(server, { subject: 'a\r\nBcc: evil@example.com' }), how())
  expect(server.taken[0]?.to).not.toContain('evil@example.com')
  expect(server.taken[0]?.bytes.toString('latin1')).not.toMatch(/^Bcc:/im)
})
